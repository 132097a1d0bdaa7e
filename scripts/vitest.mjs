import { rmSync } from 'node:fs';
import path from 'node:path';
import { readVitestCounts } from './counts.mjs';
import { root, runNode } from './setup.mjs';

/**
 * Runs vitest once, with its usual output.
 *
 * @param {string} name of the run, for its report
 * @param {string[]} args for vitest: files, options
 * @returns {import('./counts.mjs').Counts}
 */
export function runVitest(name, args) {
  const report = path.join(root, `.cache/${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]);
  return readVitestCounts(report, exitCode);
}
