import type { SourceCode } from '../../ast.ts';
import type { RegionSite } from '../../../../facts/region-site.ts';
import type { ReasonToStay } from '../../../language.ts';
import { findBoundValue } from './bound-values.ts';
import { findEnvironmentStore, findNoPlace } from './no-place.ts';
import { findTargetType } from '../target-type.ts';
import { findTornList } from '../zone-list.ts';
import { findStatedReason, findTranslation } from './stated-reason.ts';

export type { ReasonToStay };

type Check = (sourceCode: SourceCode, site: RegionSite) => string | undefined;

/**
 * What every mend of a region has to pass, whoever makes it: a suggestion of a rule, `eslint --fix`, a quick fix or
 * `multi-region fix`. What a project says (where its config is, what is deployed or published) comes on top.
 */
const checks: readonly { check: Check; isFirm: boolean }[] = [
  { check: (_, site) => findNoPlace(site), isFirm: true },
  { check: findTranslation, isFirm: true },
  { check: findEnvironmentStore, isFirm: true },
  { check: findTornList, isFirm: true },
  { check: findBoundValue, isFirm: true },
  { check: findStrictType, isFirm: true },
  { check: findStatedReason, isFirm: false },
];

/**
 * Why a region is not to be moved out of the code.
 *
 * @returns undefined where a mend may be made
 */
export function findReasonToStay(sourceCode: SourceCode, site: RegionSite): ReasonToStay | undefined {
  for (const { check, isFirm } of checks) {
    const text = check(sourceCode, site);
    if (text !== undefined) return { text, isFirm };
  }
  return undefined;
}

function findStrictType(sourceCode: SourceCode, site: RegionSite): string | undefined {
  const target = findTargetType(sourceCode, site);
  return target && 'refused' in target ? target.refused : undefined;
}
