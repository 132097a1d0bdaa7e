import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import type { Impact } from '../impact/impact.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
import { countStuck, isStuck } from '../stuck-places.ts';

/** What a brief is made of: the code as it was and as it is. */
export interface BriefInput {
  revision: string;
  /** The commits, shortened, and the day of the old one. */
  before: { audit: Audit; commit: string; date: string | undefined };
  after: { audit: Audit; commit: string | undefined; date: string };
  /** What goes down with the region now and then. */
  region: string;
  impacts: { before: Impact; after: Impact };
}

/**
 * What was found and what was changed since an older revision, for those who decide. No sentence without a number
 * behind it.
 *
 * @returns Markdown with a line break at its end
 */
export function formatBrief({ before, after, region, impacts }: BriefInput): string {
  const then = escapeText(before.commit.slice(0, 7));
  const stuckThen = countStuck(before.audit).get(region) ?? 0;
  const stuckNow = countStuck(after.audit).get(region) ?? 0;
  const [entriesThen, entriesNow] = [
    countEntries(before.audit, impacts.before),
    countEntries(after.audit, impacts.after),
  ];
  const rows: [string, number, number][] = [
    [`Places that depend on ${region} and try no other region`, stuckThen, stuckNow],
    ['Entry points that reach them', entriesThen, entriesNow],
    ...countRules(before.audit, after.audit),
    ['Clients that try a second region', countMovable(before.audit), countMovable(after.audit)],
  ];
  const fresh = after.audit.findings.length;
  const old = before.audit.findings.length;
  const commit = after.commit === undefined ? '' : `, commit ${escapeText(after.commit.slice(0, 7))}`;
  const left = after.audit.findings.slice(0, 5);
  return [
    `# If ${escapeText(region)} goes down`,
    '',
    `${escapeText(after.date)}${commit}. Made from audits of the code at ${then}${before.date === undefined ? '' : ` (${escapeText(before.date)})`} and today. What this does not show is below.`,
    '',
    '## What we found',
    '',
    `At ${then}, ${plural(stuckThen, 'place')} in the code depended on ${escapeText(region)} and tried no other region. ${plural(entriesThen, 'entry point')} reached them.`,
    '',
    `| | ${then} | today |`,
    '| --- | --: | --: |',
    ...rows.map(([name, a, b]) => `| ${escapeText(name)} | ${a} | ${b} |`),
    '',
    '## What we changed',
    '',
    `${old} findings then, ${fresh} now.`,
    ...(left.length > 0
      ? [
          '',
          `Left${fresh > left.length ? `, the first ${left.length} of ${fresh}` : ''}:`,
          '',
          ...left.map(
            ({ path, line, message }) => `- ${escapeCode(`${path}:${line}`)}: ${escapeText(message)}`,
          ),
        ]
      : []),
    '',
    ...judge(stuckNow, countMovable(after.audit), after.audit, region),
    '## What this does not show',
    '',
    'Data and its replicas; traffic; capacity and permissions of another region; what is not in this repository; production.',
    ...(after.audit.coverage.otherKinds.length > 0 ? ['', describeOthers(after.audit)] : []),
    '',
  ].join('\n');
}

/** The entry points that reach a place without another region. */
function countEntries({ services }: Audit, { entries, sites }: Impact): number {
  const keyOf = ({ path, line, column }: { path: string; line: number; column: number }) =>
    `${path}:${line}:${column}`;
  const stuck = new Set(services.flatMap(({ places }) => places.filter(isStuck).map(keyOf)));
  const reachesStuck = (index: number) => {
    const site = sites[index];
    return site !== undefined && stuck.has(keyOf(site));
  };
  return entries.filter(({ reaches }) => reaches.some(({ site }) => reachesStuck(site))).length;
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
  // A client of two regions is one client.
  return new Set(movable.map(({ path, line, column }) => `${path}:${line}:${column}`)).size;
}

function judge(stuck: number, movable: number, { services }: Audit, region: string): string[] {
  const following = services
    .flatMap(({ places }) => places)
    .filter(({ failover }) => failover === 'follows-deployment').length;
  const lines: string[] = [];
  if (movable === 0) {
    lines.push('**Moving a region into configuration is not failover.** No client tries a second region.');
  }
  if (following > 0) {
    lines.push(
      `For ${plural(following, 'place')} the deployment decides; whether there is a second one, with data and traffic, is not in the code.`,
    );
  }
  if (stuck > 0) {
    lines.push(
      `${plural(stuck, 'place')} still ${stuck === 1 ? 'depends' : 'depend'} on ${escapeText(region)} and ${stuck === 1 ? 'tries' : 'try'} no other region.`,
    );
  }
  return lines.length === 0 ? [] : ['## What this means', '', ...lines.flatMap((line) => [line, ''])];
}

function describeOthers({ coverage }: Audit): string {
  const count = coverage.otherKinds.reduce((sum, { files }) => sum + files, 0);
  return `${plural(count, 'file')} of other kinds also ${count === 1 ? 'names a region and was' : 'name a region and were'} not analyzed.`;
}
