import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { findRealPath } from './folders.ts';

/**
 * Where results are kept between runs: among the caches of the user, never in the folder that is worked on, which may
 * bring along anything.
 *
 * @param root absolute; the folder that is worked on
 * @returns absolute; need not exist yet. Undefined where the user has no folder of their own
 */
export function findCacheFolder(root: string): string | undefined {
  const caches = findUserFolder();
  if (caches === undefined) return undefined;
  const id = createHash('sha256')
    .update(findRealPath(root) ?? root)
    .digest('hex')
    .slice(0, 16);
  return join(caches, id);
}

/** The folder for all that this program keeps for a user. */
export function findUserFolder(): string | undefined {
  const caches = findUserCaches();
  return caches !== undefined && isAbsolute(caches) ? join(caches, 'multi-region') : undefined;
}

function findUserCaches(): string | undefined {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env;
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return home && join(home, 'Library', 'Caches');
    case 'win32':
      return isAbsolute(LOCALAPPDATA) ? LOCALAPPDATA : home && join(home, 'AppData', 'Local');
    default:
      // The specification says so of paths that are not absolute: https://specifications.freedesktop.org/basedir
      return isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : home && join(home, '.cache');
  }
}
