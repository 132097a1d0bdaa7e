import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Called in the extension host: runs the tests that lie beside this bundle, and writes the counts to the file that
 * `E2E_COUNTS` names.
 *
 * @throws an Error when a test fails; VS Code then exits with 1
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: true, timeout: 60_000, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats);
    });
  });
  const counts = process.env.E2E_COUNTS;
  if (counts) writeFileSync(counts, JSON.stringify({ passed: passes, failed: failures }));
  if (failures > 0) throw new Error(`${failures} failed`);
}
