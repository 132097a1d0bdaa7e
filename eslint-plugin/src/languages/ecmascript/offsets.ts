/**
 * Makes a search for all places where a text matches. The expression is compiled once: `matchAll` would
 * copy it for each file, and cold expressions are most of what a small file costs.
 *
 * @param source of a regular expression
 * @param place whether the offset is where a match begins, or right behind its end
 * @returns a function that gives the offsets of the matches, in order
 */
export function createOffsetSearch(
  source: string,
  place: 'behind' | 'start' = 'start',
): (text: string) => number[] {
  const expression = new RegExp(source, 'g');
  return (text) => {
    const offsets: number[] = [];
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text))
      offsets.push(place === 'start' ? match.index : expression.lastIndex);
    return offsets;
  };
}
