// node bench/rules.mjs [folder...]: what the rules take of an ESLint run, by ESLint's own clock.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import js from '@eslint/js';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import multiRegion from '../eslint-plugin/dist/index.js';

const root = path.dirname(import.meta.dirname);
const runs = 3;
/** A rule of ESLint's own that looks at every variable and follows where it is written: the peer of the same run. */
const peer = 'prefer-const';

const folders = process.argv.slice(2);
if (folders.length === 0) folders.push(path.join(root, 'node_modules'), path.join(root, 'examples'));
for (const folder of folders) await measure(path.resolve(folder));

/** Lints a folder a few times, and prints the medians. */
async function measure(folder) {
  const files = pick(listSources(folder), 1_500);
  const results = [];
  for (let run = 0; run <= runs; run += 1) {
    const times = await lint(folder, files);
    if (run > 0) results.push(times); // the first one warms up
  }
  const median = (key) => results.map((times) => times[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
  const ours = median('rules');
  console.log(`${path.relative(process.cwd(), folder) || '.'}: ${files.length} files, medians of ${runs} runs
  all rules of multi-region  ${ours.toFixed(1)} ms, ${((ours / median('total')) * 100).toFixed(2)}% of parsing and all rules
  a file on average          ${(ours / files.length).toFixed(4)} ms
  of ${peer}            ${(ours / median('peer')).toFixed(2)} times its time`);
}

/** How long parsing, the peer and our rules took, in ms. */
async function lint(folder, files) {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    ignore: false,
    stats: true,
    allowInlineConfig: false,
    overrideConfig: [
      js.configs.recommended,
      ...tseslint.configs.recommended,
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        languageOptions: { parser },
        rules: { [peer]: 'warn' },
      },
      // Its core version throws on some TypeScript files.
      { rules: { 'no-unused-vars': 'off' } },
      multiRegion.configs.strict,
    ],
  });
  const times = { total: 0, rules: 0, peer: 0 };
  for (const file of files) {
    const [result] = await eslint.lintText(readFileSync(file, 'utf8'), { filePath: file });
    for (const pass of result?.stats?.times.passes ?? []) {
      times.total += pass.total ?? 0;
      for (const [name, { total }] of Object.entries(pass.rules ?? {})) {
        if (name.startsWith('multi-region/')) times.rules += total;
        else if (name === peer) times.peer += total;
      }
    }
  }
  return times;
}

/** An even choice of some of the files, so that a run stays under a minute. */
function pick(files, count) {
  const step = Math.max(files.length / count, 1);
  return Array.from({ length: Math.min(files.length, count) }, (_, index) => files[Math.floor(index * step)]);
}

/** The source files of a folder, in the order of their paths; without type declarations and minified code. */
function listSources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d|\.min)\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}.git${path.sep}`))
    .sort();
}
