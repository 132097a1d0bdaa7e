/** How long the analysis of one file may take, in milliseconds: the largest files of repositories take a tenth of it. */
const longestAnalysis = 10_000;

/**
 * Starts the time that one file has.
 *
 * @returns tells whether it is over
 */
export function startTimeLimit(limitMs = longestAnalysis): () => boolean {
  const end = performance.now() + limitMs;
  return () => performance.now() > end;
}
