// The last line of the test commands: plain counts, for people and for CI.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Reads the counts from the report of vitest's `json` reporter.
 *
 * @param {string} file the report; none there counts as one failure
 * @param {number} exitCode of the run: not all that makes it fail is a test (a file that does not load, a stray error)
 * @returns {Counts}
 */
export function readVitestCounts(file, exitCode) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const passed = report?.numPassedTests ?? 0;
  const unloaded =
    report?.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
      .length ?? 0;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

/** @param {Counts[]} counts */
export function addCounts(counts) {
  return {
    passed: counts.reduce((sum, each) => sum + each.passed, 0),
    failed: counts.reduce((sum, each) => sum + each.failed, 0),
  };
}

/**
 * Prints the last line and sets the exit code by it; no test at all is a failure too.
 *
 * @param {Counts} counts
 */
export function finish({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
