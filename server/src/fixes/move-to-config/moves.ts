import { describeMend, type MendDescription } from 'eslint-plugin-multi-region/edits';
import { getRole, type ClientSite, type RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { Refusal } from '../fix.ts';
import { getBoundClient, getClientProblem, getRegionSite } from '../subject.ts';

/** A region that is to be moved, with the findings that are done with when it is gone. */
export interface Move {
  site: RegionSite;
  /** What the file says of moving it. */
  mend: MendDescription;
  findings: Finding[];
}

/**
 * Finds the literals behind findings, each once: a region and the client that it pins are two findings and one
 * literal.
 */
export function findMoves(
  file: LintedFile,
  findings: readonly Finding[],
): { moves: Move[]; refused: Refusal[] } {
  const moves = new Map<RegionSite, Move>();
  const refused: Refusal[] = [];
  for (const finding of findings) {
    const sites = findSites(finding);
    if (typeof sites === 'string') {
      refused.push({ finding, reason: sites });
      continue;
    }
    for (const site of sites) {
      const mend = moves.get(site)?.mend ?? describeMend(file.sourceCode, site, file.facts);
      const move = moves.get(site) ?? { site, mend, findings: [] };
      move.findings.push(finding);
      moves.set(site, move);
    }
  }
  return { moves: [...moves.values()].sort((a, b) => a.site.range[0] - b.site.range[0]), refused };
}

/** @returns the literals to move; or why there are none, as a sentence */
export function findSites(finding: Finding): RegionSite[] | string {
  const site = getRegionSite(finding);
  if (site) return [site];
  const client = getBoundClient(finding);
  return client ? findClientLiterals(client) : explainOther(finding);
}

/** The literals that pin a client; or why they cannot be moved, as a sentence. */
export function findClientLiterals({ sites }: ClientSite): RegionSite[] | string {
  if (sites.length === 0) return 'No region is written down for this client.';
  const isMovable = sites.every(({ role }) => getRole(role).isMovable);
  return isMovable ? [...sites] : 'The region of this client is part of a list or of config already.';
}

function explainOther(finding: Finding): string {
  const { fact } = finding;
  if (fact?.kind === 'region' && fact.site.role === 'global-endpoint') {
    return 'A global endpoint names no region that could be moved; take the regional endpoint.';
  }
  switch (getClientProblem(finding)) {
    case 'retries':
    case 'timeout':
      return 'This is about how long a client tries, not about a region that could be moved.';
    default:
      return 'There is no region here that could be moved.';
  }
}
