import type { Finding } from '../lint/finding.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import type { ProjectContext } from '../project/project-context.ts';
import type { PossibleFix } from './fix.ts';
import { fixes, type FixKind } from './fixes.ts';

/** Something that can be done about a finding. */
export interface FixOffer extends PossibleFix {
  kind: FixKind;
  /** Whether it is the best of the offers. */
  isPreferred: boolean;
}

const known = new WeakMap<ProjectContext, WeakMap<Finding, FixOffer[]>>();

/**
 * What can be done about a finding, best first; the first is preferred, unless it only silences the finding. What the
 * edits are, `planEdits` finds out when one is chosen.
 *
 * @param context of one request: what is learned of the project is remembered with it
 */
export function getOffers(file: LintedFile, finding: Finding, context: ProjectContext): FixOffer[] {
  const ofContext = known.get(context) ?? new WeakMap<Finding, FixOffer[]>();
  known.set(context, ofContext);
  const offers = ofContext.get(finding) ?? listOffers(file, finding, context);
  ofContext.set(finding, offers);
  return offers;
}

function listOffers(file: LintedFile, finding: Finding, context: ProjectContext): FixOffer[] {
  const offers = fixes.flatMap((fix) =>
    fix.list(file, finding, context).map((possible) => ({ ...possible, fix })),
  );
  const rank = ({ fix, hasReasonAgainst = false }: (typeof offers)[number]) =>
    fix.isLastResort ? 2 : hasReasonAgainst ? 1 : 0;
  return offers
    .sort((a, b) => rank(a) - rank(b))
    .map(({ fix: { kind, isLastResort }, ...possible }, index) => ({
      ...possible,
      kind,
      isPreferred: index === 0 && !isLastResort,
    }));
}
