import { remember } from '../remember.ts';
import { getReportedProblem, type ClientProblem } from './client-problems.ts';
import type { ClientSite } from './client-site.ts';
import type { FileFacts } from './file-facts.ts';
import type { Range } from './place.ts';
import { getReportRange, type RegionSite } from './region-site.ts';
import { getRole } from './roles.ts';

/** What a finding is about: a region that is written down, or a client. */
export type ReportedFact =
  | { kind: 'region'; site: RegionSite }
  /** `problem` is undefined for what is about an option of the client only. */
  | { kind: 'client'; client: ClientSite; problem: ClientProblem | undefined };

/**
 * The fact that a rule has reported. Sites and clients say themselves by which rule and where they are reported, so
 * that it is found again exactly, also in facts that have come from another process.
 *
 * @param rule its name without the plugin's: `no-hardcoded-region`
 * @param range where it has reported something
 * @returns for an option, the client that it is given to; undefined for what is about neither
 */
export function findReportedFact(
  facts: FileFacts,
  rule: string,
  range: Readonly<Range>,
): ReportedFact | undefined {
  const { sites, clients } = indexFacts(facts);
  const site = sites.get(toKey(rule, range));
  if (site) return { kind: 'region', site };
  const [start, end] = range;
  const client =
    clients.get(toKey('', range)) ??
    facts.clientSites.find(({ range: around }) => around[0] <= start && end <= around[1]);
  return client && { kind: 'client', client, problem: getReportedProblem(rule) };
}

const indexFacts = remember(({ clientSites, regionSites }: FileFacts) => {
  const sites = new Map<string, RegionSite>();
  for (const site of regionSites) {
    const { reportedBy } = getRole(site.role);
    if (reportedBy !== undefined) sites.set(toKey(reportedBy, getReportRange(site)), site);
  }
  const clients = new Map<string, ClientSite>();
  for (const client of clientSites) {
    clients.set(toKey('', client.head.range), client);
    if (client.disabledRetries) clients.set(toKey('', client.disabledRetries.range), client);
  }
  return { sites, clients };
});

function toKey(rule: string, [start, end]: Readonly<Range>): string {
  return `${rule} ${start}-${end}`;
}
