/** Offsets in a text, in UTF-16 units and without a byte order mark; the end is exclusive. */
export type Range = [start: number, end: number];

/** A position as ESLint counts: lines from 1, columns from 0, in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A stretch of a file. */
export interface Place {
  range: Range;
  loc: { start: Position; end: Position };
}
