import { isAbsolute, relative, sep } from 'node:path';

/**
 * Whether a path lies in a folder; the folder itself does not. Compares names only: for what the disk has, give real paths.
 *
 * @param folder absolute
 * @param path absolute
 */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
