import { relative } from 'node:path';

/**
 * A path as it is printed: relative to the current folder, so that a terminal can open it.
 *
 * @param path absolute
 * @param cwd absolute
 */
export function showPath(path: string, cwd: string): string {
  // A file may be called anything, and its name must not steer the terminal.
  return (relative(cwd, path) || '.').replaceAll(/\p{Cc}/gu, '?');
}
