import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { listGitFiles } from './git-files.ts';
import { createIgnoreRules, type IgnoreRules } from './ignore-rules.ts';
import { describeFileError, type Notice } from './notice.ts';
import { isLintableName, isSkippedFolder } from './source-names.ts';

/**
 * Finds the source files of a folder: what git knows as part of the work where there is git, otherwise all
 * that no .gitignore excludes. `node_modules` and `.git` are left out anyway. Links to folders are not followed.
 *
 * @param root absolute
 * @param report is told of each folder that cannot be read
 * @param isWanted tells by its name whether a file is one
 * @param signal stops the search
 * @returns paths relative to `root`, with `/`, sorted
 * @throws the reason of the signal
 */
export async function discoverFiles(
  root: string,
  report: (notice: Notice) => void,
  isWanted: (name: string) => boolean = isLintableName,
  signal?: AbortSignal,
): Promise<string[]> {
  const found: string[] = [];
  await discoverIn('');
  return found.sort();

  /** `folder` is relative to the root, with `/` at its end; '' is the root. */
  async function discoverIn(folder: string): Promise<void> {
    const listing = await listGitFiles(join(root, folder), signal);
    signal?.throwIfAborted();
    // Git lists nothing in a folder that it ignores; who asks for that folder wants it looked at.
    if (!listing || listing.files.length + listing.repositories.length === 0) {
      await visit(folder, readFolder(folder), createIgnoreRules());
      return;
    }
    for (const path of listing.unreadable) {
      reportFailure(folder + path, 'Cannot be read: git could not open it. Check who may read it.');
    }
    for (const path of listing.files) {
      if (isWanted(path) && !path.split('/').some(isSkippedFolder)) found.push(folder + path);
    }
    for (const path of listing.repositories) {
      if (!path.split('/').some(isSkippedFolder)) await discoverIn(`${folder}${path}/`);
    }
  }

  async function walk(folder: string, inherited: IgnoreRules): Promise<void> {
    const entries = readFolder(folder);
    if (entries.some(({ name }) => name === '.git')) await discoverIn(folder);
    else await visit(folder, entries, inherited);
  }

  async function visit(folder: string, entries: Dirent[], inherited: IgnoreRules): Promise<void> {
    const hasRules = entries.some(({ name }) => name === '.gitignore');
    const rules = hasRules ? inherited.extend(folder, readRules(`${folder}.gitignore`)) : inherited;

    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name) && !rules.isIgnored(`${path}/`)) await walk(`${path}/`, rules);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && isWanted(entry.name)) {
        if (!rules.isIgnored(path)) found.push(path);
      }
    }
  }

  function readFolder(folder: string): Dirent[] {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      reportFailure(folder, describeFileError(error));
      return [];
    }
  }

  function readRules(path: string): string {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch (error) {
      reportFailure(path, describeFileError(error));
      return '';
    }
  }

  function reportFailure(path: string, message: string): void {
    report({ kind: 'failed', path: join(root, path), line: undefined, column: undefined, message });
  }
}
