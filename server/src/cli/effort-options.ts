import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effort } from '../audit/audit-files.ts';
import { findCacheFolder, findUserFolder } from '../files/cache-folder.ts';
import { isInside } from '../files/inside.ts';
import { readSecret } from '../files/private-folder.ts';
import type { CacheOptions } from '../files/result-cache.ts';
import { UsageError } from './usage-error.ts';
import { parserBuild, version } from './version.ts';

export const effortOptions = {
  'cache-location': { type: 'string' },
  'no-cache': { type: 'boolean', default: false },
  threads: { type: 'string' },
} as const;

export const effortHelp = `  --no-cache        neither use nor keep results of files that have not changed
  --cache-location DIR
                    keep them in DIR; by default among your caches, never in the folder
  --threads N       use at most N threads; by default as many as the machine has, up to 4`;

interface EffortValues {
  'cache-location'?: string | undefined;
  'no-cache': boolean;
  threads?: string | undefined;
}

/** More would need more memory than an audit should; each thread has its own ESLint and parser. */
const threadsByDefault = 4;

/**
 * Reads how much an audit may use.
 *
 * @param root absolute; the audited folder
 * @param log is told what went wrong without stopping the audit
 * @throws UsageError when an option is wrong
 */
export function readEffort(values: EffortValues, root: string, log: (message: string) => void): Effort {
  const location = values['cache-location'];
  if (location !== undefined && values['no-cache']) {
    throw new UsageError('--cache-location and --no-cache exclude each other. Leave one of them out.');
  }
  // Where nobody asked for a cache in a place, not having one is no news.
  const onCacheError =
    location === undefined
      ? undefined
      : ({ message }: Error) => {
          log(`--cache-location: '${location}' could not be written, so nothing is kept: ${message}`);
        };
  return {
    threads: readThreads(values.threads),
    cache: values['no-cache'] ? undefined : openCache(root, location, onCacheError),
    onCacheError,
  };
}

/**
 * What lies in the audited folder may come from anybody, and counts only with the secret of the user. Elsewhere the secret
 * lies beside the cache, so that both can be carried to another machine.
 */
function openCache(
  root: string,
  location: string | undefined,
  onError: ((error: Error) => void) | undefined,
): CacheOptions | undefined {
  const version = readBuild();
  const folder = location === undefined ? findCacheFolder(root) : resolve(location);
  if (version === undefined || folder === undefined) return undefined;
  const isApart = location !== undefined && folder !== root && !isInside(root, folder);
  const secretFolder = isApart ? folder : findUserFolder();
  if (secretFolder === undefined) return undefined;
  try {
    return { file: join(folder, 'audit'), version, secret: readSecret(secretFolder) };
  } catch (error) {
    onError?.(error instanceof Error ? error : new Error(String(error)));
    return undefined;
  }
}

function readThreads(text: string | undefined): number {
  if (text === undefined) return Math.min(availableParallelism(), threadsByDefault);
  if (/^[1-9]\d?$/u.test(text)) return Number(text);
  throw new UsageError(`--threads is '${text}', but takes a number from 1 to 99.`);
}

/**
 * Names what makes the results, so that another build does not take them for its own. The bundler puts a hash of
 * a part and of all that it imports into the part's name; sources have none, and then there is no cache.
 */
function readBuild(): string | undefined {
  const [, hash] = /-([0-9A-Z]{8})\.js$/u.exec(basename(fileURLToPath(import.meta.url))) ?? [];
  return hash && `${version}-${hash}-${parserBuild}`;
}
