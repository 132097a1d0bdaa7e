import { clouds, type Cloud } from './clouds.ts';
import type { FormMatch } from './region-form.ts';
import { regionToken } from './region-token.ts';

export { regionToken } from './region-token.ts';

/** A region found in a text, and what carries it. */
export interface RegionFormMatch extends FormMatch {
  cloud: Cloud;
}

const token = new RegExp(regionToken);

/**
 * Finds every form of text that carries a region of AWS or Google Cloud, and the hosts of Azure. Azure's locations alone are
 * ordinary words: see `azureLocation`.
 *
 * @param text the whole content of a string, or of one part of a template literal; a whole template or sum will do too, with
 *   each part that is only known at run time written `x`
 * @returns the matches in the order of the text, not overlapping. A region, zone or pool id counts only when it is all of the
 *   text (a bucket named `us-east-1-old` is no region); an ARN, a host or a resource path counts anywhere in it
 */
export function findRegionForms(text: string): RegionFormMatch[] {
  if (!token.test(text)) return [];
  for (const { id, matchWholeText } of clouds) {
    const whole = matchWholeText?.(text);
    if (whole) return [{ ...whole, cloud: id }];
  }
  const matches = clouds.flatMap(({ id, matchers }) =>
    matchers.flatMap((match) => match(text).map((found) => ({ ...found, cloud: id }))),
  );
  return withoutOverlaps(matches.sort((a, b) => a.start - b.start));
}

/** Keeps the outer of two that overlap: an ARN may hold a host, or another ARN. */
function withoutOverlaps(matches: readonly RegionFormMatch[]): RegionFormMatch[] {
  let end = 0;
  return matches.filter((match) => {
    if (match.start < end) return false;
    end = match.end;
    return true;
  });
}
