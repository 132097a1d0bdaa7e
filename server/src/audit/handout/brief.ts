import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import type { Impact } from '../impact/impact.ts';
import type { Place } from '../inventory.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
import { foldFindings } from '../fold-findings.ts';
import { isStarted } from './is-started.ts';
import { describeChange } from '../past-audit.ts';
import { describeTried } from '../sections/tried.ts';
import { countStuck, isStuck } from '../stuck-places.ts';
import type { TriedRun } from '../tried-runs.ts';

/** What a brief is made of: the code as it was and as it is. */
export interface BriefInput {
  revision: string;
  /** The commits, shortened, and the day of the old one. */
  before: { audit: Audit; commit: string; date: string | undefined };
  after: { audit: Audit; commit: string | undefined; date: string };
  /** What goes down with the region now and then. */
  region: string;
  impacts: { before: Impact; after: Impact };
  /** What was tried with `multi-region chaos`; undefined where nobody asked. */
  tried: readonly TriedRun[] | undefined;
}

/**
 * What was found and what was changed since an older revision, for those who decide. No sentence without a number
 * behind it.
 *
 * @returns Markdown with a line break at its end
 */
export function formatBrief({ revision, before, after, region, impacts, tried }: BriefInput): string {
  const then = escapeText(before.commit.slice(0, 7));
  const stuckThen = countStuck(before.audit).get(region) ?? 0;
  const stuckNow = countStuck(after.audit).get(region) ?? 0;
  const [entriesThen, entriesNow] = [
    countEntries(before.audit, impacts.before),
    countEntries(after.audit, impacts.after),
  ];
  const rows: [string, number, number][] = [
    [`Places that name ${region} and try no other region`, stuckThen, stuckNow],
    ['Entry points that import them', entriesThen, entriesNow],
    ...countRules(before.audit, after.audit),
    ['Clients that try a second region', countMovable(before.audit), countMovable(after.audit)],
  ];
  const change = describeChange({ ...before, before: before.audit, after: after.audit }, revision);
  const commit = after.commit === undefined ? '' : `, commit ${escapeText(after.commit.slice(0, 7))}`;
  const left = foldFindings(after.audit)
    .sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'))
    .slice(0, 5);
  return [
    `# If ${escapeText(region)} goes down`,
    '',
    `${escapeText(after.date)}${commit}. Made from audits of the code at ${then}${before.date === undefined ? '' : ` (${escapeText(before.date)})`} and today. What this does not show is below.`,
    '',
    '## What we found',
    '',
    `At ${then}, ${plural(stuckThen, 'place')} in the code named ${escapeText(region)} and tried no other region. ${plural(entriesThen, 'entry point')} imported ${stuckThen === 1 ? 'it' : 'them'}.`,
    '',
    `| | ${then} | today |`,
    '| --- | --: | --: |',
    ...rows.map(([name, a, b]) => `| ${escapeText(name)} | ${a} | ${b} |`),
    '',
    '## What we changed',
    '',
    `${plural(change.before, 'finding')} then, ${change.after} now: ${change.gone} gone, ${change.fresh} new.`,
    ...(left.length > 0
      ? [
          '',
          `Left${change.after > left.length ? ` (${left.length} of ${change.after}, errors first)` : ''}:`,
          '',
          ...left.map(
            ({ path, line, message }) => `- ${escapeCode(`${path}:${line}`)}: ${escapeText(message)}`,
          ),
        ]
      : []),
    '',
    ...(tried === undefined ? [] : formatTried(tried, after.audit, region)),
    ...judge(stuckNow, after.audit, region),
    '## What this does not show',
    '',
    'Data and its replicas, traffic, capacity and permissions in another region, code outside of this repository, and how production is run.',
    ...(after.audit.coverage.otherKinds.length > 0 ? ['', describeOthers(after.audit)] : []),
    '',
  ].join('\n');
}

/** The entry points that reach a place without another region. */
function countEntries({ services }: Audit, { entries, sites }: Impact): number {
  const stuck = new Set(services.flatMap(({ places }) => places.filter(isStuck).map(keyOf)));
  const reachesStuck = (index: number) => {
    const site = sites[index];
    return site !== undefined && stuck.has(keyOf(site));
  };
  return entries.filter((entry) => isStarted(entry) && entry.reaches.some(({ site }) => reachesStuck(site)))
    .length;
}

const shownRules: readonly (readonly [rule: string, name: string])[] = [
  ['no-hardcoded-region', 'Regions written into the code'],
  ['no-region-fallback', 'Silent fallbacks to a region'],
  ['no-hardcoded-arn', 'ARNs that name a region'],
  ['no-hardcoded-endpoint', 'Endpoints that name a region'],
  ['no-hardcoded-zone', 'Zones written into the code'],
];

function countRules(before: Audit, after: Audit): [string, number, number][] {
  const count = ({ findings }: Audit, rule: string) =>
    findings.filter(({ ruleId }) => ruleId === `multi-region/${rule}`).length;
  return shownRules
    .map(([rule, name]): [string, number, number] => [name, count(before, rule), count(after, rule)])
    .filter(([, then, now]) => then + now > 0);
}

/** Clients that the code itself takes to another region. */
function countMovable({ services }: Audit): number {
  const places = services.flatMap((row) => row.places);
  const movable = places.filter(
    ({ failover }) => failover === 'second-client' || failover === 'wrapped' || failover === 'managed',
  );
  return countPlaces(movable);
}

/** A client of two regions is one place. */
function countPlaces(places: readonly Place[]): number {
  return new Set(places.map(keyOf)).size;
}

function keyOf({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

function judge(stuck: number, audit: Audit, region: string): string[] {
  const places = audit.services.flatMap((row) => row.places);
  const following = places.filter(({ failover }) => failover === 'follows-deployment').length;
  const clients = countPlaces(
    places.filter(({ kind, failover }) => kind === 'client' && failover !== 'not-needed'),
  );
  const movable = countMovable(audit);
  const lines: string[] = [];
  if (clients > 0) {
    lines.push(
      `${movable} of ${plural(clients, 'client')} ${movable === 1 ? 'tries' : 'try'} a second region.`,
    );
    if (movable === 0) lines.push('**Moving a region into configuration is not failover.**');
  }
  if (following > 0) {
    lines.push(
      `${plural(following, 'place')} ${following === 1 ? 'takes its' : 'take their'} region from where the code is deployed. Whether there is a second deployment, with data and traffic, is not in the code.`,
    );
  }
  if (stuck > 0) {
    lines.push(
      `${plural(stuck, 'place')} ${stuck === 1 ? 'names' : 'name'} ${escapeText(region)} and ${stuck === 1 ? 'tries' : 'try'} no other region.`,
    );
  }
  return lines.length === 0 ? [] : ['## What this means', '', ...lines.flatMap((line) => [line, ''])];
}

/** What the recorded runs say of the region, by service, and which services none of them hit. */
function formatTried(tried: readonly TriedRun[], audit: Audit, region: string): string[] {
  const section = describeTried({ ...audit, tried: tried.filter((run) => run.region === region) });
  if (!section) return [];
  const toRow = (cells: readonly string[]) => `| ${cells.map(escapeText).join(' | ')} |`;
  const { columns, rows } = section.table ?? { columns: [], rows: [] };
  return [
    `## ${section.title}`,
    '',
    ...section.lines.flatMap((line) => [escapeText(line), '']),
    ...(rows.length === 0 ? [] : [toRow(columns), toRow(columns.map(() => '---')), ...rows.map(toRow), '']),
  ];
}

function describeOthers({ coverage }: Audit): string {
  const count = coverage.otherKinds.reduce((sum, { files }) => sum + files, 0);
  return `${plural(count, 'file')} of other kinds also ${count === 1 ? 'names a region and was' : 'name a region and were'} not analyzed.`;
}
