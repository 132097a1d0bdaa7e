import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { ConfigEntry } from '../../region-module/config-target.ts';
import { getConstantHint, proposeNames, rankRegions, toHint, type RegionUse } from './entry-names.ts';
import { createRequest } from './entry-request.ts';
import type { FileJob } from './file-job.ts';
import type { Move } from './moves.ts';

/** What is to stand in the place of each region that is moved; or why it cannot be. */
export type Entries = ReadonlyMap<Move, ConfigEntry | { refused: string }>;

/**
 * Chooses the entries of all moves. Those of the regions that are used most come first, so that they get the plainest
 * names, whichever file is read first.
 */
export function chooseEntries(jobs: readonly FileJob[]): Entries {
  const entries = new Map<Move, ConfigEntry | { refused: string }>();
  const groups = new Map<string, FileJob[]>();
  for (const job of jobs) {
    if (job.moves.length === 0) continue;
    groups.set(job.target.path, [...(groups.get(job.target.path) ?? []), job]);
  }
  for (const group of groups.values()) addEntries(group, entries);
  return entries;
}

function addEntries(group: readonly FileJob[], entries: Map<Move, ConfigEntry | { refused: string }>): void {
  const [first] = group;
  if (!first) return;
  // What is nearer than config needs no entry.
  const moves = group.flatMap((job) => job.moves).filter(({ mend }) => !mend.nearest);
  // What stays counts too: the name should not depend on how many are moved at once.
  const sites = group.flatMap(({ file }) => file.facts.regionSites.filter(isPinned));
  const ranked = rankRegions([...new Set([...sites, ...moves.map(({ site }) => site)])]);
  // What reads `AWS_REGION` or `CDK_DEFAULT_REGION` already is the primary region, however seldom it is used.
  const isRead = ({ region, cloud }: RegionUse) =>
    moves.some(
      (move) => move.site.region === region && move.site.cloud === cloud && readsUsualVariable(move),
    );
  const uses = [...ranked.filter(isRead), ...ranked.filter((use) => !isRead(use))];
  for (const [index, use] of uses.entries()) {
    const { region, cloud } = use;
    const names = proposeNames(use, index === 0);
    const own = moves.filter(({ site }) => site.region === region && site.cloud === cloud);
    for (const move of sortByPurpose(own)) {
      entries.set(move, first.target.addEntry(createRequest(move.site, move.mend, names)));
    }
  }
}

/**
 * The most general first, so that the others join it and not a variable that is there for something else: those that
 * read `AWS_REGION`, then those that read nothing, then those with a name or a variable of their own.
 */
function sortByPurpose(moves: readonly Move[]): Move[] {
  const rank = ({ site, mend }: Move) => {
    if (mend.reading.reads.length > 0) return readsUsualVariable({ mend }) ? 0 : 3;
    return getConstantHint(site) === undefined ? 1 : 2;
  };
  return [...moves].sort((a, b) => rank(a) - rank(b));
}

/** Whether a site reads a variable that says no more than where the program runs. */
function readsUsualVariable({ mend: { reading } }: Pick<Move, 'mend'>): boolean {
  const [variable] = reading.reads;
  return variable !== undefined && toHint(variable) === undefined;
}

const pinned = new Set<string>([
  'argument',
  'arn',
  'client-option',
  'endpoint',
  'fallback',
  'infrastructure',
  'sdk-config',
  'zone',
]);

function isPinned({ role, form }: RegionSite): boolean {
  return pinned.has(role) && form !== 'global-region' && form !== 'global-host';
}
