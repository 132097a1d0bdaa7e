import { join, posix } from 'node:path';
import { listNames } from '../files/folders.ts';
import { findText } from '../files/read-text.ts';
import { isRecord } from './is-record.ts';
import { createGlobTest, readWorkspaceGlobs } from './workspaces.ts';

/** A package.json of the audited folder. */
export interface Package {
  /** Its folder, relative to the audited one, with `/`; '' is the audited folder. */
  folder: string;
  name: string | undefined;
  /** What it says, unchecked. */
  manifest: Record<string, unknown>;
}

/** What lies around the source files: folders, packages, and the configuration that names source files. */
export interface Project {
  /** Absolute. */
  root: string;
  /** The source files that are looked at, relative to `root`, with `/`. */
  files: ReadonlySet<string>;
  /** By folder, those that are further out first. */
  packages: readonly Package[];
  /** serverless.yml, template.yaml (SAM) and cdk.json files, relative to `root`. */
  configFiles: readonly string[];
  /** The folders with a tsconfig.json, and the name of the one that says the most about import paths. */
  tsconfigs: ReadonlyMap<string, string>;
  /** The innermost package that a file belongs to. */
  packageOf(path: string): Package | undefined;
  /**
   * The package of this name that a file can import: its own, or another one of its workspace.
   *
   * @param from the importing file
   */
  findPackage(name: string, from: string): Package | undefined;
}

const configName = /^(?:serverless(?:\.[\w-]+)?\.ya?ml|template\.ya?ml|sam\.ya?ml|cdk\.json)$/u;

/**
 * Looks at the folders that source files are in, and at those above, up to the audited one.
 *
 * @param root absolute
 * @param paths the source files, relative to `root`, with `/`
 */
export function readProject(root: string, paths: Iterable<string>): Project {
  const files = new Set(paths);
  const packages = new Map<string, Package>();
  const configFiles: string[] = [];
  const tsconfigs = new Map<string, string>();
  const workspaces: Workspace[] = [];
  for (const folder of listFolders(files)) {
    const names = listNames(join(root, folder));
    if (names.includes('package.json')) {
      const manifest = readManifest(join(root, folder, 'package.json'));
      const { name } = manifest;
      packages.set(folder, { folder, name: typeof name === 'string' ? name : undefined, manifest });
    }
    const globs = readWorkspaceGlobs(join(root, folder), names, packages.get(folder)?.manifest);
    const matches = createGlobTest(globs);
    if (globs.length > 0)
      workspaces.push({ folder, includes: (path) => matches(posix.relative(folder, path)) });
    for (const name of names) if (configName.test(name)) configFiles.push(posix.join(folder, name));
    const config = chooseTsconfig(join(root, folder), names);
    if (config !== undefined) tsconfigs.set(folder, config);
  }
  const packageOf = (path: string): Package | undefined => {
    for (const folder of foldersAbove(path)) {
      const found = packages.get(folder);
      if (found) return found;
    }
    return undefined;
  };
  const byName = groupByName(packages.values());
  return {
    root,
    files,
    packages: [...packages.values()],
    configFiles,
    tsconfigs,
    packageOf,
    findPackage(name, from) {
      const all = byName.get(name);
      if (!all) return undefined;
      const own = packageOf(from);
      if (own?.name === name) return own;
      return all.find(({ folder }) =>
        workspaces.some(
          (each) => isIn(each.folder, from) && isIn(each.folder, folder) && each.includes(folder),
        ),
      );
    },
  };
}

/** Packages that may import each other by their names. */
interface Workspace {
  /** Where it is declared, relative to the audited folder. */
  folder: string;
  /** Whether it has a package in this folder, relative to the audited one. */
  includes(folder: string): boolean;
}

/**
 * The folders that a file is in, from the innermost to the audited one.
 *
 * @param path relative, with `/`
 * @returns relative; '' at the end
 */
export function* foldersAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end);
  }
  yield '';
}

/** A path in a folder, for functions that ask for a file. */
export function fileIn(folder: string): string {
  return posix.join(folder, 'file');
}

function groupByName(packages: Iterable<Package>): Map<string, Package[]> {
  const groups = new Map<string, Package[]>();
  for (const each of packages) {
    if (each.name !== undefined) groups.set(each.name, [...(groups.get(each.name) ?? []), each]);
  }
  return groups;
}

function isIn(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function listFolders(files: ReadonlySet<string>): string[] {
  const folders = new Set(['']);
  for (const path of files) {
    for (const folder of foldersAbove(path)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return [...folders].sort();
}

/**
 * A tsconfig.json may leave all to others beside it: `references` to tsconfig.app.json, `extends` of
 * tsconfig.base.json.
 */
function chooseTsconfig(folder: string, names: readonly string[]): string | undefined {
  const all = names.filter((name) => /^(?:jsconfig|tsconfig(?:\.[\w-]+)*)\.json$/u.test(name));
  const byRank = ['tsconfig.json', 'jsconfig.json', ...all.sort()].filter((name) => all.includes(name));
  const [first] = byRank;
  if (byRank.length < 2) return first;
  return byRank.find((name) => (findText(join(folder, name)) ?? '').includes('"paths"')) ?? first;
}

function readManifest(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(findText(path) ?? '');
    return isRecord(value) ? value : {};
  } catch {
    return {}; // a package all the same: its folder ends another one
  }
}

/** The folder of a file, relative as the file is; '' is the audited folder. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
