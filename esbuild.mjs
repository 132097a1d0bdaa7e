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
      'config-host': 'server/src/eslint-config/host/config-host.ts',
    },
    outdir,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    target: 'node20',
    define: { ...common.define, MULTI_REGION_PARSER: JSON.stringify(parserHash) },
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
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/iu.test(each));
  const text = file ? await readFile(join(folder, file), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
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
