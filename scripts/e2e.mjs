// npm run test:e2e: builds, packs and installs the extension, then tests it in a real VS Code.
// `-- host [suite [file]]` and `-- ui [file]` run a part of it.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addCounts, finish } from './counts.mjs';
import { packageExtension } from './package.mjs';
import { root, runNode, setUp } from './setup.mjs';

const [part, ...names] = process.argv.slice(2);

try {
  setUp();
  // These need what the set-up has installed.
  const { bundleTests } = await import('./bundle-tests.mjs');
  const { runVitest } = await import('./vitest.mjs');

  await bundleTests();
  const { prepare } = await import('../test/vscode/out/prepare.mjs');
  prepare();
  const folder = path.join(root, '.cache/e2e');
  mkdirSync(folder, { recursive: true });
  packageExtension(path.join(folder, 'multi-region.vsix'));

  const counts = {
    ...(part !== 'ui' && { 'In the extension host': runSuite(path.join(folder, 'suite.json')) }),
    ...(part !== 'host' && {
      'The installed .vsix, by mouse and keyboard': runVitest('ui', [
        ...['--config', 'test/vscode/vitest.config.ts'],
        ...names,
      ]),
    }),
  };
  console.log();
  for (const [name, { passed, failed }] of Object.entries(counts)) {
    console.log(`${name}: ${passed} passed, ${failed} failed`);
  }
  finish(addCounts(Object.values(counts)));
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1 });
}

/**
 * Runs the tests of test/vscode/suite.
 *
 * @param {string} file where the counts are written to
 * @returns {import('./counts.mjs').Counts}
 */
function runSuite(file) {
  rmSync(file, { force: true });
  const exitCode = runNode(['test/vscode/out/run-suite.mjs', file, ...names]);
  let counts = { passed: 0, failed: 1 };
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // VS Code did not come as far as the tests; run-suite has said why.
  }
  return exitCode === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}
