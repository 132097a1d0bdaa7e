// Runs the tests of `suite/` in the extension host of a VS Code: a desktop one where there is one, else the server
// build. Takes the file for the counts, and the names of suites and of files in them where not all are to run.
// Exits with 1 when a test fails or VS Code does not come up.
import { runTests } from '@vscode/test-electron';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDesktop } from './host/desktop.ts';
import { createTemporaryFolder, removeFolder, root } from './host/folders.ts';
import { profileIn } from './host/code-server.ts';
import { suites, type Suite } from './suites.ts';

interface Counts {
  passed: number;
  failed: number;
}

const bundles = path.join(root, 'test/vscode/out');
const [file, wanted, only = ''] = process.argv.slice(2);
const total: Counts = { passed: 0, failed: 0 };
const desktop = await findDesktop();
for (const suite of suites.filter(({ name }) => wanted === undefined || name === wanted)) {
  // @vscode/test-electron makes a desktop trust everything.
  if (desktop && suite.isTrusted === false) continue;
  console.log(`\nA window with ${suite.window}:`);
  const { passed, failed } = await run(suite);
  total.passed += passed;
  total.failed += failed;
}
if (file) writeFileSync(file, JSON.stringify(total));
if (total.failed > 0) process.exitCode = 1;

/** Runs one suite in a VS Code of its own. */
async function run({ name, prepare, isTrusted = true }: Suite): Promise<Counts> {
  const temporary = createTemporaryFolder();
  const counts = path.join(temporary, 'counts.json');
  try {
    const { userData, extensions } = profileIn(temporary);
    await runTests({
      vscodeExecutablePath: desktop ?? path.join(bundles, 'code.mjs'),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundles, 'suite/index.cjs'),
      extensionTestsEnv: {
        E2E_SUITE: name,
        E2E_COUNTS: counts,
        E2E_ONLY: only,
        E2E_UNTRUSTED: isTrusted ? '' : '1',
      },
      launchArgs: [
        prepare(path.join(temporary, 'workspace')),
        `--user-data-dir=${userData}`,
        `--extensions-dir=${extensions}`,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  // Without counts, VS Code did not come as far as the tests, and has said why.
  const result = existsSync(counts)
    ? (JSON.parse(readFileSync(counts, 'utf8')) as Counts)
    : { passed: 0, failed: 1 };
  removeFolder(temporary);
  return result;
}
