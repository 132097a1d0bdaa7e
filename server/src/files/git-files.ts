import { execFile } from 'node:child_process';

/** Paths are relative to the folder that was asked about, with `/`. */
export interface GitListing {
  files: string[];
  /** Repositories inside this one: submodules, and clones that git does not track. */
  repositories: string[];
  /** Folders that git could not open. */
  unreadable: string[];
}

/**
 * Asks git which files of a folder are part of the work: tracked, or new and not ignored.
 *
 * @param folder absolute
 * @param signal ends git
 * @returns undefined where git does not know the folder, refuses it or is not installed
 */
export async function listGitFiles(folder: string, signal?: AbortSignal): Promise<GitListing | undefined> {
  const list = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--deleted', '--exclude-standard'];
  const result = await runGit(list, folder, signal);
  return result && { ...parseListing(result.stdout), unreadable: parseWarnings(result.stderr) };
}

/** Reads `H 100644 <sha> 0\tsrc/a.ts` (tracked), `R …` (deleted), `S …` (not checked out) and `? src/new.ts`. */
function parseListing(output: string): Omit<GitListing, 'unreadable'> {
  // Sets, for git lists a file in a merge conflict more than once.
  const files = new Set<string>();
  const repositories = new Set<string>();
  const absent = new Set<string>();
  for (const entry of output.split('\0')) {
    const tag = entry[0];
    if (tag === undefined) continue;
    const isTracked = tag !== '?';
    const path = isTracked ? entry.slice(entry.indexOf('\t') + 1) : entry.slice(2);
    const isSubmodule = isTracked && entry.startsWith('160000', 2);
    if (path === './') continue; // the folder itself: a submodule that is not checked out
    if (tag === 'R' || tag === 'S') absent.add(path);
    else if (isSubmodule) repositories.add(path);
    else if (path.endsWith('/')) repositories.add(path.slice(0, -1));
    else files.add(path);
  }
  for (const path of absent) {
    files.delete(path);
    repositories.delete(path);
  }
  return { files: [...files], repositories: [...repositories] };
}

function parseWarnings(output: string): string[] {
  return Array.from(output.matchAll(/could not open directory '(.+?)\/?':/gu), ([, folder = '']) => folder);
}

/**
 * Runs git in a folder, as outside any hook.
 *
 * @param signal ends it
 * @returns undefined when it is not installed, was ended or its exit code is not 0
 */
export function runGit(
  args: string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<{ stdout: string; stderr: string } | undefined> {
  const env = {
    ...process.env,
    // Inside a git hook these point at the repository of the hook, relative to its root.
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
    GIT_PREFIX: undefined,
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C', // its warnings are read
  };
  return new Promise((resolve) => {
    // A repository's own configuration may name a program for fsmonitor; nothing of the repository is run here.
    execFile(
      'git',
      ['-c', 'core.fsmonitor=false', ...args],
      { cwd, env, maxBuffer: Infinity, windowsHide: true, signal },
      (error, stdout, stderr) => {
        resolve(error ? undefined : { stdout, stderr });
      },
    );
  });
}
