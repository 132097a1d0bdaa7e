import { openWorkbench, type Workbench } from './workbench.ts';

describe('the installed extension', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench();
    return () => workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await workbench.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  // Other rules may warn of the same client; only this one reports an error.
  const squiggle = () => workbench.page.locator('.squiggly-error');
  const problem = () =>
    workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'no-hardcoded-region' });

  it('underlines a hard-coded region', async () => {
    await workbench.openFile('upload.ts');
    await squiggle().waitFor({ state: 'attached' });
  });

  it('lists it in the Problems', async () => {
    await workbench.page.keyboard.press('Control+Shift+M');
    await problem().waitFor();
    expect(await problem().innerText()).toContain("'us-east-1'");
    await workbench.screenshot('1-reported');
  });

  it('offers to read the region from the environment', async () => {
    await workbench.click('us-east-1');
    await workbench.openQuickFixes('process.env.AWS_REGION');
    await workbench.screenshot('2-quick-fix');
  });

  it('does not report it after that', async () => {
    await workbench.quickFix('process.env.AWS_REGION').click();
    await problem().waitFor({ state: 'detached' });
    await squiggle().waitFor({ state: 'detached' });
    const text = await workbench.text();
    expect(text).toContain('process.env.AWS_REGION');
    expect(text).not.toContain('us-east-1');
    await workbench.screenshot('3-fixed');
  });
});
