import type { Audit } from '../audit.ts';
import { countStuck } from '../stuck-places.ts';

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
  const withoutPlan = named.filter(
    ({ critical, plan, places: own }) =>
      critical === true &&
      plan === undefined &&
      own.some(({ failover }) => failover === 'none' || failover === 'kept'),
  ).length;
  const [worst] = [...countStuck(audit)].sort(([, a], [, b]) => b - a);
  return [
    `Regions written into the code: ${inCode}; silent fallbacks to one: ${fallbacks}.`,
    `Places that try no region but their own: ${stuck} of ${places}.`,
    `Services whose criticality nobody has stated: ${unstated} of ${named.length}.`,
    `Critical services without a plan and without another region: ${withoutPlan}.`,
    ...(worst
      ? [`What goes down with ${worst[0]}: multi-region audit --region ${worst[0]} --format mermaid.`]
      : []),
  ];
}
