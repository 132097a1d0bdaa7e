/** A place as ESTree has it: lines from 1, columns from 0, in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

const lineBreak = /\r\n|[\r\n\u2028\u2029]/gu;

/**
 * Prepares a text for looking up lines, with the line breaks of ECMAScript.
 *
 * @param text the file
 * @returns a function from an offset (UTF-16) to its position
 */
export function createLineIndex(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);

  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
}
