import { runGit } from '../files/git-files.ts';

/**
 * Where a folder lies in its repository, so that others can find the file of a report.
 *
 * @param folder absolute
 * @returns with `/` and none at the end; '' for the root of a repository, and outside of any
 */
export async function findRepositoryFolder(folder: string): Promise<string> {
  const result = await runGit(['rev-parse', '--show-prefix'], folder);
  return result?.stdout.replace(/\/?\n$/u, '') ?? '';
}
