import type { SourceCode } from '../ast.ts';
import type { FileFacts } from '../../../facts/file-facts.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { isDeclaredDefault } from './declared-default.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';
import { findNearestSource, type NearestSource } from './nearest-source.ts';
import { findUnit } from './reasons/bound-values.ts';
import { findReasonToStay, type ReasonToStay } from './reasons/reasons.ts';
import { getReplacedReading, type ReplacedReading } from './replace-region.ts';
import { findTargetType } from './target-type.ts';
import { listTogether } from './zone-list.ts';

/** What a file says of moving one of its regions: nothing of the project is asked. */
export interface MendDescription {
  /** Why it is not to be moved; undefined where it may be. */
  reason: ReasonToStay | undefined;
  /** The sites that move together: the site itself, or all of its list. */
  together: readonly RegionSite[];
  /** The expression that they are a part of, for comparing: what stands in one expression is bound together. */
  unit: object;
  /** Whether the region is the default of a setting that is declared here: `z.string().default('us-east-1')`. */
  isDeclaredDefault: boolean;
  /** What is nearer than config. */
  nearest: NearestSource | undefined;
  /** The variables that an entry takes the place of, with the literal. */
  reading: ReplacedReading;
  /** The type that the place wants: `Region`; an expression gets it as an assertion. */
  assertion: string | undefined;
}

/** Describes what can be done about a site, as input for edits. */
export function describeMend(
  sourceCode: SourceCode,
  site: RegionSite,
  facts: Pick<FileFacts, 'clientSites'>,
): MendDescription {
  const target = findTargetType(sourceCode, site);
  return {
    reason: findReasonToStay(sourceCode, site),
    together: listTogether(sourceCode, site),
    unit: findUnit(getWholeLiteral(getLiteralNode(sourceCode, site))),
    isDeclaredDefault: isDeclaredDefault(sourceCode, site),
    nearest: findNearestSource(sourceCode, site, facts),
    reading: getReplacedReading(sourceCode, site),
    assertion: target && 'assertion' in target ? target.assertion : undefined,
  };
}
