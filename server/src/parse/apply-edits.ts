import type { TextEdit } from 'eslint-plugin-multi-region/facts';

/**
 * Applies edits to the text they were made for.
 *
 * @param text byte order mark included, where the offsets count it
 * @param edits not overlapping; insertions at the same offset in the order that they are given
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = '';
  for (const { range, text: replacement } of edits.toSorted((a, b) => a.range[0] - b.range[0])) {
    result += text.slice(at, range[0]) + replacement;
    [, at] = range;
  }
  return result + text.slice(at);
}
