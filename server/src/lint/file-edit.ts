import type { TextEdit } from 'eslint-plugin-multi-region/facts';

/** The edits of one file. */
export interface FileEdit {
  /** absolute */
  path: string;
  /** What the edits are for; undefined for a file that is to be created. */
  before: string | undefined;
  /** In the order of the text; they do not overlap. A new file has one, at 0. */
  edits: readonly TextEdit[];
  /** What happens to the file, for a preview: `Read regions from src/config/regions.ts`. */
  label: string;
}
