import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../lint/finding.ts';
import type { EditPlan, Refusal } from './fix.ts';
import { getShift, type LintedFile } from '../lint/linted-file.ts';

/** What came of editing one file. */
export interface EditResult {
  /** In the order of the parsed text, with its offsets. */
  edits: readonly TextEdit[];
  done: readonly Finding[];
  refused: readonly Refusal[];
}

/**
 * Makes a plan of what came of one file.
 *
 * @param label what happens to the file, for a preview
 */
export function planFile(file: LintedFile, label: string, { edits, done, refused }: EditResult): EditPlan {
  const { path, text: before } = file;
  const shift = getShift(file);
  const shifted = edits.map(({ range: [start, end], text }): TextEdit => ({
    range: [start + shift, end + shift],
    text,
  }));
  return { files: shifted.length > 0 ? [{ path, before, edits: shifted, label }] : [], done, refused };
}
