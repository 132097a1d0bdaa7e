import type { AuditedPlace } from './report.ts';

/** The region of a place; in brackets where it comes from when the code does not name it. */
export function describeRegion({ region, origin }: AuditedPlace): string {
  if (region !== null) return region;
  if (origin === 'environment' || origin === 'omitted') return '(environment)';
  if (origin === 'global-endpoint') return '(global endpoint)';
  return origin === 'parameter' ? '(caller)' : '(elsewhere)';
}

/** What a place does when its region is down, in a few words; the same as in the reports of the command line. */
export function describeFailover({ failover, region }: AuditedPlace): string {
  // An ARN, a host, a zone: there is no client that could go elsewhere.
  if (failover === null) return region === null ? 'unknown' : 'none';
  return failoverWords.get(failover) ?? failover;
}

const failoverWords = new Map([
  ['follows-deployment', 'follows the deployment'],
  ['kept', 'none: keeps its first region'],
  ['managed', 'managed by the service'],
  ['not-needed', 'not needed'],
  ['per-region', 'one client for each region'],
  ['second-client', 'a second client'],
  ['wrapped', 'a wrapper'],
]);
