// Runs the tests of `suite/` in the extension host of a VS Code: a desktop one where there is one, else the server
// build. Takes the file for the counts. Exits with 1 when a test fails or VS Code does not come up.
import { runTests } from '@vscode/test-electron';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { findDesktop } from '../host/desktop.ts';
import { createTemporaryFolder, removeFolder, root } from '../host/folders.ts';
import { profileIn } from '../host/code-server.ts';

const bundles = path.join(root, 'test/out');
const temporary = createTemporaryFolder();
try {
  // The tests write into the workspace.
  const workspace = path.join(temporary, 'workspace');
  cpSync(path.join(root, 'test/fixtures/editor'), workspace, { recursive: true });
  const { userData, extensions } = profileIn(temporary);
  await runTests({
    vscodeExecutablePath: (await findDesktop()) ?? path.join(bundles, 'code.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(bundles, 'suite/index.cjs'),
    extensionTestsEnv: { E2E_COUNTS: process.argv[2] },
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  removeFolder(temporary);
}
