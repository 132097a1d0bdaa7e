import { closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FileError } from './file-error.ts';
import { findRealPath, isLink, readStats } from './folders.ts';
import { isInside } from './inside.ts';
import { placeInside } from './place-inside.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes a file that someone named: a report, a baseline. Whole or not at all. What is named in the current folder has to
 * be there: a repository may have put a link to another place under that name.
 *
 * @param path absolute, or relative to the current folder; an existing file is replaced
 * @throws FileError, or the error of the file system, with nothing left behind
 */
export function writeOutput(path: string, content: string): void {
  const file = resolve(path);
  const target = findTarget(file);
  const stats = readStats(target);
  // A terminal or a pipe is written to; a file of its name would take its place.
  if (isStream(file) || stats?.isCharacterDevice() || stats?.isFIFO()) writeToStream(file, content);
  else if (stats && !stats.isFile()) throw new FileError(`${path} is not a file. Give another name.`);
  else replaceFile(target, content, { mode: stats?.mode });
}

/**
 * Appends to a file that someone named, as `writeOutput` writes one.
 *
 * @param path absolute, or relative to the current folder; made when it is missing
 * @throws FileError, or the error of the file system
 */
export function appendOutput(path: string, content: string): void {
  const file = resolve(path);
  const target = findTarget(file);
  const stats = readStats(target);
  if (stats && !stats.isFile()) throw new FileError(`${path} is not a file. Give another name.`);
  const end = openSync(target, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | noFollow, 0o666);
  try {
    writeFileSync(end, content);
  } finally {
    closeSync(end);
  }
}

// Windows has none.
const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0;

/** What the system offers under a name in place of a number: `/dev/stdout`. */
function isStream(file: string): boolean {
  return /^\/dev\/(?:stdout|stderr|fd\/\d+)$/u.test(file);
}

function findTarget(file: string): string {
  const here = process.cwd();
  if (isInside(here, file)) return placeInside(file, here);
  // Who names another folder has looked there; only the last part of the name may be somebody's link.
  if (isLink(file) && !isStream(file)) return placeInside(file, dirname(file));
  return findRealPath(file) ?? file;
}

function writeToStream(path: string, content: string): void {
  // Without this question, opening a pipe that nobody reads would wait for ever.
  closeSync(openSync(path, constants.O_WRONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0)));
  const stream = openSync(path, 'a');
  try {
    writeFileSync(stream, content);
  } finally {
    closeSync(stream);
  }
}
