import { createHmac } from 'node:crypto';
import { dirname } from 'node:path';
import { openPrivateFolder } from './private-folder.ts';
import { readBytes } from './read-file.ts';
import { removeLeftovers, replaceFile } from './replace-file.ts';

/** Results of earlier runs, by keys that say all they depend on. */
export interface ResultCache {
  get(key: string): string | undefined;
  /**
   * @param key without white space
   * @param value without line breaks
   */
  set(key: string, value: string): void;
  /**
   * Writes what is new, in one step; of two runs at the same time, the last one stays. The file is kept
   * below its limit by dropping what was used longest ago.
   *
   * @returns why it could not be written
   */
  save(): Error | undefined;
}

export interface CacheOptions {
  /** Absolute; its folder is made when it is missing, for the user alone. */
  file: string;
  /** Results of other versions are of no use. */
  version: string;
  /** What was not signed with it was written by somebody else, and counts for nothing. */
  secret: Buffer;
}

const largestFile = 16 * 1024 * 1024;

/** Opens a cache. What is not there, of another version, damaged, too large or not signed counts as empty. */
export function openResultCache(options: CacheOptions): ResultCache {
  const { file } = options;
  // In the order of their last use, as far as they are used in this run.
  const entries = readEntries(options);
  let isChanged = false;

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      isChanged = true;
    },
    save() {
      if (!isChanged) return undefined;
      try {
        openPrivateFolder(dirname(file));
        removeLeftovers(file);
        // It holds lines of source code.
        replaceFile(file, format(entries, options), { mode: 0o600 });
        isChanged = false;
        return undefined;
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    },
  };
}

// The file: a first line of version and signature; then a line for each entry, its key, a space, its value.

function readEntries(options: CacheOptions): Map<string, string> {
  const { file } = options;
  const entries = new Map<string, string>();
  try {
    const text = readBytes(file, { limit: 2 * largestFile, inside: dirname(file) }).toString('utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== formatHeader(body, options)) return entries;
    for (const line of body.split('\n')) {
      const space = line.indexOf(' ');
      if (space > 0) entries.set(line.slice(0, space), line.slice(space + 1));
    }
  } catch {
    // A cache that cannot be read is as good as none.
  }
  return entries;
}

function format(entries: ReadonlyMap<string, string>, options: CacheOptions): string {
  const lines: string[] = [];
  let size = 0;
  for (const [key, value] of [...entries].reverse()) {
    const line = `${key} ${value}\n`;
    size += Buffer.byteLength(line);
    if (size > largestFile) break;
    lines.push(line);
  }
  const body = lines.reverse().join('');
  return `${formatHeader(body, options)}\n${body}`;
}

function formatHeader(body: string, { version, secret }: CacheOptions): string {
  const signature = createHmac('sha256', secret).update(version).update('\0').update(body).digest('hex');
  return `multi-region cache 2 ${version} ${signature}`;
}
