import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('moving regions into config', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench();
    return () => workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await workbench.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  const created = () => path.join(workbench.folder, 'src/config/regions.ts');

  it('is offered by the light bulb', async () => {
    await workbench.openFile('upload.ts');
    await workbench.page.locator('.squiggly-error').waitFor({ state: 'attached' });
    await workbench.click('us-east-1');
    await workbench.openQuickFixes("Move 'us-east-1' to src/config/regions.ts");
    await workbench.screenshot('5-move-offered');
  });

  it('writes the module, imports it, and reads the region from it', async () => {
    await workbench.quickFix("Move 'us-east-1' to src/config/regions.ts").click();
    await expect.poll(() => workbench.text()).toContain("from './config/regions");
    expect(await workbench.text()).toMatch(/new S3Client\(\{ region: regions\.\w+ \}\)/);
    // VS Code saves what a code action has edited in several files.
    await expect
      .poll(() => existsSync(created()) && readFileSync(created(), 'utf8'))
      .toContain('PRIMARY_REGION');
    await workbench.screenshot('6-moved');
  });

  it('is taken back by one undo', async () => {
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.text()).toContain("region: 'us-east-1'");
    expect(await workbench.text()).not.toContain('config/regions');
    await expect.poll(() => existsSync(created())).toBe(false);
  });

  it('shows all edits of the workspace before it makes them', async () => {
    await workbench.run('Multi-Region: Move All Regions of the Workspace to Config');
    const apply = workbench.page.getByText('Apply', { exact: true });
    await apply.waitFor();
    await workbench.screenshot('7-preview');
    expect(existsSync(created())).toBe(false);
    await apply.click();
    await expect
      .poll(() => existsSync(created()) && readFileSync(created(), 'utf8'))
      .toContain('PRIMARY_REGION');
    await expect.poll(() => workbench.text()).toContain('regions.primary');
  });
});
