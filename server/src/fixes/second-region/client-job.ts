import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import type { FixTarget, Refusal } from '../fix.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { getBoundClient, getRegionSite } from '../subject.ts';
import { prepareFile, type FileJob } from '../move-to-config/file-job.ts';
import type { Move } from '../move-to-config/moves.ts';
import { findReasonNotToWrap } from './reason-not-to-wrap.ts';

/** A client that is to have a second region, and the literals of its first one. */
export interface WrappedClient {
  client: ClientSite;
  finding: Finding;
  moves: readonly Move[];
}

/** A file, and its clients that are to be wrapped. */
export interface ClientJob {
  /** What of the file goes to config. */
  config: FileJob;
  clients: readonly WrappedClient[];
  /** Of all the findings that were asked for. */
  findings: readonly Finding[];
  refused: readonly Refusal[];
}

/** Finds out which clients of a file can be given a second region. */
export function prepareClients(
  { file, findings }: FixTarget,
  target: ConfigTarget,
  context: ProjectContext,
): ClientJob {
  const refused: Refusal[] = [];
  const { allowedRegions } = context.getSettings(file.path);
  const wanted: { client: ClientSite; finding: Finding }[] = [];
  for (const finding of findings) {
    const client = getBoundClient(finding);
    if (!client) continue;
    const reason = findReasonNotToWrap(file, client, allowedRegions);
    if (reason === undefined) wanted.push({ client, finding });
    else refused.push({ finding, reason });
  }
  const config = prepareFile({ file, findings: wanted.map(({ finding }) => finding) }, target, context);
  refused.push(...config.refused);
  const clients = wanted
    .filter(({ finding }) => !config.refused.some((refusal) => refusal.finding === finding))
    .map((each) => ({ ...each, moves: config.moves.filter((move) => move.findings.includes(each.finding)) }));
  refused.push(...refuseOthers(findings, clients));
  return { config, clients, findings, refused };
}

/** A region is done with when its clients are. */
function refuseOthers(findings: readonly Finding[], clients: readonly WrappedClient[]): Refusal[] {
  const sites = new Set(clients.flatMap(({ client }) => client.sites));
  return findings
    .filter((finding) => {
      if (getBoundClient(finding)) return false;
      const site = getRegionSite(finding);
      return !site || !sites.has(site);
    })
    .map((finding) => ({ finding, reason: 'Only a client can be given a second region.' }));
}
