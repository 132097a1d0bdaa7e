import { join } from 'node:path';
import { runGit } from '../files/git-files.ts';

/**
 * Asks git which files differ from what is committed, new ones included.
 *
 * @param root absolute
 * @returns absolute paths; none where git does not know the folder
 */
export async function listUncommitted(root: string): Promise<Set<string>> {
  const prefix = await runGit(['rev-parse', '--show-prefix'], root);
  const status = await runGit(['status', '--porcelain', '-z', '--untracked-files=all', '--', '.'], root);
  if (!prefix || !status) return new Set();
  // Paths are relative to the top of the repository.
  const skipped = prefix.stdout.replace(/\n$/u, '').length;
  return new Set(parseStatus(status.stdout).map((path) => join(root, path.slice(skipped))));
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
