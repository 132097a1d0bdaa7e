import type { TextEdit } from './finding.ts';

/**
 * Applies edits to the text they were made for.
 *
 * @param text byte order mark included, as the offsets are
 * @param edits in the order of the text, not overlapping: those of a `FileEdit`
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = '';
  for (const { range, text: replacement } of edits) {
    result += text.slice(at, range[0]) + replacement;
    [, at] = range;
  }
  return result + text.slice(at);
}
