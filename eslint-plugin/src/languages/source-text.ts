import type { Position } from '../facts/place.ts';

/** A text as the analysis of its language takes it. ESLint's SourceCode is one, in whichever language. */
export interface SourceText {
  readonly text: string;
  getLocFromIndex(index: number): Position;
  /** The other files of the folder that belong to the same module; absent where they cannot be read. */
  getSiblings?(): Iterable<{ path: string; text: string }>;
  /** Whether the analysis has taken its time, and should come to an end; absent where it may take any. */
  readonly isTimeUp?: () => boolean;
}
