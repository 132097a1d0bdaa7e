import { join } from 'node:path';
import type { Audit } from '../audit.ts';
import { plural } from '../../printing/plural.ts';
import { formatShare, shareRegions } from '../region-share.ts';
import { makeServiceTable } from './service-table.ts';
import { showPath } from '../../printing/show-path.ts';
import { formatImpactTree } from './impact-tree.ts';
import type { Report, WriteOptions } from './report.ts';
import { findSinglePoints } from '../single-points.ts';
import { summarize } from './summarize.ts';

export type TerminalOptions = Pick<WriteOptions, 'colors' | 'cwd'>;

/** The report for people. */
export const terminal: Report = {
  name: 'terminal',
  endings: ['.txt'],
  // Who asks for one region wants to see nothing else.
  write: (audit, options) =>
    audit.impact ? formatImpactTree(audit.impact, audit.root, options) : formatTerminal(audit, options),
};

/**
 * The report for people: findings grouped by file, the table of services, the shares of the regions, what is a
 * single point of failure, one line that sums up.
 *
 * @param audit what was found
 * @returns text with a line break at its end
 */
export function formatTerminal(audit: Audit, options: TerminalOptions): string {
  return [
    ...formatFindings(audit, options),
    ...formatServices(audit, options),
    ...formatShares(audit, options),
    ...formatSinglePoints(audit, options),
    summarize(audit),
    '',
  ].join('\n');
}

function formatFindings({ root, findings }: Audit, { colors, cwd }: TerminalOptions): string[] {
  const lines: string[] = [];
  let previous: string | undefined;
  for (const { path, line, column, severity, message, ruleId } of findings) {
    if (previous !== undefined && previous !== path) lines.push('');
    previous = path;
    const place = `${showPath(join(root, path), cwd)}:${line}:${column}`;
    const label = severity === 'error' ? colors.red('error') : colors.yellow('warn');
    lines.push(`${colors.bold(place)}  ${label}  ${message}  ${colors.dim(ruleId)}`);
  }
  return lines.length > 0 ? [...lines, ''] : lines;
}

const placesShown = 3;

function formatServices({ root, services }: Audit, { colors, cwd }: TerminalOptions): string[] {
  if (services.length === 0) return [];
  const rows = makeServiceTable(services).map(({ service, region, critical, plan, places }) => {
    const shown = places
      .slice(0, placesShown)
      .map(({ path, line }) => `${showPath(join(root, path), cwd)}:${line}`);
    const hidden = places.length - shown.length;
    return [
      service,
      region,
      critical,
      plan,
      [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', '),
    ];
  });
  const [headings = '', ...lines] = alignColumns([
    ['Service', 'Region', 'Critical?', 'Failover plan', 'Places'],
    ...rows,
  ]);
  return [colors.bold(headings), ...lines, ''];
}

function formatShares({ services }: Audit, { colors }: TerminalOptions): string[] {
  const shares = shareRegions(services.flatMap(({ places }) => places));
  if (shares.length === 0) return [];
  const rows = shares.map(({ region, places, share }) => [
    region,
    formatShare(share),
    plural(places, 'place'),
  ]);
  const [headings = '', ...lines] = alignColumns([['Region', 'Share', 'Named in'], ...rows]);
  return [colors.bold(headings), ...lines, ''];
}

function formatSinglePoints({ services }: Audit, { colors }: TerminalOptions): string[] {
  const points = findSinglePoints(services);
  if (points.length === 0) return [];
  return [colors.bold('Single points of failure'), ...points.map(({ message }) => message), ''];
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const last = (rows[0]?.length ?? 1) - 1;
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row.map((cell, column) => (column === last ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
  );
}
