/** A place as ESTree has it: lines from 1, columns from 0, in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Where the lines of a text begin. Offsets are in UTF-16 units. */
export interface LineIndex {
  positionOf: (offset: number) => Position;
  /** The way back, for positions that `positionOf` gave. */
  offsetOf: (position: Position) => number;
}

const lineBreak = /\r\n|[\r\n\u2028\u2029]/gu;

/**
 * Prepares a text for looking up lines, with the line breaks of ECMAScript.
 *
 * @param text the file
 */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);
  // Who walks a tree asks for places that are near each other.
  let last = 0;

  function findLine(offset: number): number {
    if ((starts[last] ?? 0) <= offset && offset < (starts[last + 1] ?? Infinity)) return last;
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  return {
    positionOf(offset) {
      last = findLine(offset);
      return { line: last + 1, column: offset - (starts[last] ?? 0) };
    },
    offsetOf: ({ line, column }) => (starts[line - 1] ?? text.length) + column,
  };
}
