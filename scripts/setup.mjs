// What every command needs first: the right Node, the dependencies, the build.
// Only Node's own modules, and nothing newer than an old Node can parse: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const sources = [
  'client/src',
  'client/tsconfig.json',
  'esbuild.mjs',
  'eslint-plugin/package.json',
  'eslint-plugin/src',
  'eslint-plugin/tsconfig.json',
  'package-lock.json',
  'server/package.json',
  'server/src',
  'server/tsconfig.json',
  'tsconfig.json',
];
const outputs = ['client/out/extension.cjs', 'eslint-plugin/dist/index.js', 'server/dist/multi-region.js'];

/**
 * Installs and builds what is missing or out of date; says on stderr what it does.
 *
 * @throws an Error whose message can be shown as it is
 */
export function setUp() {
  checkNode();
  if (!isInstalled()) install();
  if (isStale()) build();
}

/**
 * Runs a program of the project to its end, with its output on this terminal.
 *
 * @param {string[]} args a script and its arguments
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code; 1 when a signal ended it
 */
export function runNode(args, options) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

function checkNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  if (compareVersions(process.versions.node, wanted) < 0) {
    throw new Error(
      `Multi-Region needs Node ${wanted} or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
    );
  }
}

/** Whether node_modules holds what the lockfile names; npm keeps its own record of what it installed. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([folder, { optional, version }]) =>
      !folder.includes('node_modules/') ||
      (folder in installed ? installed[folder].version === version : optional),
  );
}

function install() {
  console.error('Installing the dependencies (npm ci) ...');
  // No package needs its install script here, and NODE_ENV=production must not leave out the build's tools.
  const status = npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Error(`npm ci failed (exit code ${status}); its messages are above.`);
}

function isStale() {
  const built = modified('.cache/built');
  return outputs.some((file) => modified(file) === 0) || sources.some((entry) => modified(entry) > built);
}

function build() {
  console.error('Building ...');
  const start = new Date();
  const status = npm(['run', '--silent', 'build']);
  if (status !== 0) throw new Error(`The build failed (exit code ${status}); its messages are above.`);
  // The compiler leaves outputs alone that would not change, so their own times do not tell.
  const stamp = path.join(root, '.cache/built');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, start, start);
}

/** Milliseconds of the last change of a file, or of anything in a folder; 0 when it does not exist. */
function modified(entry) {
  const full = path.join(root, entry);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat) return 0;
  // A folder's own time tells of files that were removed.
  const inside = stat.isDirectory() ? readdirSync(full).map((name) => modified(path.join(entry, name))) : [];
  return Math.max(stat.mtimeMs, ...inside);
}

function npm(args) {
  // The npm that started this script, where there is one: it need not be on the PATH.
  const cli = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  // Its output goes to stderr: stdout is for what the user asked for.
  const options = {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  };
  return spawnSync(command, [...first, ...args], options).status ?? 1;
}

function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  const differing = a.findIndex((number, index) => number !== b[index]);
  return differing < 0 ? 0 : a[differing] - b[differing];
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
