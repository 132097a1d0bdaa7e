import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the installed extension, when its server does not start', () => {
  let workbench: Workbench;
  let server: string;
  let content: Buffer;

  beforeAll(async () => {
    workbench = await openWorkbench();
    server = path.join(workbench.extension, 'server/dist/multi-region.js');
    content = await readFile(server);
    await writeFile(server, 'console.error("this server is broken"); process.exit(1);\n');
    return () => workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await workbench.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  const messages = () => workbench.page.locator('.notification-list-item');

  it('says so once', async () => {
    await workbench.openFile('upload.ts');
    await messages().first().waitFor();
    expect(await messages().allInnerTexts()).toEqual([
      expect.stringContaining('The Multi-Region server is not running'),
    ]);
    await workbench.screenshot('4-broken-server');
  });

  it('shows why in its output', async () => {
    await messages().getByText('Show output').click();
    await workbench.page
      .locator('.output-view .view-line', { hasText: 'this server is broken' })
      .first()
      .waitFor();
  });

  it('works after a restart with a server that starts', async () => {
    await writeFile(server, content);
    await workbench.run('Multi-Region: Restart Server');
    await workbench.page.locator('.squiggly-error').waitFor({ state: 'attached' });
  });
});
