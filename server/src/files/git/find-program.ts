import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { isFile } from '../folders.ts';

/**
 * Finds a program as a shell would, but never in the folder that is worked on: Windows looks there first, and `PATH` may
 * hold `.` or the `node_modules/.bin` of a project.
 *
 * @param name without ending: `git`
 * @param endings those of Windows, in the order in which they count
 * @returns absolute; undefined when it is not installed
 */
export function findProgram(name: string, endings: readonly string[] = ['.exe']): string | undefined {
  const names = process.platform === 'win32' ? endings.map((ending) => name + ending) : [name];
  for (const folder of (process.env.PATH ?? process.env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || /[\\/]node_modules(?:[\\/]|$)/u.test(folder)) continue;
    const found = names.map((each) => join(folder, each)).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProgram(path: string): boolean {
  if (!isFile(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
