import { dirname, resolve } from 'node:path';
import { readStats } from '../files/folders.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads the folder that a command works on: its only argument, or the current folder.
 *
 * @param command its name, for the message
 * @returns absolute
 * @throws UsageError when there is no such folder
 */
export function findFolder(command: string, [dir = '.', ...others]: readonly string[]): string {
  if (others.length > 0) {
    throw new UsageError(`${command} takes one folder, but got ${others.length + 1}. Run it once for each.`);
  }
  const folder = resolve(dir);
  const stats = readStats(folder);
  if (!stats) throw new UsageError(`There is no folder '${dir}'. Give the path of a folder that exists.`);
  if (!stats.isDirectory()) {
    throw new UsageError(`'${dir}' is a file. Give the folder that it is in: '${dirname(dir)}'.`);
  }
  return folder;
}
