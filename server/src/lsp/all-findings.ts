import { getOffers } from '../refactor/get-offers.ts';
import type { LintedFile, RefactorContext, RefactorOffer } from '../refactor/refactor.ts';
import type { Finding } from '../workspace/finding.ts';

/** Whether the region of a finding can be moved into config. */
export function isMovable(file: LintedFile, finding: Finding, context: RefactorContext): boolean {
  return isOffered(file, finding, context, ({ kind }) => kind === 'move-to-config');
}

/** The same, where the program surely does what it did before. */
export function isSafe(file: LintedFile, finding: Finding, context: RefactorContext): boolean {
  return isOffered(
    file,
    finding,
    context,
    ({ kind, isSafe: isHarmless }) => kind === 'move-to-config' && isHarmless,
  );
}

function isOffered(
  file: LintedFile,
  finding: Finding,
  context: RefactorContext,
  isMeant: (offer: RefactorOffer) => boolean,
): boolean {
  return getOffers(file, finding, context).some(isMeant);
}
