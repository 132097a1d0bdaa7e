import { join } from 'node:path';
import { showPath } from '../../printing/show-path.ts';
import type { Audit } from '../audit.ts';
import { foldFindings } from '../fold-findings.ts';
import { mapTexts } from '../../printing/map-texts.ts';
import { plural } from '../../printing/plural.ts';
import { printable } from '../../printing/printable.ts';
import { formatShare, shareRegions } from '../region-share.ts';
import { findRepository } from '../repositories.ts';
import { findSinglePoints } from '../single-points.ts';
import { listSections } from '../sections/sections.ts';
import { alignColumns, wrap } from './columns.ts';
import { formatImpactTree } from './impact-tree.ts';
import type { Report, WriteOptions } from './report.ts';
import { hasCriticality, makeServiceTable } from './service-table.ts';
import { summarizeAll } from './summarize.ts';

type TerminalOptions = Pick<WriteOptions, 'colors' | 'cwd' | 'findingsOnly' | 'width' | 'withCode'>;

/** The report for people. */
export const terminal: Report = {
  name: 'terminal',
  endings: ['.txt'],
  // Who asks for one region wants to see nothing else.
  write(found, options) {
    // Paths, messages and plans may hold anything, also what steers a terminal.
    const audit = mapTexts(found, printable);
    return audit.impacts
      ? audit.impacts.map((impact) => formatImpactTree(impact, audit.root, options)).join('\n')
      : formatTerminal(audit, options);
  },
};

/**
 * The report for people: findings by file, the table of services, the shares of the regions, what is a single point
 * of failure, and last what it comes to.
 *
 * @param audit what was found
 * @returns text with a line break at its end
 */
export function formatTerminal(audit: Audit, options: TerminalOptions): string {
  const tables = options.findingsOnly
    ? []
    : [
        ...formatServices(audit, options),
        ...formatShares(audit, options),
        ...formatSections(audit, options),
        ...formatSinglePoints(audit, options),
      ];
  const end = summarizeAll(audit).flatMap((line) => wrap(line, options.width));
  return [...formatFindings(audit, options), ...tables, ...end, ''].join('\n');
}

/** Where a file is, so that a terminal can open it. */
function show(audit: Audit, path: string, cwd: string): string {
  const { subject, path: inside } = findRepository(audit, path);
  return 'root' in subject && subject.root !== undefined
    ? showPath(join(subject.root, inside), cwd)
    : showPath(join(audit.root, path), cwd);
}

/** The same for tables, which have little room: from the name of its repository on, where that is shorter. */
function showShortly(audit: Audit, path: string, cwd: string): string {
  const shown = show(audit, path, cwd);
  const named = printable(path);
  return audit.repositories && named.length < shown.length ? named : shown;
}

/** In a window, findings stand below their file and break at its edge; in a pipe, each is one line. */
function formatFindings(audit: Audit, { colors, cwd, width, withCode }: TerminalOptions): string[] {
  const lines: string[] = [];
  let previous: string | undefined;
  for (const { path, line, column, severity, message, ruleId, code } of foldFindings(audit)) {
    const isNew = previous !== path;
    if (previous !== undefined && isNew) lines.push('');
    previous = path;
    const file = show(audit, path, cwd);
    const label = severity === 'error' ? colors.red('error') : colors.yellow('warn');
    const frame = withCode ? [colors.dim(`${' '.repeat(4)}| ${clean(code)}`)] : [];
    if (width === undefined) {
      const place = colors.bold(`${file}:${line}:${column}`);
      lines.push(`${place}  ${label}  ${message}  ${colors.dim(ruleId)}`, ...frame);
      continue;
    }
    if (isNew) lines.push(colors.bold(`${file}:${line}`));
    const place = `  ${`${line}:${column}`.padEnd(7)} ${severity === 'error' ? 'error' : 'warn '} `;
    const [first = '', ...rest] = wrap(message, Math.max(width - place.length, 30));
    const indent = ' '.repeat(place.length);
    lines.push(`  ${`${line}:${column}`.padEnd(7)} ${label}${severity === 'error' ? '' : ' '} ${first}`);
    lines.push(...rest.map((each) => indent + each), `${indent}${colors.dim(ruleId)}`, ...frame);
  }
  return lines.length > 0 ? [...lines, ''] : lines;
}

function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?');
}

const placesShown = 3;
/** In a narrower window the table has no room for more than what it has to say. */
const roomyFrom = 120;

function formatServices(audit: Audit, { colors, cwd, width }: TerminalOptions): string[] {
  const { services } = audit;
  if (services.length === 0) return [];
  const isKnown = hasCriticality(services);
  const table = makeServiceTable(services);
  const isRoomy = width === undefined || width >= roomyFrom;
  const isDecided = isRoomy && table.some(({ decidedBy }) => decidedBy !== '');
  const rows = table.map(({ service, region, critical, plan, decidedBy, places }) => {
    const shown = places
      .slice(0, isRoomy ? placesShown : 1)
      .map(({ path, line }) => `${showShortly(audit, path, cwd)}:${line}`);
    const hidden = places.length - shown.length;
    return [
      service,
      region,
      ...(isKnown ? [critical] : []),
      plan,
      ...(isDecided ? [decidedBy] : []),
      [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', '),
    ];
  });
  const headings = [
    'Service',
    'Region',
    ...(isKnown ? ['Critical?'] : []),
    'Failover plan',
    ...(isDecided ? ['Decided by'] : []),
    'Places',
  ];
  const [head = '', ...lines] = alignColumns([headings, ...rows], width);
  const colored = lines.map((line) => line.replace(/(?<= {2})none\b/u, (text) => colors.red(text)));
  const hint = isKnown
    ? []
    : wrap(
        'Nobody has said which services are critical: set services.<name>.critical in multi-region.config.json or the ESLint config.',
        width,
      ).map((line) => colors.dim(line));
  return [colors.bold(head), ...colored, ...hint, ''];
}

function formatShares({ services }: Audit, { colors, width }: TerminalOptions): string[] {
  const shares = shareRegions(services.flatMap(({ places }) => places));
  if (shares.length === 0) return [];
  const rows = shares.map(({ region, places, share }) => [
    region,
    formatShare(share),
    plural(places, 'place'),
  ]);
  const [headings = '', ...lines] = alignColumns([['Region', 'Share', 'Places'], ...rows], width);
  return [colors.bold(headings), ...lines, ''];
}

function formatSections(audit: Audit, { colors, width }: TerminalOptions): string[] {
  return listSections(audit).flatMap(({ title, lines, table }) => [
    colors.bold(title),
    ...lines.flatMap((line) => wrap(line, width)),
    ...(table ? alignColumns([table.columns, ...table.rows], width) : []),
    '',
  ]);
}

function formatSinglePoints({ services }: Audit, { colors, width }: TerminalOptions): string[] {
  const points = findSinglePoints(services);
  if (points.length === 0) return [];
  return [
    colors.bold('Single points of failure'),
    ...points.flatMap(({ message }) => wrap(message, width)),
    '',
  ];
}
