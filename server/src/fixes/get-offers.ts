import type { Finding } from '../lint/finding.ts';
import { getConfigOffers } from './move-to-config/config-offers.ts';
import { getDeploymentOptions } from './follow-deployment/deployment-options.ts';
import { getSecondRegionOffers } from './second-region/second-region-offers.ts';
import type { RefactorOffer } from './refactor.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import type { RefactorContext } from '../project/refactor-context.ts';

const known = new WeakMap<RefactorContext, WeakMap<Finding, RefactorOffer[]>>();

/**
 * What can be done about a finding, best first; the first is preferred, unless there is only the comment. It looks at
 * the syntax of the file, and at where the project keeps its regions: what the edits are, `planRefactor` finds out when
 * one is chosen.
 *
 * @param context of one request: what is learned of the project is remembered with it
 */
export function getOffers(file: LintedFile, finding: Finding, context: RefactorContext): RefactorOffer[] {
  const ofContext = known.get(context) ?? new WeakMap<Finding, RefactorOffer[]>();
  known.set(context, ofContext);
  const offers = ofContext.get(finding) ?? listOffers(file, finding, context);
  ofContext.set(finding, offers);
  return offers;
}

function listOffers(file: LintedFile, finding: Finding, context: RefactorContext): RefactorOffer[] {
  const deployment = getDeploymentOptions(file, finding).map(({ id, suggestion }): RefactorOffer => ({
    kind: 'follow-deployment',
    id,
    title: suggestion.message,
    isPreferred: false,
    isSafe: false,
  }));
  const toConfig = getConfigOffers(file, finding, context);
  const offers = [
    // One habit for regions and fallbacks: first into config, where nothing changes. A client needs a second region.
    ...getSecondRegionOffers(file, finding, context),
    ...toConfig.filter(({ id }) => id === 'move-to-config'),
    ...deployment,
    ...toConfig.filter(({ id }) => id !== 'move-to-config'),
  ].map((offer, index) => ({ ...offer, isPreferred: index === 0 }));
  return [...offers, createDisableOffer(finding)];
}

function createDisableOffer({ ruleId }: Finding): RefactorOffer {
  return {
    kind: 'disable-line',
    id: 'disable-line',
    title: `Disable ${ruleId} for this line, with a reason.`,
    isPreferred: false,
    isSafe: false,
  };
}
