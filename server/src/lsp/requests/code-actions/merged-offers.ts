import { getOffers, type FixOffer } from '../../../fixes/get-offers.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import type { Finding } from '../../../lint/finding.ts';

/** An offer with all findings that it takes away. */
export interface MergedOffer extends FixOffer {
  findings: Finding[];
}

/**
 * What can be done about some findings. Where the same helps several, it is offered once, for all of them.
 */
export function mergeOffers(
  file: LintedFile,
  findings: readonly Finding[],
  context: ProjectContext,
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
