import type { Audit } from '../audit.ts';
import { plural } from '../../printing/plural.ts';
import { countStuck, isStuck } from '../stuck-places.ts';

/** The questions of the Monday after, answered from the audit: numbers only, nothing to tick. */
export function listChecks(audit: Audit): string[] {
  const { findings, services } = audit;
  const named = services.filter(({ service }) => service !== undefined);
  const unstated = named.filter(({ critical }) => critical === undefined).length;
  const inCode = findings.filter(({ ruleId }) => ruleId === 'multi-region/no-hardcoded-region').length;
  const fallbacks = findings.filter(({ ruleId }) => ruleId === 'multi-region/no-region-fallback').length;
  const stuck = [...countStuck(audit).values()].reduce((sum, count) => sum + count, 0);
  const places = services
    .flatMap((row) => row.places)
    .filter(({ failover }) => failover !== 'not-needed').length;
  const [worst] = [...countStuck(audit)].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const planless = named.filter(({ plan, places: own }) => plan === undefined && own.some(isStuck));
  const critical = planless.filter((row) => row.critical === true).length;
  const open = planless.filter((row) => row.critical === undefined).length;
  return [
    `Regions written into the code: ${inCode}. Silent fallbacks to one: ${fallbacks}.`,
    `Places that name one region and try no other: ${stuck} of ${places}.`,
    `Services of which nobody has said whether they are critical: ${unstated} of ${named.length}.`,
    `Services with such places and without a plan: ${planless.length}. Critical: ${critical}; not stated: ${open}.`,
    ...(worst
      ? [
          `To see what depends on ${worst[0]} (${plural(worst[1], 'place')}): multi-region audit --region ${worst[0]} --format mermaid.`,
        ]
      : []),
  ];
}
