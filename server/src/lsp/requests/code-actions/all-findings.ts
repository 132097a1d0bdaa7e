import { getOffers } from '../../../fixes/get-offers.ts';
import type { RefactorOffer } from '../../../fixes/refactor.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { RefactorContext } from '../../../project/refactor-context.ts';
import type { Finding } from '../../../lint/finding.ts';

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
