import { dirname, join, relative, resolve, sep } from 'node:path';
import { readBytes } from '../files/read-file.ts';
import { describeFileError } from '../files/describe-file-error.ts';
import { readStats } from '../files/folders.ts';
import { findRepository } from '../files/git/find-repository.ts';
import { isInside } from '../files/inside.ts';
import { UsageError } from './usage-error.ts';

/** What an audit is asked to look at. */
export interface Targets {
  /** Whether nothing was named, so that the current folder is meant. */
  isDefault: boolean;
  /** Absolute; several are several repositories. */
  roots: [string, ...string[]];
  /** Relative to the only root, with `/`: only these files; undefined for all. */
  files: ReadonlySet<string> | undefined;
}

/**
 * Reads what an audit works on: folders, or files of one project.
 *
 * @param list a file that names folders, one a line, relative to where it is; undefined where there is none
 * @throws UsageError for what is not there, and for files among folders
 */
export function findTargets(args: readonly string[], list: string | undefined): Targets {
  const named = list === undefined ? [] : readList(list);
  const paths = [...args.map((arg) => ({ shown: arg, path: resolve(arg) })), ...named];
  if (paths.length === 0) return { isDefault: true, roots: [resolve('.')], files: undefined };
  const kinds = paths.map(({ shown, path }) => {
    const stats = readStats(path);
    if (!stats) throw new UsageError(`There is no file or folder '${shown}'. Check the path.`);
    return stats.isDirectory() ? 'folder' : 'file';
  });
  const unique = [...new Set(paths.map(({ path }) => path))];
  const [first, ...others] = unique;
  if (first === undefined) throw new UsageError('There is nothing to audit.');
  if (!kinds.includes('file')) return { isDefault: false, roots: [first, ...others], files: undefined };
  if (kinds.includes('folder')) {
    throw new UsageError('audit takes files or folders, but not both at a time. Run it once for each.');
  }
  const root = findCommonFolder([first, ...others]);
  const files = new Set(unique.map((path) => relative(root, path).replaceAll(sep, '/')));
  return { isDefault: false, roots: [root], files };
}

/**
 * The current folder where all files are in it, as a commit hook has it; else their repository, else the folder that they
 * have in common. What the current folder has in common with files elsewhere may be the whole disk.
 */
function findCommonFolder(paths: readonly [string, ...string[]]): string {
  const holdsAll = (folder: string) => paths.every((path) => isInside(folder, path));
  if (holdsAll(process.cwd())) return process.cwd();
  let folder = dirname(paths[0]);
  const top = findRepository(folder)?.top;
  if (top !== undefined && holdsAll(top)) return top;
  while (!holdsAll(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function readList(file: string): { shown: string; path: string }[] {
  let text;
  try {
    text = readBytes(resolve(file)).toString('utf8');
  } catch (error) {
    throw new UsageError(`--repositories: '${file}': ${describeFileError(error)}`);
  }
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  return lines.flatMap((line) => {
    const shown = line.replace(/(?:^|\s)#.*$/u, '').trim();
    return shown === '' ? [] : [{ shown, path: resolve(join(dirname(file)), shown) }];
  });
}
