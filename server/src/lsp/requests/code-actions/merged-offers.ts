import { getOffers } from '../../../fixes/get-offers.ts';
import type { RefactorOffer } from '../../../fixes/refactor.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { RefactorContext } from '../../../project/refactor-context.ts';
import type { Finding } from '../../../lint/finding.ts';

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
