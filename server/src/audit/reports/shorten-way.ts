const mostShown = 20;

/**
 * Shortens a way that is too long to be drawn.
 *
 * @param via the files between an entry and a site
 * @returns paths, with one that says how many are missing in the middle of a long way
 */
export function shortenWay(via: readonly string[]): readonly string[] {
  if (via.length <= mostShown) return via;
  const half = mostShown / 2;
  return [...via.slice(0, half), `… ${via.length - mostShown} more files …`, ...via.slice(-half)];
}
