import { printableLines } from '../../printing/printable.ts';
import type { Audit } from '../audit.ts';
import { findRepository, linkPlace } from '../repositories.ts';
import type { Report } from './report.ts';
import { describeService } from './service-table.ts';
import { describeCritical, describeFailover, describeRegion } from './describe-place.ts';

/** The report for a spreadsheet. */
export const csv: Report = {
  name: 'csv',
  endings: ['.csv'],
  write: (audit, { findingsOnly }) => formatCsv(audit, findingsOnly),
};

const headings = [
  'Type',
  'Repository',
  'Service',
  'Region',
  'Decided by',
  'Critical?',
  'Failover plan',
  'Rule',
  'Severity',
  'Path',
  'Line',
  'Column',
  'Message',
  'Link',
  'Commit',
  'Date',
];

/**
 * The report for a spreadsheet, as RFC 4180 has it: one row for each place of a service, then one for each
 * finding; the column `Type` tells them apart. A cell that a spreadsheet would run as a formula starts with `'`.
 *
 * @param audit what was found
 * @returns rows that end with CRLF
 */
export function formatCsv(audit: Audit, findingsOnly = false): string {
  const { services, findings } = audit;
  const settings = new Map(services.map(({ service, critical, plan }) => [service, { critical, plan }]));
  const locate = (place: { path: string; line: number }) => {
    const { subject } = findRepository(audit, place.path);
    return [linkPlace(audit, place) ?? '', subject.commit ?? '', subject.date];
  };
  const rows = [
    headings,
    ...(findingsOnly ? [] : services).flatMap(({ service, critical, plan, places }) =>
      places.map((place) => [
        'service',
        findRepository(audit, place.path).subject.name,
        service === undefined ? '' : describeService(service),
        describeRegion(place),
        place.decidedBy
          ? `${place.decidedBy.variable ?? ''} ${place.decidedBy.path}:${place.decidedBy.line}`.trim()
          : '',
        describeCritical(critical),
        plan ?? describeFailover(place),
        '',
        '',
        place.path,
        place.line,
        place.column,
        '',
        ...locate(place),
      ]),
    ),
    ...findings.map(({ service, region = '', ruleId, severity, path, line, column, message }) => {
      const { critical, plan = '' } = settings.get(service) ?? {};
      return [
        'finding',
        findRepository(audit, path).subject.name,
        service === undefined ? '' : describeService(service),
        region,
        '',
        describeCritical(critical),
        plan,
        ruleId,
        severity,
        path,
        line,
        column,
        message,
        ...locate({ path, line }),
      ];
    }),
  ];
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : disarm(printableLines(value));
  return /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets take a cell that starts like this for a formula, whatever its quotes; also after white space. */
function disarm(text: string): string {
  const cells = text.split(/([;\t])/u); // where lists are separated by those, each of these is a cell
  return cells
    .map((cell) => (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\r\n]/u.test(cell) ? `'${cell}` : cell))
    .join('');
}
