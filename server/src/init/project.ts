import { dirname, join } from 'node:path';
import { exists, listNames } from '../files/folders.ts';
import { findRepository } from '../files/git/find-repository.ts';
import { FileError } from '../files/file-error.ts';
import { findText, readText } from '../files/read-text.ts';
import { detectPackageManager, type PackageManager } from './package-manager.ts';
import { SetUpError } from './set-up-error.ts';

/** What `package.json` says, as far as it matters here. */
interface Manifest {
  type?: unknown;
  packageManager?: unknown;
  eslintConfig?: unknown;
  dependencies?: Record<string, unknown>;
  devDependencies?: Record<string, unknown>;
  peerDependencies?: Record<string, unknown>;
  optionalDependencies?: Record<string, unknown>;
}

/** What there is in a folder that is to be set up. */
export interface Project {
  /** absolute */
  folder: string;
  /** the folder and those above it that belong to the same repository, nearest first */
  folders: string[];
  /** the top of the git repository; undefined outside of one */
  repository: string | undefined;
  /** the file names in the folder */
  names: ReadonlySet<string>;
  packageManager: PackageManager;
  /** `type` of package.json is `module` */
  isModule: boolean;
  hasTypeScript: boolean;
  /** what package.json declares: package name to range */
  dependencies: ReadonlyMap<string, string>;
  /** the ESLint that is installed or declared; undefined without either */
  eslintVersion: Version | undefined;
  /** the name of the flat config in the folder */
  flatConfig: string | undefined;
  /** configs of the old format: file names, and `eslintConfig in package.json` */
  oldConfigs: string[];
}

/** The first two parts of a version. */
export interface Version {
  major: number;
  minor: number;
}

/** The names of flat configs, in the order in which ESLint looks for them. */
const flatConfigs = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

/**
 * Looks at a folder.
 *
 * @param folder absolute
 * @throws SetUpError when it has no package.json, or one that cannot be read
 */
export function readProject(folder: string): Project {
  const manifest = readManifest(join(folder, 'package.json'));
  const repository = findRepository(folder)?.top;
  const folders = listAbove(folder, repository);
  const names = new Set(listNames(folder));
  const dependencies = readDependencies(manifest);
  return {
    folder,
    folders,
    repository,
    names,
    packageManager: detectPackageManager(folders, manifest.packageManager),
    isModule: manifest.type === 'module',
    hasTypeScript: names.has('tsconfig.json') || dependencies.has('typescript'),
    dependencies,
    eslintVersion: readInstalled(folders) ?? readVersion(dependencies.get('eslint')),
    flatConfig: flatConfigs.find((name) => names.has(name)),
    oldConfigs: [
      ...[...names].filter((name) => /^\.eslintrc(?:\.(?:cjs|js|json|ya?ml))?$/u.test(name)).sort(),
      ...(manifest.eslintConfig === undefined ? [] : ['eslintConfig in package.json']),
    ],
  };
}

/**
 * The flat config that ESLint takes for a folder that has none: the next one above.
 *
 * @returns absolute; undefined when there is none in the repository
 */
export function findConfigAbove({ folders }: Project): string | undefined {
  for (const folder of folders.slice(1)) {
    const name = flatConfigs.find((each) => exists(join(folder, each)));
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

/** Whether a version is at least that. */
export function isAtLeast({ major, minor }: Version, wanted: Version): boolean {
  return major === wanted.major ? minor >= wanted.minor : major > wanted.major;
}

function readManifest(path: string): Manifest {
  if (!exists(path)) {
    throw new SetUpError(
      `There is no ${path}. ESLint is set up in a folder with a package.json: give that folder, or run 'npm init' first. ` +
        `'multi-region audit' needs neither.`,
    );
  }
  try {
    const manifest: unknown = JSON.parse(readText(path).replace(/^\uFEFF/u, ''));
    if (typeof manifest === 'object' && manifest !== null) return manifest;
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new SetUpError(`${path} is not JSON: ${(error as Error).message}. Correct it first.`);
  }
  throw new SetUpError(`${path} holds no object. Correct it first.`);
}

function readDependencies(manifest: Manifest): Map<string, string> {
  const { optionalDependencies, peerDependencies, dependencies, devDependencies } = manifest;
  const all = [optionalDependencies, peerDependencies, dependencies, devDependencies];
  return new Map(
    all.flatMap((each) => Object.entries(each ?? {}).map(([name, range]) => [name, String(range)] as const)),
  );
}

function listAbove(folder: string, repository: string | undefined): string[] {
  const folders = [folder];
  for (let current = folder; repository !== undefined && current !== repository;) {
    const parent = dirname(current);
    if (parent === current) break;
    folders.push(parent);
    current = parent;
  }
  return folders;
}

function readInstalled(folders: readonly string[]): Version | undefined {
  for (const folder of folders) {
    try {
      const text = findText(join(folder, 'node_modules/eslint/package.json')) ?? '';
      return readVersion((JSON.parse(text) as { version?: string }).version);
    } catch {
      // Not here; a package manager may have put it above.
    }
  }
  return undefined;
}

/** Reads a version, or the lowest one of a simple range; undefined for `latest`, `workspace:*` and the like. */
function readVersion(range: string | undefined): Version | undefined {
  const match = /^(?:npm:eslint@)?[\^~>=v\s]*(\d+)(?:\.(\d+))?/u.exec(range ?? '');
  return match ? { major: Number(match[1]), minor: Number(match[2] ?? 0) } : undefined;
}
