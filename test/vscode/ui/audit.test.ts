import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the audit', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ project: 'examples/outage' });
    return () => workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await workbench.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  const status = () => workbench.page.locator('.statusbar-item', { hasText: /us-east-1: \d+ of \d+ places/ });
  const rows = () => workbench.audit().locator('tbody tr:visible');

  it('is opened by the status bar, which shows the largest share', async () => {
    await workbench.openFile('clients.ts');
    await status().waitFor();
    await status().click();
    await rows().first().waitFor();
    expect(await workbench.audit().locator('thead').innerText()).toMatch(
      /Service\s+Region\s+Critical\?\s+Failover plan/,
    );
    expect(await rows().first().innerText()).toMatch(/dynamodb\s+us-east-1\s+\?\s+none/);
    await workbench.screenshot('9-audit');
  });

  it('shows the rows of one region', async () => {
    const all = await rows().count();
    await workbench.audit().getByRole('radio', { name: 'us-east-1' }).check();
    await expect.poll(() => rows().count()).toBeLessThan(all);
    for (const row of await rows().all()) expect(await row.innerText()).toContain('us-east-1');
    await workbench.audit().getByRole('radio', { name: /^All/ }).focus();
    await workbench.page.keyboard.press('Space');
    await expect.poll(() => rows().count()).toBe(all);
  });

  it('is exported', async () => {
    const file = path.join(workbench.folder, 'regions.md');
    await workbench.run('Multi-Region: Export Audit');
    await workbench.page.locator('.quick-input-list').getByText('Markdown').click();
    const input = workbench.page.locator('.quick-input-widget input');
    await expect.poll(() => input.inputValue()).toMatch(/regions\.md$/);
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('| Service | Region |');
    await workbench.page.getByText('The audit is in').first().waitFor();
  });

  it('goes to the place that is clicked', async () => {
    await workbench.audit().locator('tbody').getByText('src/orders/mailer.ts:8').click();
    await workbench.page.locator('.tab.active', { hasText: 'mailer.ts' }).waitFor();
    await workbench.page.getByText('Ln 8, Col').waitFor();
  });

  it('follows the code', async () => {
    await workbench.page.locator('.view-line', { hasText: 'us-east-1' }).first().click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.press('Delete');
    await workbench.page.keyboard.press('Control+S');
    await workbench.audit().locator('tbody').getByText('ses').waitFor({ state: 'detached' });
  });
});
