import { join } from 'node:path';
import { findRepositoryFolder } from '../files/git/find-repository.ts';
import { runGit } from '../files/git/run-git.ts';

/**
 * Asks git which files differ from what is committed, new ones included.
 *
 * @param root absolute
 * @returns absolute paths; none where git does not know the folder
 */
export async function listUncommitted(root: string): Promise<Set<string>> {
  const args = ['status', '--porcelain', '-z', '--untracked-files=all', '--ignore-submodules=all', '--', '.'];
  const { stdout } = await runGit(args, root, { readsFiles: true });
  if (stdout === undefined) return new Set();
  // Paths are relative to the top of the repository.
  const folder = findRepositoryFolder(root);
  const skipped = folder === '' ? 0 : folder.length + 1;
  return new Set(parseStatus(stdout).map((path) => join(root, path.slice(skipped))));
}

/** Reads `XY path`; a renamed file is followed by its old name. */
function parseStatus(output: string): string[] {
  const entries = output.split('\0');
  const paths: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] ?? '';
    if (entry === '') continue;
    paths.push(entry.slice(3));
    if (/^(?:R|C|.R|.C)/u.test(entry)) index++;
  }
  return paths;
}
