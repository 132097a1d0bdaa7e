import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface ReplaceOptions {
  /** The rights of the file; by default, what the system gives to new files. */
  mode?: number | undefined;
  /** Whether its content has to survive the loss of power, too. */
  isDurable?: boolean;
  /** Called when all is written, before the file gets its name: what it throws undoes all. */
  beforeRename?: () => void;
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name. Whatever ends the process
 * meanwhile, the file is the old one or the new one. The temporary file has a name that nobody can know, and is never
 * one that was there before: a link that waits for it is not followed.
 *
 * @param target absolute, without links; its folder has to exist
 * @throws the error of the file system, with nothing left behind
 */
export function replaceFile(
  target: string,
  content: string | Uint8Array,
  options: ReplaceOptions = {},
): void {
  const { mode, isDurable = false, beforeRename } = options;
  const temporary = join(dirname(target), nameTemporary(target));
  const file = openSync(temporary, 'wx', mode === undefined ? 0o666 : 0o600);
  try {
    try {
      writeFileSync(file, content);
      if (mode !== undefined) fchmodSync(file, mode & 0o7777);
      // Else a machine that loses its power might keep the new name and lose the content.
      if (isDurable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    beforeRename?.();
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

// `.name.<process>-<random>.tmp`: the process tells who may have left it behind.

function nameTemporary(target: string): string {
  return `.${basename(target)}.${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/**
 * Removes what processes left beside a file when they were killed before they could give it its name.
 *
 * @param target absolute
 */
export function removeLeftovers(target: string): void {
  const start = `.${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(start)) continue;
    const [, id] = /^(\d{1,10})(?:-[0-9a-f]{16})?\.tmp$/u.exec(name.slice(start.length)) ?? [];
    if (id !== undefined && !isOtherProcess(Number(id))) unlinkSync(join(dirname(target), name));
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
