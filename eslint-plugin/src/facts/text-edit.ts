import type { Range } from './place.ts';

/** A stretch of a text, and what takes its place; an empty stretch is an insertion. */
export interface TextEdit {
  range: Range;
  text: string;
}

/** The edit that only puts text in. */
export function insertAt(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}
