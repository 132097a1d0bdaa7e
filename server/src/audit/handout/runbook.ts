import { displayName } from 'eslint-plugin-multi-region/catalog';
import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import { isStarted } from './is-started.ts';
import { homeOf, isHome } from '../home-of.ts';
import { describeKind } from '../impact/entry.ts';
import type { Impact, ImpactEntry, ImpactSite } from '../impact/impact.ts';
import type { Place, ServicePlace } from '../inventory.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
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
 * What to do when a region goes down, as far as the code tells: which entry points reach it, and how each place is
 * moved. What people wrote between the marks of an older version stays.
 *
 * @param audit with the impact of the region
 * @param old the runbook as it is; undefined for a new one
 * @returns Markdown with a line break at its end
 */
export function formatRunbook(audit: Audit, impact: Impact, old: string | undefined): string {
  const { region } = impact;
  const all = audit.services.flatMap(({ places }) => places);
  return [
    `# Runbook: ${escapeText(region)} is down`,
    '',
    `Made from the code of ${escapeCode(audit.subject.name)} by ${escapeCode(`multi-region runbook --region ${region}`)}. Run it again when the code has changed.`,
    '',
    '## What depends on it',
    '',
    ...listEntries(impact, all),
    '',
    '## How it is moved',
    '',
    ...listMoves(all, region),
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

/** Entry points that reach the same services stand together: they fail, and come back, together. */
function listEntries({ entries, sites, region, unreached }: Impact, all: readonly ServicePlace[]): string[] {
  const keyOf = ({ path, line, column }: Place) => `${path}\0${line}\0${column}`;
  const spared = new Set(
    isHome(region) ? [] : all.filter(({ failover }) => failover === 'not-needed').map(keyOf),
  );
  const depends = (index: number) => {
    const site = sites[index];
    return site === undefined || spared.has(keyOf(site)) ? [] : [site];
  };
  const groups = new Map<string, string[]>();
  const add = (own: readonly ImpactSite[], line: string) => {
    if (own.length === 0) return;
    const names = listNames(own);
    const group = groups.get(names);
    if (group) group.push(line);
    else groups.set(names, [line]);
  };
  for (const entry of entries) {
    add(
      entry.reaches.flatMap(({ site }) => depends(site)),
      describeEntry(entry),
    );
  }
  for (const index of unreached) {
    const own = depends(index);
    for (const { path, line } of own) add(own, `${escapeCode(`${path}:${line}`)}: no entry point was found`);
  }
  if (groups.size === 0) return [`No place in the code depends on ${escapeText(region)}.`];
  const count = entries.filter(
    (entry) => isStarted(entry) && entry.reaches.some(({ site }) => depends(site).length > 0),
  ).length;
  const known =
    count === 0
      ? 'No entry point was found that imports code that uses'
      : `${plural(count, 'entry point')} ${count === 1 ? 'imports' : 'import'} code that uses`;
  return [
    `${known} ${escapeText(region)}.${count === 0 ? '' : ' Which calls get there is not known.'}`,
    ...[...groups].flatMap(([names, lines]) => ['', `${names}:`, '', ...lines.map((line) => `- ${line}`)]),
  ];
}

function describeEntry({ kind, path, name }: ImpactEntry): string {
  const file = escapeCode(path);
  if (!isStarted({ kind, path })) return file;
  if (kind === 'root') return `${file}, which no other file imports`;
  return `${describeKind(kind)} ${file}${name === undefined ? '' : ` (${escapeCode(name)})`}`;
}

function listNames(sites: readonly ImpactSite[]): string {
  const names = sites.map(({ service }) => (service === undefined ? 'other code' : displayName(service)));
  return [...new Set(names)].sort().map(escapeText).join(', ');
}

/** Variables first: they are the quick way. What is written into the code takes an edit and a deployment. */
function listMoves(all: readonly ServicePlace[], region: string): string[] {
  const here = all.filter((place) => place.region !== undefined && homeOf(place.region) === region);
  const isFallback = ({ decidedBy }: ServicePlace) => decidedBy?.fallbackOf !== undefined;
  const isDecided = ({ decidedBy }: ServicePlace) => decidedBy?.variable !== undefined;
  const movable = here.filter((place) => isStuck(place) || place.failover === 'follows-deployment');
  const variables = groupBy(movable.filter(isDecided), ({ decidedBy }) => decidedBy?.variable ?? '').map(
    ([variable, own]) => `- Set ${escapeCode(variable)} (read in ${listDeciders(own)}): ${describe(own)}.`,
  );
  const fallbacks = groupBy(movable.filter(isFallback), ({ decidedBy }) => decidedBy?.fallbackOf ?? '').map(
    ([variable, own]) =>
      `- Set ${escapeCode(variable)}; where it is not set, ${escapeText(region)} is used (${listDeciders(own)}): ${describe(own)}.${variable === 'AWS_REGION' ? ` ${ofLambda}` : ''}`,
  );
  const written = movable.filter((place) => !isDecided(place) && !isFallback(place));
  const edits = groupBy(written, ({ decidedBy, ...own }) => {
    const { path, line } = decidedBy ?? own;
    return `${path}:${line}`;
  }).map(([at, own]) => `- Edit ${escapeCode(at)}: ${describe(own)}.`);
  const following = all.filter(
    (place) => place.region === undefined && place.failover === 'follows-deployment',
  );
  const parts = [
    [...variables, ...fallbacks],
    edits.length === 0
      ? []
      : [
          `${plural(edits.length, 'place')} ${edits.length === 1 ? 'takes' : 'take'} an edit and a deployment.${region === 'us-east-1' ? ` ${warning}` : ''}`,
          '',
          ...edits,
        ],
    following.length === 0
      ? []
      : [
          `${plural(following.length, 'more place')} ${following.length === 1 ? 'takes its' : 'take their'} region from where the code is deployed, and the code does not say where that is. To list ${following.length === 1 ? 'it' : 'them'} too, give the variables of a deployment with ${escapeCode('--env-file')} or ${escapeCode('--set')}.`,
        ],
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0) return ['Nothing has to be moved.'];
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** As the documentation of Lambda has it: the variable is reserved. */
const ofLambda = 'AWS Lambda sets it by itself, to the region in which the function is deployed.';
const warning =
  'A deployment may need the region that is down: the control planes of IAM, Route 53 and CloudFront are in us-east-1.';

/** In the order of the keys. */
function groupBy(
  places: readonly ServicePlace[],
  keyOf: (place: ServicePlace) => string,
): [key: string, places: ServicePlace[]][] {
  const groups = new Map<string, ServicePlace[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function listDeciders(places: readonly ServicePlace[]): string {
  const all = places.flatMap(({ decidedBy }) => (decidedBy ? `${decidedBy.path}:${decidedBy.line}` : []));
  return [...new Set(all)].sort().map(escapeCode).join(', ');
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
