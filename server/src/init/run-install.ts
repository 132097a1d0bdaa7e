import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { findProgram } from '../files/git/find-program.ts';

/**
 * Runs a package manager to its end, on this terminal.
 *
 * @param command the program and its arguments, which are names of ours and not of the project
 * @param folder absolute; the project's
 * @returns why it did not install, in one sentence
 */
export function runInstall(
  [name, ...args]: readonly [string, ...string[]],
  folder: string,
): string | undefined {
  const program = findProgram(name, ['.exe', '.cmd']);
  if (program === undefined) return `${name} is not installed. Install it, or the packages by hand.`;
  // On Windows the package managers are scripts, which only a shell can start; it gets a full path.
  const isScript = program.endsWith('.cmd');
  const { status, error } = spawnSync(isScript ? `"${program}"` : program, args, {
    cwd: folder,
    stdio: 'inherit',
    shell: isScript,
    env: {
      ...process.env,
      NoDefaultCurrentDirectoryInExePath: '1',
      PATH: `${dirname(program)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  });
  if (status === 0) return undefined;
  const reason = error ? error.message : `it ended with ${status ?? 'a signal'}`;
  return `${name} did not install the packages: ${reason}.`;
}
