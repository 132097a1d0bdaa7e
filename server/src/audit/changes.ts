import { runGit as runGitUntil, type GitOptions } from '../files/git/run-git.ts';
import { parseAddedLines, type LineRange } from './diff.ts';

/** What was added to a folder since a revision, committed or not. */
export interface Changes {
  /** As it was given. */
  revision: string;
  /** The lines that were added, by path relative to the folder, with `/`; `all` for a file that git does not know yet. */
  files: ReadonlyMap<string, readonly LineRange[] | 'all'>;
}

/** Why changes cannot be found; one sentence for people. */
export class ChangesError extends Error {}

/**
 * Compares the files of a folder, as they are on disk, with a revision: where a branch left the revision, if it
 * did. A renamed file counts with its changed lines only. Submodules are left out.
 *
 * @param folder absolute
 * @param revision what git understands: `main`, `HEAD~3`, a hash
 * @param signal ends git, and so the comparison
 * @throws ChangesError when git is missing, the folder is in no repository or the revision is unknown
 */
export async function findChanges(folder: string, revision: string, signal?: AbortSignal): Promise<Changes> {
  const runGit = (args: string[], options: GitOptions = {}) =>
    runGitUntil(args, folder, { ...options, signal });
  const isKnown = await runGit(['rev-parse', '--is-inside-work-tree']);
  if (isKnown.problem !== undefined) {
    throw new ChangesError(`nothing tells what changed here. ${isKnown.problem}`);
  }
  const commit = await runGit([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (commit.stdout === undefined) {
    throw new ChangesError(
      `git knows no revision '${revision}'. Check its name; in CI, fetch it first (a shallow clone has the last commit only).`,
    );
  }
  const tip = commit.stdout.trim();
  // What the other branch got meanwhile is not this one's doing. A shallow clone may not know where they parted.
  const base = (await runGit(['merge-base', tip, 'HEAD'])).stdout?.trim() ?? tip;

  // Whatever the configuration says: the plain format, and no program of the repository.
  const plain = [
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--inter-hunk-context=0',
    '--ignore-submodules=all',
    '--submodule=short',
    '--text',
  ];
  const [diff, untracked] = await Promise.all([
    runGit(
      [
        '-c',
        'core.quotePath=false',
        'diff',
        '--unified=0',
        '--find-renames',
        '--relative',
        ...plain,
        base,
        '--',
      ],
      { readsFiles: true },
    ),
    runGit(['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  if (diff.stdout === undefined || untracked.stdout === undefined) {
    const reason = diff.problem ?? untracked.problem ?? '';
    throw new ChangesError(`git could not compare with '${revision}'. ${reason}`);
  }

  const files = new Map<string, readonly LineRange[] | 'all'>(parseAddedLines(diff.stdout));
  for (const path of untracked.stdout.split('\0')) if (path !== '') files.set(path, 'all');
  return { revision, files };
}

/** Whether a finding touches a line that was added. */
export function hasAddedLine(
  { files }: Changes,
  { path, line, endLine }: { path: string; line: number; endLine: number },
): boolean {
  const added = files.get(path);
  if (added === undefined) return false;
  return added === 'all' || added.some(([first, last]) => first <= endLine && last >= line);
}
