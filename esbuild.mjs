// Bundles the server (server/dist) and the extension (client/out). Run `tsc -b` first: the server takes the
// plugin from eslint-plugin/dist. `node esbuild.mjs server` or `client` builds one of them.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmod, copyFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  platform: 'node',
  minify: true,
  // The notices beside the bundles name the licences.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { MULTI_REGION_VERSION: JSON.stringify(version) },
};

async function buildServer() {
  const outdir = 'server/dist';
  const parser = require.resolve('oxc-parser/wasm');
  const parserHash = createHash('sha256')
    .update(await readFile(parser))
    .digest('hex')
    .slice(0, 8);
  const { metafile } = await build({
    ...common,
    entryPoints: {
      'multi-region': 'server/src/cli/main.ts',
      'audit-worker': 'server/src/audit/audit-worker.ts',
      'follow-worker': 'server/src/lsp/program/follow-worker.ts',
      'config-host': 'server/src/eslint-config/host/config-host.ts',
    },
    outdir,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    target: 'node20',
    define: { ...common.define, MULTI_REGION_PARSER: JSON.stringify(parserHash) },
    // Its main entry asks for its parts in a way that cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // ESLint and the LSP library are CommonJS and require Node's own modules.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  });
  const chaos = await buildChaos(outdir);
  await copyFile(parser, join(outdir, 'parser.wasm'));
  await writeNotices(outdir, metafile, ['node_modules/oxc-parser']);
  await chmod(join(outdir, 'multi-region.js'), 0o755);
  // Last, so that a server which is started meanwhile finds its parts.
  await removeOthers(outdir, [
    ...Object.keys(metafile.outputs),
    ...chaos,
    join(outdir, 'parser.wasm'),
    join(outdir, noticesName),
  ]);
}

/**
 * Bundles what `multi-region chaos` loads into other processes, and the entry `multi-region/chaos` with its types:
 * CommonJS, which `--require`, `import` and Jest all take.
 *
 * @param {string} outdir
 * @returns {Promise<string[]>} the files
 */
async function buildChaos(outdir) {
  const { metafile } = await build({
    ...common,
    entryPoints: {
      chaos: 'server/src/chaos/region-down.ts',
      'chaos-preload': 'server/src/chaos/engine/preload.ts',
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    target: 'node20',
  });
  const types = join(outdir, 'chaos.d.cts');
  await copyFile('server/out/chaos/region-down.d.ts', types);
  return [...Object.keys(metafile.outputs), types];
}

/** Puts the parser of YAML into the plugin itself, which has no dependencies. */
async function bundlePluginParser() {
  const file = 'eslint-plugin/dist/languages/documents/yaml-parser.js';
  if (!(await readFile(file, 'utf8')).includes('@lezer/yaml')) return; // it is in already
  const { metafile } = await build({
    ...common,
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
  });
  await writeNotices('eslint-plugin/dist', metafile, []);
}

async function buildClient() {
  const outdir = 'client/out';
  const { metafile } = await build({
    ...common,
    entryPoints: { extension: 'client/src/extension.ts', 'language-client': 'client/src/language-client.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    // What is imported later is a bundle of its own, so that the activation does not read it.
    supported: { 'dynamic-import': false },
    plugins: [{ name: 'later', setup: importLater }],
  });
  await writeNotices(outdir, metafile, []);
}

/** @param {import('esbuild').PluginBuild} build */
function importLater({ onResolve }) {
  onResolve({ filter: /^\./ }, ({ kind, path }) =>
    kind === 'dynamic-import' ? { path: path.replace(/\.ts$/u, '.cjs'), external: true } : undefined,
  );
}

/**
 * Removes what an earlier build left: the names of parts change with their content.
 *
 * @param {string} folder
 * @param {string[]} wanted
 */
async function removeOthers(folder, wanted) {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  await Promise.all(
    files.filter((file) => !wanted.includes(file)).map((file) => rm(file, { recursive: true, force: true })),
  );
}

/**
 * Names the packages whose code is in a bundle, with their licences.
 *
 * @param {string} outdir
 * @param {import('esbuild').Metafile} metafile
 * @param {string[]} copied folders of packages of which files were copied
 */
async function writeNotices(outdir, metafile, copied) {
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(copied);
  for (const file of files) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(file) ?? [];
    if (folder) folders.add(folder);
  }
  const notices = await Promise.all([...folders].sort().map(describePackage));
  const intro = 'This software contains code of the following packages.\n';
  await writeFile(join(outdir, noticesName), [intro, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/** @param {string} folder */
async function describePackage(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const text = (await findLicence(folder)) ?? (license === 'MIT' ? writeMit(author) : undefined);
  if (text === undefined) {
    throw new Error(
      `${folder} has no text of its licence (${license}). Add it to findLicence in esbuild.mjs.`,
    );
  }
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/**
 * The text of a package's licence: in a file of its own, or at the end of its README.
 *
 * @param {string} folder
 */
async function findLicence(folder) {
  const names = await readdir(folder);
  const file = names.find((each) => /^(?:licen[cs]e|copying)/iu.test(each));
  if (file) {
    const text = await readFile(join(folder, file), 'utf8');
    if (text.trim() !== '') return text;
  }
  const readme = names.find((each) => /^readme/iu.test(each));
  const [, text = ''] = readme
    ? (await readFile(join(folder, readme), 'utf8')).split(/^#+[ \t]*licen[cs]e[ \t]*$/imu)
    : [];
  return /redistribution|permission is hereby granted/iu.test(text) ? text : undefined;
}

/** @param {string | { name: string }} author as package.json names them */
function writeMit(author) {
  const [holder] = (typeof author === 'string' ? author : (author?.name ?? 'the authors')).split(/ *[(<]/u);
  return `The MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

const targets = { server: buildServer, client: buildClient };
await bundlePluginParser();
const [only] = process.argv.slice(2);
if (only !== undefined && !(only in targets)) {
  console.error(`There is nothing called '${only}' to build; there are: ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
await Promise.all(
  Object.entries(targets).map(([name, run]) => (only === undefined || only === name ? run() : undefined)),
);
