import { dirname, join } from 'node:path';
import { readStats } from '../files/folders.ts';

/**
 * Finds what Node would wait for when a file asks for a package: it reads manifests on its way up, waits for the writer of
 * a pipe, and reads a device for ever.
 *
 * @param from absolute: the file that asks
 * @param name of the package: `eslint`
 * @returns the path of a manifest that is no file; undefined when all is well
 */
export function findEndless(from: string, name: string): string | undefined {
  const files = [from];
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    files.push(join(folder, 'package.json'), join(folder, 'node_modules', name, 'package.json'));
    if (dirname(folder) === folder) break;
  }
  return files.find(isEndless);
}

function isEndless(path: string): boolean {
  const stats = readStats(path);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
