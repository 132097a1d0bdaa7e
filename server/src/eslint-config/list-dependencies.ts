import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { findRealPath, isFile } from '../files/folders.ts';
import { findEndless } from './find-endless.ts';
import { findText } from '../files/read-text.ts';

/**
 * Lists the files that a config consists of: what it imports, as far as it is written out, and what those import.
 * Packages that were installed are left out: a lockfile changes with them. Packages of a monorepo are in.
 *
 * @param configFile absolute
 * @returns absolute paths, the config itself first; with those that are imported, but not there
 */
export function listDependencies(configFile: string): string[] {
  const found = new Set([configFile]);
  const add = (file: string | undefined) => {
    if (file !== undefined && found.size < limit && !isInstalled(file)) found.add(file);
  };
  // Whoever is added is visited, too.
  for (const file of found) {
    for (const specifier of listSpecifiers(file)) add(resolveSpecifier(specifier, file));
  }
  return [...found];
}

const limit = 200;
const specifiers = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\(|\.resolve\s*\()\s*(['"`])([^'"`\n]+)\1/gu;

function listSpecifiers(file: string): string[] {
  return Array.from((findText(file) ?? '').matchAll(specifiers), ([, , name = '']) => name);
}

function resolveSpecifier(specifier: string, from: string): string | undefined {
  if (/^\.{0,2}\//u.test(specifier)) {
    const path = resolve(dirname(from), specifier);
    // TypeScript names what will be there: `./base.js` for `./base.ts`.
    const bases = [path, path.replace(/\.[cm]?js$/u, '')];
    return bases.flatMap((base) => endings.map((ending) => base + ending)).find(isFile) ?? path;
  }
  // Node reads manifests on its way, and would wait for a pipe in the place of one.
  if (findEndless(from, getPackageName(specifier)) !== undefined) return undefined;
  const { resolve: find } = createRequire(from);
  try {
    const path = find(specifier);
    return path.includes(sep) ? findRealPath(path) : undefined; // Node's own modules have no path
  } catch {
    return findLinkedPackage(specifier, from);
  }
}

const extensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json'];
const endings = ['', ...extensions, ...extensions.map((extension) => `/index${extension}`)];

/** `@acme/lint/strict` -> `@acme/lint` */
function getPackageName(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? '';
}

/** The manifest of a package that cannot be required, only imported: it names the file. */
function findLinkedPackage(specifier: string, from: string): string | undefined {
  const name = getPackageName(specifier);
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    if (isFile(join(home, 'package.json')))
      return findEntry(findRealPath(home) ?? home, specifier.slice(name.length));
    if (dirname(folder) === folder) return undefined;
  }
}

function findEntry(home: string, subpath: string): string | undefined {
  const { exports, main } = readManifest(join(home, 'package.json'));
  const entries = typeof exports === 'object' && exports !== null ? (exports as Record<string, unknown>) : {};
  const target = entries[`.${subpath}`] ?? (subpath === '' ? (exports ?? main) : `.${subpath}`);
  const file = pickTarget(target);
  return file === undefined ? undefined : endings.map((ending) => resolve(home, file) + ending).find(isFile);
}

function readManifest(path: string): Manifest {
  try {
    const value: unknown = JSON.parse(findText(path) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

interface Manifest {
  exports?: unknown;
  main?: string;
}

/** `{ types: …, import: { default: './index.js' } }` -> './index.js' */
function pickTarget(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const conditions = target as Record<string, unknown>;
  return pickTarget(conditions.import ?? conditions.node ?? conditions.default);
}

function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}
