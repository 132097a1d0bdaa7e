import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { SetUpError } from './set-up-error.ts';

/** A file as it is and as it is to be. */
export interface FileChange {
  /** absolute */
  path: string;
  /** undefined when there is no such file */
  before: string | undefined;
  after: string;
  /** whether the file has to be executable, as git's own hooks have */
  isProgram?: boolean;
}

/**
 * Shows a change as a unified diff, with 3 lines around it.
 *
 * @param name of the file, as the reader knows it
 */
export function formatDiff({ before, after }: FileChange, name: string): string {
  const from = before === undefined ? '/dev/null' : name;
  return createTwoFilesPatch(from, name, before ?? '', after, '', '', {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/**
 * Reads a text file, with its byte order mark if it has one.
 *
 * @throws SetUpError when it cannot be read or is not UTF-8: writing it back would destroy it
 */
export function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new SetUpError(`${path} is not UTF-8. Save it as UTF-8 first.`);
    throw new SetUpError(`${path} could not be read: ${(error as Error).message}.`);
  }
}

/**
 * Writes a change whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @throws SetUpError when the file is no longer what the change was made from, or cannot be written
 */
export function applyChange({ path, before, after, isProgram = false }: FileChange): void {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if ((isThere ? readText(path) : undefined) !== before) {
    throw new SetUpError(`${path} was changed meanwhile, and was left alone. Run the command again.`);
  }
  // A link stays a link: its target is what is edited.
  const target = isThere ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let isStarted = false;
  try {
    mkdirSync(dirname(target), { recursive: true });
    const file = openSync(temporary, 'wx');
    isStarted = true;
    try {
      writeFileSync(file, after);
    } finally {
      closeSync(file);
    }
    if (isThere) chmodSync(temporary, statSync(target).mode | (isProgram ? 0o111 : 0));
    else if (isProgram) chmodSync(temporary, 0o755);
    renameSync(temporary, target);
  } catch (error) {
    if (isStarted) rmSync(temporary, { force: true });
    throw new SetUpError(`${path} could not be written: ${(error as Error).message}.`);
  }
}
