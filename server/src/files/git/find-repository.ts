import { dirname, join, relative, resolve, sep } from 'node:path';
import { exists, findRealPath, isFile, isFolder, readStats } from '../folders.ts';
import { findText } from '../read-text.ts';

/** A repository, as its files show it; git is not asked. */
export interface Repository {
  /** Absolute, without links: the folder that its files are in. */
  top: string;
  /** Absolute: the folder of git's own files; for a linked worktree or a submodule it lies elsewhere. */
  gitFolder: string;
  /** Absolute: the same for what all worktrees of the repository share: hooks, configuration. */
  commonFolder: string;
}

/**
 * Finds the repository that a folder is in.
 *
 * @param folder absolute
 * @returns undefined outside of any
 */
export function findRepository(folder: string): Repository | undefined {
  for (let top = findRealPath(folder) ?? folder; ; top = dirname(top)) {
    const gitFolder = findGitFolder(join(top, '.git'));
    if (gitFolder !== undefined) return { top, gitFolder, commonFolder: findCommonFolder(gitFolder) };
    if (dirname(top) === top) return undefined;
  }
}

/**
 * Where a folder lies in its repository, so that others can find the files of a report.
 *
 * @param folder absolute
 * @returns with `/` and none at the end; '' for the root of a repository, and outside of any
 */
export function findRepositoryFolder(folder: string): string {
  const real = findRealPath(folder) ?? folder;
  const top = findRepository(real)?.top ?? real;
  return relative(top, real).replaceAll(sep, '/');
}

/** Whether git could wait for ever in a repository: one of its files is a pipe or a device. */
export function hasPipes({ top, gitFolder }: Repository): boolean {
  const names = ['HEAD', 'config', 'config.worktree', 'index', 'packed-refs', 'shallow', 'info/exclude'];
  const paths = [
    ...names.map((name) => join(gitFolder, name)),
    join(top, '.gitignore'),
    join(top, '.gitattributes'),
  ];
  return paths.some((path) => {
    const stats = readStats(path);
    return stats !== undefined && !stats.isFile() && !stats.isDirectory();
  });
}

function findGitFolder(path: string): string | undefined {
  if (isFolder(path)) return exists(join(path, 'HEAD')) ? path : undefined;
  if (!isFile(path)) return undefined;
  const [, target] = /^gitdir: ([^\r\n]+)/u.exec(findText(path) ?? '') ?? [];
  return target === undefined ? undefined : resolve(dirname(path), target);
}

function findCommonFolder(gitFolder: string): string {
  const target = findText(join(gitFolder, 'commondir'))?.trim();
  return target ? resolve(gitFolder, target) : gitFolder;
}
