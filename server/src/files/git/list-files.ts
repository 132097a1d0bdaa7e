import { isAbsolute } from 'node:path';
import { runGit } from './run-git.ts';

/** Paths are relative to the folder that was asked about, with `/`. */
export interface GitListing {
  files: string[];
  /** Repositories inside this one: submodules, and clones that git does not track. */
  repositories: string[];
  /** Folders that git could not open. */
  unreadable: string[];
  /** What else kept git from seeing all: its own words. */
  warnings: string[];
}

/**
 * Asks git which files of a folder are part of the work: tracked, or new and not ignored.
 *
 * @param folder absolute
 * @param signal ends git
 * @returns undefined where git does not know the folder, refuses it or is not installed
 */
export async function listGitFiles(folder: string, signal?: AbortSignal): Promise<GitListing | undefined> {
  const { stdout, ...rest } = await runGit(listCommand, folder, { signal });
  if (stdout === undefined) return undefined;
  const { stderr } = rest as { stderr: string };
  return { ...parseListing(stdout), ...parseWarnings(stderr) };
}

const listCommand = [
  'ls-files',
  '-z',
  '-t',
  '--stage',
  '--cached',
  '--others',
  '--deleted',
  '--exclude-standard',
];

/** Reads `H 100644 <sha> 0\tsrc/a.ts` (tracked), `R …` (deleted), `S …` (not checked out) and `? src/new.ts`. */
function parseListing(output: string): Pick<GitListing, 'files' | 'repositories'> {
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

/** `warning: could not open directory 'a/b/': Permission denied`; git cuts what is long. */
function parseWarnings(output: string): Pick<GitListing, 'unreadable' | 'warnings'> {
  const unreadable: string[] = [];
  const warnings: string[] = [];
  for (const line of output.split('\n')) {
    const [, folder] = /could not open directory '(.+?)\/?':/u.exec(line) ?? [];
    if (folder !== undefined) unreadable.push(folder);
    else if (isOutside(line)) continue;
    else if (line.startsWith('warning: ')) warnings.push(line.slice('warning: '.length, 300));
  }
  return { unreadable, warnings };
}

/**
 * The user's own list of what to ignore, in their home: where git may not read it, more is looked at and nothing is left
 * out. Files of the repository are named from its top.
 */
function isOutside(line: string): boolean {
  const [, path] = /^warning: unable to access '(.+)':/u.exec(line) ?? [];
  return path !== undefined && isAbsolute(path);
}
