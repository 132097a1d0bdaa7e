import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Where results are kept between runs: in `node_modules/.cache` of the project where there is a
 * `node_modules`, otherwise where the operating system has its caches.
 *
 * @param root absolute; the folder that is worked on
 * @returns absolute; need not exist yet
 */
export function findCacheFolder(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'multi-region');
    // Beyond the repository begins what belongs to others.
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) break;
  }
  return join(getUserCaches(), 'multi-region');
}

function getUserCaches(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Caches');
    case 'win32':
      return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
    default:
      return XDG_CACHE_HOME ?? join(homedir(), '.cache');
  }
}
