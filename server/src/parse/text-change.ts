/** How one text became another: what stood from `start` to `oldEnd` was replaced. Offsets in UTF-16 units. */
export interface TextChange {
  start: number;
  /** In the text before. */
  oldEnd: number;
  /** By how much what follows moved. */
  delta: number;
}

/**
 * Finds the one piece in which two texts differ, whatever edits led from one to the other.
 *
 * @returns an empty change at the end for equal texts
 */
export function findChange(before: string, after: string): TextChange {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shortest - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  return { start, oldEnd: before.length - same, delta: after.length - before.length };
}
