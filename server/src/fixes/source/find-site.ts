import type { ClientSite, RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';

const regionRules = new Set([
  'multi-region/no-hardcoded-arn',
  'multi-region/no-hardcoded-endpoint',
  'multi-region/no-hardcoded-region',
  'multi-region/no-hardcoded-zone',
  'multi-region/no-region-fallback',
]);

/** Whether a rule reports regions that are written down, each of which could stand elsewhere. */
export function isRegionRule(ruleId: string): boolean {
  return regionRules.has(ruleId);
}

/** How far the offsets of findings and edits are ahead of those of the parsed text, which has no byte order mark. */
export function getShift({ sourceCode }: Pick<LintedFile, 'sourceCode'>): number {
  return sourceCode.hasBOM ? 1 : 0;
}

/**
 * The region that a finding reports.
 *
 * @returns undefined for a finding of a rule that reports something else
 */
export function findRegionSite(file: LintedFile, finding: Finding): RegionSite | undefined {
  if (!isRegionRule(finding.ruleId)) return undefined;
  const [start, end] = toSourceRange(file, finding);
  const overlaps = ({ range }: RegionSite) => range[0] < end && range[1] > start;
  const contains = ({ node }: RegionSite) => node.range[0] <= start && node.range[1] >= end;
  const length = ({ range }: RegionSite) => range[1] - range[0];
  const { regionSites } = file.facts;
  const candidates = regionSites.filter(overlaps);
  // Two sites of one template: the one that is reported, which is the smaller.
  return (candidates.length > 0 ? candidates : regionSites.filter(contains)).sort(
    (a, b) => length(a) - length(b),
  )[0];
}

/** The client that a finding is about: of `require-client-failover` and the other rules that report clients. */
export function findClientSite(file: LintedFile, finding: Finding): ClientSite | undefined {
  if (isRegionRule(finding.ruleId)) return undefined;
  const [start, end] = toSourceRange(file, finding);
  return file.facts.clientSites
    .filter(({ node }) => node.range[0] <= start && node.range[1] >= end)
    .sort((a, b) => b.node.range[0] - a.node.range[0])[0];
}

function toSourceRange(file: LintedFile, { range }: Finding): [number, number] {
  const shift = getShift(file);
  return [range[0] - shift, range[1] - shift];
}
