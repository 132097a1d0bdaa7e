import type { Settings } from 'eslint-plugin-multi-region/facts';
import type { ProjectContext } from '../../../project/project-context.ts';
import { createDiskFiles, overlay, remember } from '../../../files/workspace-files.ts';
import type { OpenFiles } from '../../documents/open-files.ts';

/** What surrounds edits in the editor. */
export interface ProjectContexts {
  /** Of a file that is edited, by its path. All that is read through it is read once. */
  createContext(path: string): ProjectContext;
}

/**
 * @param getRoot the open folder that a file is in
 * @param getSettings `settings['multi-region']` of a file
 */
export function createProjectContexts(
  open: OpenFiles,
  getRoot: (path: string) => string,
  getSettings: (path: string) => Settings,
): ProjectContexts {
  const files = overlay(createDiskFiles(), open);
  return { createContext: (path) => ({ files: remember(files), root: getRoot(path), getSettings }) };
}
