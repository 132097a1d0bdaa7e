import { displayName } from 'eslint-plugin-multi-region/catalog';
import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import { homeOf } from '../home-of.ts';
import { describeKind } from '../impact/entry.ts';
import type { Impact } from '../impact/impact.ts';
import type { ServicePlace } from '../inventory.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
import { describeSubject } from '../subject.ts';
import { isStuck } from '../stuck-places.ts';

const start = '<!-- by hand: start -->';
const end = '<!-- by hand: end -->';

/** What is in a new runbook where people write. */
const questions = `
- Who decides to move, and who does it:
- The dashboard that shows the region is in trouble:
- How data comes back, and how much is lost:
`;

/**
 * What to do when a region goes down, as far as the code tells: which entry points stop, and how each place is moved.
 * What people wrote between the marks of an older version stays.
 *
 * @param audit with the impact of the region
 * @param old the runbook as it is; undefined for a new one
 * @returns Markdown with a line break at its end
 */
export function formatRunbook(audit: Audit, impact: Impact, old: string | undefined): string {
  const { region } = impact;
  const places = audit.services
    .flatMap(({ places }) => places)
    .filter((place) => place.region !== undefined && homeOf(place.region) === region && isStuck(place));
  return [
    `# Runbook: ${escapeText(region)} is down`,
    '',
    `Made from the code of ${escapeText(describeSubject({ ...audit.subject, date: '', commit: undefined }).replace(/, $/u, ''))} by ${escapeCode(`multi-region runbook --region ${region}`)}; run it again when the code has changed.`,
    '',
    '## What stops',
    '',
    ...listEntries(impact),
    '',
    '## How it is moved',
    '',
    ...listMoves(places),
    '',
    '## By hand',
    '',
    `${start}${readByHand(old) ?? questions}${end}`,
    '',
  ].join('\n');
}

/** What people wrote into a runbook; undefined where the marks are missing. */
function readByHand(old: string | undefined): string | undefined {
  if (old === undefined) return undefined;
  const text = old.replaceAll('\r\n', '\n');
  const from = text.indexOf(start);
  const to = text.lastIndexOf(end);
  return from === -1 || to < from ? undefined : text.slice(from + start.length, to);
}

function listEntries({ entries, sites, region, unreached }: Impact): string[] {
  if (sites.length === 0) return [`No place in the code depends on ${escapeText(region)}.`];
  const lines = entries.map(({ kind, path, name, reaches }) => {
    const own = reaches.flatMap(({ site }) => sites[site] ?? []);
    const services = [
      ...new Set(own.map(({ service }) => (service === undefined ? 'other code' : displayName(service)))),
    ];
    const title = name === undefined ? '' : ` (${escapeText(name)})`;
    return `- ${describeKind(kind)} ${escapeCode(path)}${title}: ${services.sort().map(escapeText).join(', ')}`;
  });
  const left = unreached.flatMap((index) => sites[index] ?? []);
  return [
    ...lines,
    ...left.map(({ path, line }) => `- ${escapeCode(`${path}:${line}`)}: no entry point was found for it`),
  ];
}

/** Variables first: they are the quick way. What is written into the code takes an edit and a deployment. */
function listMoves(places: readonly ServicePlace[]): string[] {
  if (places.length === 0) return ['Nothing has to be moved.'];
  const byVariable = new Map<string, ServicePlace[]>();
  const written: ServicePlace[] = [];
  for (const place of places) {
    const variable = place.decidedBy?.variable;
    if (variable === undefined) written.push(place);
    else byVariable.set(variable, [...(byVariable.get(variable) ?? []), place]);
  }
  const variables = [...byVariable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([variable, own]) => {
      const at = [
        ...new Set(own.flatMap(({ decidedBy }) => (decidedBy ? `${decidedBy.path}:${decidedBy.line}` : []))),
      ];
      return `- Set ${escapeCode(variable)} (read in ${at.map(escapeCode).join(', ')}): ${describe(own)}.`;
    });
  const edits = groupByDecider(written).map(([at, own]) => `- Edit ${escapeCode(at)}: ${describe(own)}.`);
  return [
    ...variables,
    ...(edits.length === 0
      ? []
      : [
          ...(variables.length > 0 ? [''] : []),
          `${plural(edits.length, 'place')} ${edits.length === 1 ? 'takes' : 'take'} an edit and a deployment. A deployment may need the region that is down: the control planes of IAM, Route 53 and CloudFront are in us-east-1.`,
          '',
          ...edits,
        ]),
  ];
}

function groupByDecider(places: readonly ServicePlace[]): [at: string, places: ServicePlace[]][] {
  const groups = new Map<string, ServicePlace[]>();
  for (const place of places) {
    const { path, line } = place.decidedBy ?? place;
    const at = `${path}:${line}`;
    groups.set(at, [...(groups.get(at) ?? []), place]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `DynamoDB (2 places), S3` */
function describe(places: readonly ServicePlace[]): string {
  const counts = new Map<string, number>();
  for (const { service } of places) {
    const name = service === undefined ? 'other code' : displayName(service);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${escapeText(name)}${count > 1 ? ` (${plural(count, 'place')})` : ''}`)
    .join(', ');
}
