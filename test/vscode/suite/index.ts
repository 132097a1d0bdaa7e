import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Called in the extension host: runs the tests of the folder beside this bundle that `E2E_SUITE` names, and writes the
 * counts to the file that `E2E_COUNTS` names.
 *
 * @throws an Error when a test fails; VS Code then exits with 1
 */
export async function run(): Promise<void> {
  const { E2E_SUITE = '', E2E_COUNTS, E2E_ONLY } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    color: true,
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    retries: 1, // VS Code drops requests at times; what passed only then is named below
  });
  const folder = path.join(__dirname, E2E_SUITE);
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.test.cjs') && file.includes(E2E_ONLY ?? '')) mocha.addFile(path.join(folder, file));
  }
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats);
    });
    runner.on('retry', (test, error) => {
      console.log(`    Tried again: ${test.fullTitle()} (${error.message.split('\n', 1)[0]})`);
    });
  });
  if (E2E_COUNTS) writeFileSync(E2E_COUNTS, JSON.stringify({ passed: passes, failed: failures }));
  if (failures > 0) throw new Error(`${failures} failed`);
}
