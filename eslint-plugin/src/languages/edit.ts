import type { Range } from '../facts/place.ts';

/** A stretch of a file, and the text that takes its place. */
export interface Edit {
  range: Range;
  text: string;
}
