import { dirname, relative, sep } from 'node:path';

/** Whether a file or folder is in a folder, or is that folder. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && way !== path;
}

/** The folders from that of a file up to the root, nearest first; only the nearest when the file is elsewhere. */
export function listFoldersAbove(path: string, root: string): [string, ...string[]] {
  const folders: [string, ...string[]] = [dirname(path)];
  for (let folder = folders[0]; folder !== root && isWithin(folder, root);) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** A path as it is written in code and messages: relative, with forward slashes. */
export function showPath(path: string, folder: string): string {
  return relative(folder, path).split(sep).join('/');
}
