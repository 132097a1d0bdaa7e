import { spawn } from 'node:child_process';
import { revertChange } from '../files/file-change.ts';
import type { FixChange } from './fix-plan.ts';
import { writeChanges } from './write-changes.ts';

/** Edits that were taken back, because the command failed with them. */
export interface TakenBack {
  /** Absolute: the folder of the package that they belong to. */
  folder: string;
  changes: readonly FixChange[];
}

/** What was left of the changes when the command had had its say. */
export interface Verification {
  kept: readonly FixChange[];
  takenBack: readonly TakenBack[];
}

/**
 * Runs a command of the user's, with its output on the standard error.
 *
 * @param command as a shell takes it
 * @param root absolute: where it runs
 * @returns whether it succeeded
 */
export function runCommand(command: string, root: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}

/**
 * Finds out which of the written changes a command passes with, and takes the others back, package by package.
 *
 * @param written in the order of writing
 * @param root absolute
 * @param run whether the command passes with the files as they are
 * @throws FileError when a file was changed meanwhile
 */
export async function verifyChanges(
  written: readonly FixChange[],
  root: string,
  run: () => Promise<boolean>,
): Promise<Verification> {
  if (await run()) return { kept: written, takenBack: [] };
  for (const change of written.toReversed()) revertChange(change, root);
  const kept: FixChange[] = [];
  const takenBack: TakenBack[] = [];
  const groups = groupChanges(written);
  for (const { folder, changes } of groups) {
    const { written: again } = await writeChanges(changes, root);
    // With one group only, it is known already.
    if (groups.length > 1 && (await run())) {
      kept.push(...again);
      continue;
    }
    for (const change of again.toReversed()) revertChange(change, root);
    takenBack.push({ folder, changes });
  }
  return { kept, takenBack };
}

/** Puts together what has to stay together: the changes of a package, and of packages that share a file. */
function groupChanges(changes: readonly FixChange[]): { folder: string; changes: FixChange[] }[] {
  const groups: { folders: Set<string>; changes: FixChange[] }[] = [];
  for (const change of changes) {
    const own = groups.filter(({ folders }) => [...change.packages].some((each) => folders.has(each)));
    const folders = new Set([...change.packages, ...own.flatMap((group) => [...group.folders])]);
    const members = [...own.flatMap((group) => group.changes), change];
    for (const group of own) groups.splice(groups.indexOf(group), 1);
    groups.push({ folders, changes: changes.filter((each) => members.includes(each)) });
  }
  return groups.map(({ folders: [folder = ''], changes: members }) => ({ folder, changes: members }));
}
