import type { ServicePlace } from '../inventory.ts';

/** The region of a place; in brackets where it comes from when the code does not name it. */
export function describeRegion({ region, origin, decidedBy }: ServicePlace): string {
  if (region !== undefined) return region;
  if (decidedBy?.variable !== undefined) return `(${decidedBy.variable})`;
  switch (origin) {
    case 'environment':
    case 'omitted':
      return '(environment)';
    case 'global-endpoint':
      return '(global endpoint)';
    case 'parameter':
      return '(caller)';
    default:
      return '(unknown)';
  }
}

/** What a place does when its region is down, in a few words. */
export function describeFailover({ failover, region }: ServicePlace): string {
  switch (failover) {
    case 'follows-deployment':
      return 'follows the deployment';
    case 'kept':
      return 'none: keeps its first region';
    case 'managed':
      return 'managed by the service';
    case 'none':
      return 'none';
    case 'not-needed':
      return 'not needed';
    case 'per-region':
      return 'one client for each region';
    case 'second-client':
      return 'a second client';
    case 'unknown':
      return 'unknown';
    case 'wrapped':
      return 'a wrapper';
    case undefined:
      // An ARN, a host, a zone: there is no client that could go elsewhere.
      return region === undefined ? 'unknown' : 'none';
  }
}

/** `yes`, `no`, or `?` where the settings do not say. */
export function describeCritical(critical: boolean | undefined): string {
  if (critical === undefined) return '?';
  return critical ? 'yes' : 'no';
}
