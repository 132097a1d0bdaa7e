import {
  findReportedFact,
  getReportedRoles,
  getRole,
  type ClientSite,
  type RegionSite,
} from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';

/** Whether a rule reports regions that are written down, each of which could stand elsewhere. */
export function isRegionRule(ruleId: string): boolean {
  return [...getReportedRoles(getRuleName(ruleId))].some((role) => getRole(role).isMovable);
}

/** `no-hardcoded-region` of `multi-region/no-hardcoded-region`. */
function getRuleName(ruleId: string): string {
  return ruleId.slice(ruleId.indexOf('/') + 1);
}

/** How far the offsets of findings and edits are ahead of those of the parsed text, which has no byte order mark. */
export function getShift({ sourceCode }: Pick<LintedFile, 'sourceCode'>): number {
  return sourceCode.hasBOM ? 1 : 0;
}

/** The region that a finding reports; undefined for a finding about something else. */
export function findRegionSite(file: LintedFile, finding: Finding): RegionSite | undefined {
  return isRegionRule(finding.ruleId) ? findFact(file, finding)?.site : undefined;
}

/** The client that a finding is about: of `require-client-failover` and the other rules that report clients. */
export function findClientSite(file: LintedFile, finding: Finding): ClientSite | undefined {
  return findFact(file, finding)?.client;
}

function findFact(file: LintedFile, finding: Finding): ReturnType<typeof findReportedFact> {
  return findReportedFact(file.facts, getRuleName(finding.ruleId), toSourceRange(file, finding));
}

function toSourceRange(file: LintedFile, { range }: Finding): [number, number] {
  const shift = getShift(file);
  return [range[0] - shift, range[1] - shift];
}
