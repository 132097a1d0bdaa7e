import { createLineIndex, type LineIndex } from '../../parse/lines.ts';
import { findChange, type TextChange } from '../../parse/text-change.ts';
import type { Finding } from '../../lint/finding.ts';
import type { ServicePlace } from '../../audit/inventory.ts';

/** What is said of a text, as far as it has places in it. */
export interface Places {
  findings: readonly Finding[];
  places: readonly ServicePlace[];
}

/**
 * Moves what was found in one text to where it stands in another. What the change cuts into is left out; what the change
 * lies in grows or shrinks with it.
 *
 * @param before the text that was looked at
 * @param after the text now
 */
export function shiftPlaces({ findings, places }: Places, before: string, after: string): Places {
  const change = findChange(before, after);
  const old = createLineIndex(withoutMark(before));
  const lines = createLineIndex(withoutMark(after));
  const oldMark = before.length - withoutMark(before).length;
  const mark = after.length - withoutMark(after).length;

  return {
    findings: findings.flatMap((finding) => {
      const range = shiftRange(finding.range, change);
      if (!range) return [];
      const [start, end] = range;
      const from = placeOf(lines, start - mark);
      const to = placeOf(lines, end - mark);
      // Edits and facts are about the text that was looked at.
      const stale = { suggestions: [], fact: undefined };
      return [{ ...finding, ...from, endLine: to.line, endColumn: to.column, range, ...stale }];
    }),
    places: places.flatMap((place) => {
      const { line, column } = place;
      const offset = old.offsetOf({ line, column: column - 1 }) + oldMark;
      const range = shiftRange([offset, offset + 1], change);
      return range ? [{ ...place, ...placeOf(lines, range[0] - mark) }] : [];
    }),
  };
}

function shiftRange(
  [start, end]: readonly [number, number],
  change: TextChange,
): [number, number] | undefined {
  const { delta } = change;
  if (end <= change.start) return [start, end];
  if (start >= change.oldEnd) return [start + delta, end + delta];
  return start <= change.start && change.oldEnd <= end ? [start, end + delta] : undefined;
}

function placeOf(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, column } = lines.positionOf(Math.max(offset, 0));
  return { line, column: column + 1 };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
