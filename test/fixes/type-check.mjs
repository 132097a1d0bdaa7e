// node test/fixes/type-check.mjs NODE_MODULES FOLDER...: type-checks copies of TypeScript projects, runs 'multi-region
// fix' on them, and type-checks them again. NODE_MODULES has their dependencies, and TypeScript. Needs a build.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.join(import.meta.dirname, '../../server/dist/multi-region.js');
const [modules, ...folders] = process.argv.slice(2).map((each) => path.resolve(each));
if (modules === undefined || folders.length === 0) {
  console.error('Usage: node test/fixes/type-check.mjs NODE_MODULES FOLDER...');
  process.exit(2);
}

const results = folders.map(checkProject);
const clean = results.filter(({ before, after }) => before === 0 && after === 0).length;
const worse = results.filter(({ fresh }) => fresh > 0).length;
console.log(`${clean} of ${results.length} type-check before and after; ${worse} have new errors.`);
process.exitCode = worse > 0 ? 1 : 0;

/** @param {string} source */
function checkProject(source) {
  const root = mkdtempSync(path.join(tmpdir(), 'multi-region-types-'));
  cpSync(source, root, { recursive: true, verbatimSymlinks: true });
  rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
  symlinkSync(modules, path.join(root, 'node_modules'), 'junction');
  try {
    const before = listErrors(root);
    const fix = spawnSync(process.execPath, [cli, 'fix'], { cwd: root, encoding: 'utf8' });
    const after = listErrors(root);
    const fresh = after.filter((error) => !before.includes(error));
    console.log(
      `${source}: ${before.length} errors before, ${after.length} after; ${fix.stdout.split('\n')[0]}`,
    );
    for (const error of fresh) console.log(`  NEW ${error}`);
    return { before: before.length, after: after.length, fresh: fresh.length };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Without their lines, for those move.
 *
 * @param {string} root
 */
function listErrors(root) {
  const tsc = path.join(modules, 'typescript/bin/tsc');
  const args = [tsc, '--noEmit', '--skipLibCheck', '--project', root];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('error TS'))
    .map((line) => line.replace(/\(\d+,\d+\)/u, ''));
}
