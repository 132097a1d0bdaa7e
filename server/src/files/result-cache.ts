import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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

const largestFile = 16 * 1024 * 1024;

/**
 * Opens a cache. What is not there, of another version, damaged or too large counts as empty.
 *
 * @param file absolute; its folder is made when it is missing
 * @param version results of other versions are of no use
 */
export function openResultCache(file: string, version: string): ResultCache {
  // In the order of their last use, as far as they are used in this run.
  const entries = readEntries(file, version);
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
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(temporary, format(entries, version));
        renameSync(temporary, file);
        isChanged = false;
        return undefined;
      } catch (error) {
        remove(temporary);
        return error instanceof Error ? error : new Error(String(error));
      }
    },
  };
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it could not be written, there may not even be a folder.
  }
}

// The file: a first line of version and checksum; then a line for each entry, its key, a space, its value.

function readEntries(file: string, version: string): Map<string, string> {
  const entries = new Map<string, string>();
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > 2 * largestFile) return entries;
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== formatHeader(body, version)) return entries;
    for (const line of body.split('\n')) {
      const space = line.indexOf(' ');
      if (space > 0) entries.set(line.slice(0, space), line.slice(space + 1));
    }
  } catch {
    // A cache that cannot be read is as good as none.
  }
  return entries;
}

function format(entries: ReadonlyMap<string, string>, version: string): string {
  const lines: string[] = [];
  let size = 0;
  for (const [key, value] of [...entries].reverse()) {
    const line = `${key} ${value}\n`;
    size += Buffer.byteLength(line);
    if (size > largestFile) break;
    lines.push(line);
  }
  const body = lines.reverse().join('');
  return `${formatHeader(body, version)}\n${body}`;
}

function formatHeader(body: string, version: string): string {
  return `multi-region cache 1 ${version} ${createHash('sha256').update(body).digest('hex')}`;
}
