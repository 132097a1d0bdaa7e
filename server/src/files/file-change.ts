import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { FileError, readText } from './text-file.ts';

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
 * @param newName the same for the line `+++`, where the two differ: `a/x.ts`, `b/x.ts`
 */
export function formatDiff(
  { before, after }: Pick<FileChange, 'after' | 'before'>,
  name: string,
  newName = name,
): string {
  const from = before === undefined ? '/dev/null' : name;
  return createTwoFilesPatch(from, newName, before ?? '', after, '', '', {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/**
 * Writes a change whole or not at all: to a temporary file beside it, which then takes its name. Whatever ends the
 * process meanwhile, the file is the old one or the new one.
 *
 * @throws FileError when the file is no longer what the change was made from, or may not or cannot be written
 */
export function applyChange({ path, before, after, isProgram = false }: FileChange): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  checkUnchanged(path, before);
  // A rename asks for the right to write to the folder only.
  if (stats && (stats.mode & 0o222) === 0) {
    throw new FileError(
      `${path} is read-only, and was left alone. Make it writable and run the command again.`,
    );
  }
  // A link stays a link: its target is what is edited.
  const target = stats ? realpathSync(path) : path;
  const temporary = join(dirname(target), temporaryName(target, process.pid));
  let isStarted = false;
  try {
    mkdirSync(dirname(target), { recursive: true });
    removeLeftovers(target);
    const file = openSync(temporary, 'wx');
    isStarted = true;
    try {
      writeFileSync(file, after);
      // Else a machine that loses its power might keep the new name and lose the content.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (stats) chmodSync(temporary, stats.mode | (isProgram ? 0o111 : 0));
    else if (isProgram) chmodSync(temporary, 0o755);
    checkUnchanged(path, before); // writing took its time
    renameSync(temporary, target);
  } catch (error) {
    if (isStarted) rmSync(temporary, { force: true });
    if (error instanceof FileError) throw error;
    throw new FileError(`${path} could not be written: ${(error as Error).message}.`);
  }
}

function checkUnchanged(path: string, before: string | undefined): void {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if ((isThere ? readText(path) : undefined) !== before) {
    throw new FileError(`${path} was changed meanwhile, and was left alone. Run the command again.`);
  }
}

function temporaryName(target: string, process: number | string): string {
  return `.${basename(target)}.${process}.tmp`;
}

/** Removes what processes left beside a file when they were killed before they could give it its name. */
function removeLeftovers(target: string): void {
  const [start = '', end = ''] = temporaryName(target, '\0').split('\0');
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(start) || !name.endsWith(end)) continue;
    const id = name.slice(start.length, -end.length);
    if (/^\d+$/u.test(id) && !isOtherProcess(Number(id))) unlinkSync(join(dirname(target), name));
  }
}

/** Whether a process is at work, and is not this one: in a container, numbers come again. */
function isOtherProcess(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
