import type { Stats } from 'node:fs';
import { basename } from 'node:path';
import { readStats } from '../files/folders.ts';
import { readBytes } from '../files/read-file.ts';
import type enhancedResolve from 'enhanced-resolve';

type FileSystem = enhancedResolve.FileSystem;

/**
 * The file system as the resolver gets to see it: the real one, with files that are not there yet because no
 * build has run, and without configuration that would make it give up.
 *
 * @param isBuiltFile whether a build would write this file (absolute), as far as one can tell
 */
export function createResolverFiles(isBuiltFile: (path: string) => boolean): FileSystem {
  const known = new Map<string, Stats | undefined>();
  const contents = new Map<string, Buffer | undefined>();
  const parsed = new Map<string, unknown>();
  let someFile: Stats | undefined;

  function find(path: string): Stats | undefined {
    if (known.has(path)) return known.get(path);
    let stats = readStats(path);
    if (!stats && isBuiltFile(path)) stats = someFile ??= readStats(process.execPath);
    known.set(path, stats);
    return stats;
  }

  /** For each import, the resolver asks again for the package.json of all folders above. */
  function read(path: string): Buffer | undefined {
    if (contents.has(path)) return contents.get(path);
    const content = readConfig(path);
    contents.set(path, content);
    return content;
  }

  /** @throws SyntaxError */
  function parse(path: string, content: Buffer): unknown {
    if (parsed.has(path)) return parsed.get(path);
    const json: unknown = JSON.parse(content.toString('utf8'));
    parsed.set(path, json);
    return json;
  }

  const files = {
    stat(path: string, callback: Callback<Stats>) {
      const stats = find(path);
      if (stats) callback(null, stats);
      else callback(missing);
    },
    readFile(path: string, callback: Callback<Buffer>) {
      const content = read(path);
      if (content) callback(null, content);
      else callback(missing);
    },
    readJson(path: string, callback: Callback<unknown>) {
      const content = read(path);
      if (!content) {
        callback(missing);
        return;
      }
      let json: unknown;
      try {
        json = parse(path, content);
      } catch (error) {
        callback(error as Error);
        return;
      }
      callback(null, json);
    },
    // Asked for only where links are followed.
    readlink: refuse,
    readdir: refuse,
  };
  // Its methods have many overloads, of which the resolver uses the simplest.
  return files as unknown as FileSystem;
}

// One for all: most of what a resolver tries is not there, and making an error takes longer than looking.
const missing = Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });

/** Called before the method returns: the resolver works synchronously where its file system does. */
type Callback<T> = (error: Error | null, result?: T) => void;

function refuse(_path: string, callback: Callback<never>): void {
  callback(missing);
}

function readConfig(path: string): Buffer | undefined {
  const isManifest = basename(path) === 'package.json';
  try {
    const content = readBytes(path);
    if (isManifest) JSON.parse(content.toString('utf8'));
    return content;
  } catch {
    // A tsconfig.json may extend one of a package that is not installed: what it says itself still holds.
    return isManifest && !readStats(path) ? undefined : Buffer.from('{}');
  }
}
