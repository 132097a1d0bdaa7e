import type { TextEdit } from '../facts/text-edit.ts';

/** Makes edits, given in any order; throws where two overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  let next = Infinity;
  for (const { range, text: insertion } of edits.toSorted((a, b) => b.range[0] - a.range[0])) {
    if (range[1] > next) throw new Error(`Two edits overlap at ${range[1]}.`);
    [next] = range;
    result = result.slice(0, range[0]) + insertion + result.slice(range[1]);
  }
  return result;
}
