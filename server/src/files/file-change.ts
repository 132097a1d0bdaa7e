import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { FileError } from './file-error.ts';
import { placeInside } from './place-inside.ts';
import { readText } from './read-text.ts';
import { removeLeftovers, replaceFile } from './replace-file.ts';

/** A file as it is and as it is to be. */
export interface FileChange {
  /** absolute */
  path: string;
  /** undefined when there is no such file */
  before: string | undefined;
  after: string;
  /** whether the file has to be executable, as git's own hooks have */
  isProgram?: boolean;
  /** Absolute: where it may lie, where that is another folder than the one that is worked on. */
  within?: string;
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
 * Writes a change whole or not at all. A link stays a link: its target is what is edited, if it lies in the folder.
 *
 * @param folder absolute; nothing outside of it is written, wherever links lead
 * @throws FileError when the file is no longer what the change was made from, or may not or cannot be written
 */
export function applyChange(change: FileChange, folder: string): void {
  const { path, before, after, isProgram = false } = change;
  const target = placeInside(path, folder);
  const stats = statSync(target, { throwIfNoEntry: false });
  checkUnchanged(path, target, before);
  // A rename asks for the right to write to the folder only.
  if (stats && (stats.mode & 0o222) === 0) {
    throw new FileError(
      `${path} is read-only, and was left alone. Make it writable and run the command again.`,
    );
  }
  const created = stats ? undefined : makeFolder(path, dirname(target));
  try {
    // The folder may be new: only now it is known where it really is.
    placeInside(path, folder);
    removeLeftovers(target);
    replaceFile(target, after, {
      mode: chooseMode(stats?.mode, isProgram),
      isDurable: true,
      beforeRename: () => {
        checkUnchanged(path, target, before); // writing took its time
      },
    });
  } catch (error) {
    if (created !== undefined) removeEmptyFolders(dirname(target), created);
    if (error instanceof FileError) throw error;
    throw new FileError(`${path} could not be written: ${(error as Error).message}.`);
  }
}

/**
 * Takes a change back that was of no use: the file is what it was before.
 *
 * @param folder as for `applyChange`
 * @throws FileError when it was changed meanwhile, or cannot be written
 */
export function revertChange({ path, before, after }: FileChange, folder: string): void {
  if (before !== undefined) {
    applyChange({ path, before: after, after: before }, folder);
    return;
  }
  const target = placeInside(path, folder);
  checkUnchanged(path, target, after);
  try {
    rmSync(target);
    // Below the folder only; a name has one character at least.
    removeEmptyFolders(dirname(target), `${folder}/x`);
  } catch (error) {
    throw new FileError(`${path} could not be removed: ${(error as Error).message}.`);
  }
}

function chooseMode(mode: number | undefined, isProgram: boolean): number | undefined {
  if (mode === undefined) return isProgram ? 0o755 : undefined;
  return mode | (isProgram ? 0o111 : 0);
}

/** @returns the outermost folder that was made, if any */
function makeFolder(path: string, folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`${path} could not be written: ${(error as Error).message}.`);
  }
}

/** Removes a folder and those above it, up to `outermost`, as far as they are empty. */
function removeEmptyFolders(folder: string, outermost: string): void {
  try {
    for (let current = folder; current.length >= outermost.length; current = dirname(current)) {
      rmdirSync(current); // fails where there is something in it
    }
  } catch {
    // Somebody else put something there.
  }
}

function checkUnchanged(path: string, target: string, before: string | undefined): void {
  const isThere = statSync(target, { throwIfNoEntry: false }) !== undefined;
  if ((isThere ? readText(target) : undefined) !== before) {
    throw new FileError(`${path} was changed meanwhile, and was left alone. Run the command again.`);
  }
}
