import {
  getRole,
  type ClientProblem,
  type ClientSite,
  type RegionSite,
} from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../lint/finding.ts';

/** The region that a finding reports, if it could stand elsewhere; undefined for a finding about something else. */
export function getRegionSite({ fact }: Finding): RegionSite | undefined {
  return fact?.kind === 'region' && getRole(fact.site.role).isMovable ? fact.site : undefined;
}

/** The client that a finding is about, whatever is wrong with it. */
export function getClientSite({ fact }: Finding): ClientSite | undefined {
  return fact?.kind === 'client' ? fact.client : undefined;
}

/** What a finding says of its client; undefined for a finding about something else. */
export function getClientProblem({ fact }: Finding): ClientProblem | undefined {
  return fact?.kind === 'client' ? fact.problem : undefined;
}

/** The client of a finding that it has no second region; undefined for any other finding. */
export function getBoundClient(finding: Finding): ClientSite | undefined {
  return getClientProblem(finding) === 'failover' ? getClientSite(finding) : undefined;
}
