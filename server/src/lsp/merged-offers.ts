import { getOffers } from '../refactor/get-offers.ts';
import type { LintedFile, RefactorContext, RefactorOffer } from '../refactor/refactor.ts';
import type { Finding } from '../workspace/finding.ts';

/** An offer with all findings that it takes away. */
export interface MergedOffer extends RefactorOffer {
  findings: Finding[];
}

/**
 * What can be done about some findings. Where the same helps several, it is offered once, for all of them.
 */
export function mergeOffers(
  file: LintedFile,
  findings: readonly Finding[],
  context: RefactorContext,
): MergedOffer[] {
  const merged: MergedOffer[] = [];
  for (const finding of findings) {
    for (const offer of getOffers(file, finding, context)) {
      const same = merged.find(
        ({ kind, id, title }) => kind === offer.kind && id === offer.id && title === offer.title,
      );
      if (same) {
        same.findings.push(finding);
        same.isPreferred ||= offer.isPreferred;
        same.isSafe &&= offer.isSafe;
      } else merged.push({ ...offer, findings: [finding] });
    }
  }
  return merged;
}
