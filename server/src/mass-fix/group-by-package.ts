import { dirname, join, sep } from 'node:path';
import { exists } from '../files/folders.ts';

/**
 * Puts files together that belong to the same package: the folder of the nearest package.json above them, or the root
 * where there is none.
 *
 * @param root absolute
 * @param paths relative to `root`, with `/`
 * @returns by the absolute folder of the package, the innermost first: what is made for a package is not to be found by
 *   those inside it
 */
export function groupByPackage(root: string, paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string>([['.', root]]);
  const groups = new Map<string, string[]>();

  function findPackage(folder: string): string {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const isPackage = exists(join(root, folder, 'package.json'));
    const found = isPackage ? join(root, folder) : findPackage(dirname(folder));
    folders.set(folder, found);
    return found;
  }

  for (const path of paths) {
    const folder = findPackage(dirname(path));
    const group = groups.get(folder);
    if (group) group.push(path);
    else groups.set(folder, [path]);
  }
  return new Map([...groups].sort(([a], [b]) => countParts(b) - countParts(a)));
}

function countParts(folder: string): number {
  return folder.split(sep).length;
}
