/** What could not be looked at, and why: a file, a folder, or the place in a file that stopped the parser. */
export interface Notice {
  /** `skipped`: left out on purpose. `failed`: it should have been looked at. */
  kind: 'failed' | 'skipped';
  /** Absolute. */
  path: string;
  /** From 1; undefined when it is about the whole file. */
  line: number | undefined;
  /** From 1, in UTF-16 units. */
  column: number | undefined;
  /** One sentence that says what is wrong and what to do. */
  message: string;
  /** Whether it is a mistake in the settings, so that the whole result cannot be relied on. */
  isMistake?: boolean;
}
