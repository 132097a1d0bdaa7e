import { lstatSync, readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';

/**
 * What a path stands for, links followed; undefined when there is nothing that can be looked at.
 *
 * @param path absolute
 */
export function readStats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // in a folder that may not be entered, below a file, or a link to itself
  }
}

/** Whether there is anything of that name; not for a link that leads nowhere. */
export function exists(path: string): boolean {
  return readStats(path) !== undefined;
}

export function isFile(path: string): boolean {
  return readStats(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return readStats(path)?.isDirectory() ?? false;
}

/** Whether the name itself is a link, wherever it leads. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

/**
 * The path without links; undefined when there is nothing there.
 *
 * @param path absolute
 */
export function findRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/**
 * What is in a folder.
 *
 * @param folder absolute
 * @throws the error of the file system
 */
export function listEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/**
 * The names in a folder; none when it cannot be read.
 *
 * @param folder absolute
 */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
