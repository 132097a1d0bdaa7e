import type { Settings } from 'eslint-plugin-multi-region/facts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

/** Where an edit takes place, for one request: what is learned of the project may be remembered with it. */
export interface ProjectContext {
  files: WorkspaceFiles;
  /** Absolute: the folder that is open, or was named on the command line. */
  root: string;
  /** Of the edited file, for where config is kept and in which form. */
  getSettings: (path: string) => Settings;
}
