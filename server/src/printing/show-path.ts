import { relative } from 'node:path';
import { printable } from './printable.ts';

/**
 * A path as it is printed: relative to the current folder, so that a terminal can open it.
 *
 * @param path absolute
 * @param cwd absolute
 */
export function showPath(path: string, cwd: string): string {
  return printable(relative(cwd, path) || '.');
}
