// node scripts/fuzz-mutants.mjs [FOLDER...] [--count 30000] [--ways 300] [--seed 0]: lints and edits mutants of the files of
// some folders (by default the examples and fixtures) and of made-up programs; and compares what eslint, the audit and the
// server say of some of them. Build first: the audit and the server are the built ones.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '30000' },
    ways: { type: 'string', default: '300' },
    seed: { type: 'string', default: '0' },
  },
});
const folders =
  positionals.length > 0
    ? positionals.map((folder) => path.resolve(folder))
    : ['examples', 'test/fixtures'].map((folder) => path.join(root, folder));

process.env.MULTI_REGION_TEST_CLI ??= path.join(root, 'server/dist/multi-region.js');
const bundle = path.join(root, '.cache/fuzz-mutants.mjs');
mkdirSync(path.dirname(bundle), { recursive: true });
await build({
  stdin: {
    contents: [
      "export { checkMutants } from './test/robustness/mutants/check-mutants.ts';",
      "export { compareWays } from './test/robustness/mutants/compare-ways.ts';",
      "export { readSources } from './test/robustness/mutants/sources.ts';",
    ].join('\n'),
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { checkMutants, compareWays, readSources } = await import(pathToFileURL(bundle).href);

const sources = folders.flatMap(readSources);
const seed = Number(values.seed);
const started = performance.now();
let faults = 0;

const totals = { mutants: 0, parsed: 0, findings: 0, suggestions: 0, plans: 0 };
const step = 100;
for (let done = 0; done < Number(values.count); done += step) {
  const from = seed + done;
  // One that breaks down is told of, and those of its hundred are tried one by one.
  const parts = await checkMutants(sources, { count: step, seed: from }).then(
    (counts) => [counts],
    () => one(from),
  );
  for (const counts of parts) for (const [name, count] of Object.entries(counts)) totals[name] += count;
}
console.log('mutants', totals);

async function one(from) {
  const parts = [];
  for (let index = from; index < from + step; index++) {
    try {
      parts.push(await checkMutants(sources, { count: 1, seed: index }));
    } catch (error) {
      faults += 1;
      console.error(`${error.message.slice(0, 2000)}\n-> ${error.cause?.stack ?? error.cause}\n`);
    }
  }
  return parts;
}

for (let done = 0; done < Number(values.ways); done += step) {
  const count = Math.min(step, Number(values.ways) - done);
  const outcome = await compareWays(sources, { count, seed: seed + 1_000_000 + done * 1000 });
  const { eslint, audit, server, files } = outcome;
  for (const [name, verdicts] of Object.entries({ audit, server })) {
    const missing = eslint.filter((verdict) => !verdicts.includes(verdict));
    const more = verdicts.filter((verdict) => !eslint.includes(verdict));
    for (const verdict of missing) console.error(`only eslint, not the ${name}: ${verdict}`);
    for (const verdict of more) console.error(`only the ${name}, not eslint: ${verdict}`);
    faults += missing.length + more.length;
  }
  console.log(`three ways: ${files} files that all can read, ${eslint.length} findings`);
}
console.log(`${faults} faults, ${Math.round((performance.now() - started) / 1000)} s`);
process.exitCode = faults > 0 ? 1 : 0;
