import { join } from 'node:path';
import { createIgnoreRules } from '../files/ignore-rules.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { listFoldersAbove, showPath } from './paths.ts';

/**
 * Whether git would leave a file out, as the .gitignore files of the folders above it say.
 *
 * @param path absolute; the file need not exist
 */
export function isIgnoredByGit(path: string, root: string, files: WorkspaceFiles): boolean {
  let rules = createIgnoreRules();
  for (const folder of listFoldersAbove(path, root).toReversed()) {
    const text = files.read(join(folder, '.gitignore'));
    const below = showPath(folder, root);
    if (text !== undefined) rules = rules.extend(below === '' ? '' : `${below}/`, text);
  }
  return rules.isIgnored(showPath(path, root));
}
