import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { listGitFiles } from './git/list-files.ts';
import { describeFileError } from './describe-file-error.ts';
import { listEntries } from './folders.ts';
import type { Notice } from './notice.ts';
import { readBytes } from './read-file.ts';
import { isLintableName, isSkippedFolder } from './source-names.ts';
import { openWalkScope, type WalkScope } from './walk-scope.ts';

export interface DiscoverOptions {
  /** Tells by its name whether a file is one; by default, whether it can be linted. */
  isWanted?: (name: string) => boolean;
  /** Whether git may be run; where the folder is not trusted, its files are read instead. */
  usesGit?: boolean;
  /** Stops the search. */
  signal?: AbortSignal | undefined;
}

/**
 * Finds the source files of a folder: what git knows as part of the work where there is git, otherwise all
 * that no .gitignore excludes. `node_modules` and `.git` are left out anyway. Links to folders are not followed.
 *
 * @param root absolute
 * @param onNotice is told of each folder that cannot be read
 * @returns paths relative to `root`, with `/`, sorted
 * @throws the reason of the signal
 */
export async function discoverFiles(
  root: string,
  onNotice: (notice: Notice) => void,
  { isWanted = isLintableName, usesGit = false, signal }: DiscoverOptions = {},
): Promise<string[]> {
  const found = new Set<string>();
  let walked = 0;
  await discoverIn('');
  return [...found].sort();

  /** `folder` is relative to the root, with `/` at its end; '' is the root. */
  async function discoverIn(folder: string): Promise<void> {
    const listing = usesGit ? await listGitFiles(join(root, folder), signal) : undefined;
    signal?.throwIfAborted();
    // Git lists nothing in a folder that it ignores; who asks for that folder wants it looked at.
    if (!listing || listing.files.length + listing.repositories.length === 0) {
      await visit(folder, readFolder(folder), openWalkScope(join(root, folder), folder, onRules));
      return;
    }
    for (const path of listing.unreadable) {
      reportFailure(folder + path, 'Cannot be read: git could not open it. Check who may read it.');
    }
    for (const warning of listing.warnings) reportFailure(folder, `git left something out: ${warning}`);
    for (const path of listing.files) {
      if (isWanted(path) && !path.split('/').some(isSkippedFolder)) found.add(folder + path);
    }
    for (const path of listing.repositories) {
      if (!path.split('/').some(isSkippedFolder)) await discoverIn(`${folder}${path}/`);
    }
  }

  async function visit(folder: string, entries: Dirent[], inherited: WalkScope): Promise<void> {
    signal?.throwIfAborted();
    const hasRules = entries.some(({ name }) => name === '.gitignore');
    const scope = hasRules ? inherited.extend(folder, readRules(`${folder}.gitignore`)) : inherited;

    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        const inner = isSkippedFolder(entry.name) ? undefined : scope.enter(`${path}/`);
        if (inner) await walk(`${path}/`, inner);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && isWanted(entry.name)) {
        if (scope.isIncluded(path)) found.add(path);
      }
    }
  }

  async function walk(folder: string, inherited: WalkScope): Promise<void> {
    // Nothing else here gives a signal the time to arrive.
    if (++walked % 100 === 0) await setImmediate();
    const entries = readFolder(folder);
    if (entries.some(({ name }) => name === '.git')) await discoverIn(folder);
    else await visit(folder, entries, inherited);
  }

  function readFolder(folder: string): Dirent[] {
    try {
      return listEntries(join(root, folder));
    } catch (error) {
      reportFailure(folder, describeFileError(error));
      return [];
    }
  }

  function readRules(path: string): string {
    try {
      return onRules(readBytes(join(root, path)).toString('utf8'), path);
    } catch (error) {
      reportFailure(path, describeFileError(error));
      return '';
    }
  }

  /** Each rule is asked for each name. */
  function onRules(text: string, path: string): string {
    const end = findLineEnd(text, mostRules);
    if (end === undefined) return text;
    reportFailure(path, `Only its first ${mostRules} lines were used. Shorten it, or use git.`);
    return text.slice(0, end);
  }

  function reportFailure(path: string, message: string): void {
    onNotice({ kind: 'failed', path: join(root, path), line: undefined, column: undefined, message });
  }
}

const mostRules = 5000;

/** Where a line ends, counted from 1; undefined when there are not so many. */
function findLineEnd(text: string, line: number): number | undefined {
  let end = -1;
  for (let count = 0; count < line; count++) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return undefined;
  }
  return end + 1 < text.length ? end : undefined;
}
