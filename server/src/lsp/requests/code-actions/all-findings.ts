import { getOffers, type FixOffer } from '../../../fixes/get-offers.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import type { Finding } from '../../../lint/finding.ts';

/** Whether the region of a finding can be moved into config. */
export function isMovable(file: LintedFile, finding: Finding, context: ProjectContext): boolean {
  return isOffered(file, finding, context, ({ kind }) => kind === 'move-to-config');
}

/** The same, where the program surely does what it did before. */
export function isSafe(file: LintedFile, finding: Finding, context: ProjectContext): boolean {
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
  context: ProjectContext,
  isMeant: (offer: FixOffer) => boolean,
): boolean {
  return getOffers(file, finding, context).some(isMeant);
}
