import type { Audit } from '../audit.ts';
import type { Report } from './report.ts';
import { describeCritical, describeFailover, describeRegion } from './describe-place.ts';

/** The report for a spreadsheet. */
export const csv: Report = { name: 'csv', endings: ['.csv'], write: formatCsv };

const headings = [
  'Type',
  'Service',
  'Region',
  'Critical?',
  'Failover plan',
  'Rule',
  'Severity',
  'Path',
  'Line',
  'Column',
  'Message',
];

/**
 * The report for a spreadsheet, as RFC 4180 has it: one row for each place of a service, then one for each
 * finding; the column `Type` tells them apart. A cell that a spreadsheet would run as a formula starts with `'`.
 *
 * @param audit what was found
 * @returns rows that end with CRLF
 */
export function formatCsv({ services, findings }: Audit): string {
  const settings = new Map(services.map(({ service, critical, plan }) => [service, { critical, plan }]));
  const rows = [
    headings,
    ...services.flatMap(({ service = '', critical, plan, places }) =>
      places.map((place) => [
        'service',
        service,
        describeRegion(place),
        describeCritical(critical),
        plan ?? describeFailover(place),
        '',
        '',
        place.path,
        place.line,
        place.column,
        '',
      ]),
    ),
    ...findings.map(({ service, region = '', ruleId, severity, path, line, column, message }) => {
      const { critical, plan = '' } = settings.get(service) ?? {};
      return [
        'finding',
        service ?? '',
        region,
        describeCritical(critical),
        plan,
        ruleId,
        severity,
        path,
        line,
        column,
        message,
      ];
    }),
  ];
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : disarm(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets take a cell that starts like this for a formula, whatever its quotes; also after white space. */
function disarm(text: string): string {
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
