// node scripts/fuzz-incremental.mjs FOLDER... [--edits 100000] [--a-file 100] [--seed 0]: edits the files of other people's
// repositories at random, and compares what is said of each after every edit with a fresh run.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: 'string', default: '100000' },
    'a-file': { type: 'string', default: '100' },
    seed: { type: 'string', default: '0' },
  },
});
if (positionals.length === 0) {
  console.error('Name the folders whose files are to be edited (copies, in memory).');
  process.exit(2);
}

const bundle = path.join(root, '.cache/compare-parsers.mjs');
mkdirSync(path.dirname(bundle), { recursive: true });
await build({
  entryPoints: [path.join(root, 'test/robustness/incremental/compare-parsers.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { createComparison, DifferenceError } = await import(pathToFileURL(bundle).href);
const { mayHaveFacts } = await import('eslint-plugin-multi-region/prefilter');

const wanted = Number(values.edits);
const ofAFile = Number(values['a-file']);
const { counts, compare } = createComparison();
const started = performance.now();
let files = 0;
let seed = Number(values.seed);
let differences = 0;

for (const folder of positionals) {
  for (const file of listSources(path.resolve(folder))) {
    if (counts.edits >= wanted) break;
    const text = readFileSync(file, 'utf8');
    // Larger ones would take the time of a hundred others.
    if (text.length > 60_000 || !mayHaveFacts(text)) continue;
    files += 1;
    try {
      // A test would be left out, and say nothing.
      compare(
        `src/${path.basename(file).replaceAll(/test|spec|mock|fixture/giu, 'x')}`,
        text,
        seed++,
        ofAFile,
      );
    } catch (error) {
      differences += 1;
      console.error(`${file}: ${error.message}`);
      if (!(error instanceof DifferenceError)) throw error;
      const report = path.join(root, `.cache/difference-${differences}.json`);
      writeFileSync(report, JSON.stringify({ file, seed: seed - 1, ...error.details }, null, 2));
      console.error(`  ${report}`);
    }
  }
}
const percent = (count) => `${((100 * count) / Math.max(counts.edits, 1)).toFixed(0)}%`;
console.log(
  `${counts.edits} edits of ${files} files, ${percent(counts.broken)} broken, ${percent(counts.incremental)} with a part of the tree kept; ${counts.findings} findings compared; ${differences} differences; ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
if (differences > 0) process.exitCode = 1;

function listSources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d|\.min)\.(?:[cm]?[jt]s|[jt]sx)$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:\.git|node_modules)[\\/]/u.test(file))
    .sort();
}
