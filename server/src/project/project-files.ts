import { dirname, join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { ProjectContext } from './project-context.ts';
import { readJsonc } from './read-jsonc.ts';

/** A JSON file of the project. */
export interface ProjectFile {
  path: string;
  folder: string;
  content: Record<string, unknown>;
}

/**
 * Finds the nearest file of some names in the folders above a file, up to the root.
 *
 * @param path absolute: where the search begins
 * @param names in each folder, the first that is there is taken
 */
export function findProjectFile(
  path: string,
  names: readonly string[],
  { files, root }: Pick<ProjectContext, 'files' | 'root'>,
): ProjectFile | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const name of names) {
      const file = readProjectFile(join(folder, name), files);
      if (file) return file;
    }
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

/** @returns undefined where there is no such file, or it is no JSON object */
export function readProjectFile(path: string, files: WorkspaceFiles): ProjectFile | undefined {
  const content = readJsonc(files.read(path));
  return content && { path, folder: dirname(path), content };
}
