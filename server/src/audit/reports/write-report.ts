import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @param path absolute, or relative to the current folder; an existing file is replaced
 * @throws the error of the file system, with nothing left behind
 */
export function writeReport(path: string, content: string): void {
  const target = resolveLink(path);
  // A device or a pipe is written to; a file of its name would take its place.
  if (isSpecial(target)) {
    writeFileSync(target, content);
    return;
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function resolveLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // to be created
  }
}

function isSpecial(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
