import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/folders.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('a workspace that is not trusted', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ asksForTrust: true });
    return () => workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await workbench.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });

  const squiggle = () => workbench.page.locator('.squiggly-error');
  const evaluated = () => existsSync(path.join(workbench.folder, 'evaluated'));

  it('is checked without its own ESLint config', async () => {
    install('eslint', 'eslint-plugin-multi-region');
    writeFileSync(path.join(workbench.folder, 'eslint.config.mjs'), config);
    await workbench.openFile('upload.ts');
    await squiggle().waitFor({ state: 'attached' });
    expect(evaluated()).toBe(false);
    await workbench.screenshot('8-untrusted');
  });

  it('is checked with it as soon as it is trusted', async () => {
    await workbench.run('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor').getByText('Trust', { exact: true }).click();
    await expect.poll(evaluated, { timeout: 15_000 }).toBe(true);
    await workbench.openFile('upload.ts');
    await squiggle().waitFor({ state: 'detached' });
  });

  /** Puts packages of this repository into the project. */
  function install(...names: string[]): void {
    const modules = path.join(workbench.folder, 'node_modules');
    mkdirSync(modules, { recursive: true });
    for (const name of names)
      symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
});

// Leaves a trace when it is evaluated, and switches off what would be reported.
const config = `import { writeFileSync } from 'node:fs';
import multiRegion from 'eslint-plugin-multi-region';

writeFileSync(new URL('evaluated', import.meta.url), '');
export default [
  {
    files: ['**/*.ts'],
    plugins: { 'multi-region': multiRegion },
    rules: { 'multi-region/no-hardcoded-zone': 'error' },
  },
];
`;
