import type { Audit } from '../audit.ts';
import type { AuditFinding } from '../audit-finding.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
import { plural } from '../../printing/plural.ts';
import { formatShare, shareRegions } from '../region-share.ts';
import { listChecks } from '../handout/checklist.ts';
import { getRulePage } from './rule-page.ts';
import { explainTable } from './legend.ts';
import { hasCriticality, makeServiceTable } from './service-table.ts';
import { formatImpactMarkdown } from './impact-markdown.ts';
import { foldFindings } from '../fold-findings.ts';
import { linkPlace } from '../repositories.ts';
import type { Section } from '../sections/section.ts';
import { listSections } from '../sections/sections.ts';
import { describeSubject } from '../subject.ts';
import type { Report, WriteOptions } from './report.ts';
import { findSinglePoints } from '../single-points.ts';
import { summarizeAll } from './summarize.ts';

/** The report for a wiki, an issue or a pull request. */
export const markdown: Report = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  write: (audit, options) =>
    [
      formatMarkdown(audit, options),
      ...(audit.impacts ?? []).map((each) => formatImpactMarkdown(each, escapeText)),
    ].join('\n'),
};

/**
 * The report for a wiki, an issue or a pull request, in GitHub's Markdown.
 *
 * @param audit what was found
 * @returns text with a line break at its end
 */
export function formatMarkdown(
  audit: Audit,
  { version, findingsOnly = false }: Pick<WriteOptions, 'findingsOnly' | 'version'>,
): string {
  const sections = [
    [
      `# Multi-Region audit: ${escapeText(audit.subject.name)}`,
      escapeText(`${describeSubject(audit.subject)}. Made by multi-region ${version}.`),
      summarizeAll(audit).map(escapeText).join('\n\n'),
    ],
    ...(findingsOnly
      ? []
      : [
          formatSinglePoints(audit),
          ...listSections(audit).map(formatSection),
          formatServices(audit),
          formatShares(audit),
        ]),
    formatFindings(audit),
    formatLeftOut(audit),
    ...(findingsOnly ? [] : [formatChecks(audit)]),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n\n'))
    .join('\n\n')}\n`;
}

function formatSinglePoints({ services }: Audit): string[] {
  const points = findSinglePoints(services);
  if (points.length === 0) return [];
  return ['## Single points of failure', points.map(({ message }) => `- ${escapeText(message)}`).join('\n')];
}

function formatChecks(audit: Audit): string[] {
  if (audit.services.length === 0) return [];
  return [
    '## Checklist',
    listChecks(audit)
      .map((line) => `- ${escapeText(line)}`)
      .join('\n'),
  ];
}

function formatSection({ title, lines, table }: Section): string[] {
  return [
    `## ${escapeText(title)}`,
    ...lines.map(escapeText),
    ...(table
      ? [
          formatTable(
            table.columns,
            table.rows.map((row) => row.map(escapeText)),
          ),
        ]
      : []),
  ];
}

const placesShown = 5;

function formatServices(audit: Audit): string[] {
  const isKnown = hasCriticality(audit.services);
  const rows = makeServiceTable(audit.services).map(
    ({ service, region, critical, plan, decidedBy, places }) => {
      const shown = places
        .slice(0, placesShown)
        .map((place) => linkCode(audit, place, `${place.path}:${place.line}`));
      const hidden = places.length - shown.length;
      return [
        escapeText(service),
        escapeText(region),
        ...(isKnown ? [critical] : []),
        escapeText(plan),
        escapeText(decidedBy),
        [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', '),
      ];
    },
  );
  if (rows.length === 0) return [];
  const headings = [
    'Service',
    'Region',
    ...(isKnown ? ['Critical?'] : []),
    'Failover plan',
    'Decided by',
    'Places',
  ];
  return ['## Services', formatTable(headings, rows), ...explainTable(audit).map(escapeText)];
}

/** The place as code, with a link where there is one. */
function linkCode(audit: Audit, place: { path: string; line: number }, text: string): string {
  const url = linkPlace(audit, place);
  return url === undefined
    ? escapeCode(text)
    : `[${escapeCode(text)}](${url.replaceAll(/[()<>]/gu, encodeURIComponent)})`;
}

function formatShares({ services }: Audit): string[] {
  const rows = shareRegions(services.flatMap(({ places }) => places)).map(({ region, places, share }) => [
    escapeText(region),
    formatShare(share),
    plural(places, 'place'),
  ]);
  return rows.length === 0 ? [] : ['## Regions', formatTable(['Region', 'Share', 'Places'], rows)];
}

function formatFindings(audit: Audit): string[] {
  const findings = foldFindings(audit);
  if (findings.length === 0) return [];
  const rows = findings.map(({ path, line, column, severity, message, ruleId }) => [
    linkCode(audit, { path, line }, `${path}:${line}:${column}`),
    severity,
    escapeText(message),
    linkRule({ ruleId }),
  ]);
  return ['## Findings', formatTable(['Place', 'Severity', 'Message', 'Rule'], rows)];
}

function formatLeftOut({ leftOut }: Audit): string[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.map(({ path, line, message }) => [
    escapeCode(line === undefined ? path || '.' : `${path}:${line}`),
    escapeText(message),
  ]);
  return ['## Left out', formatTable(['File', 'Why'], rows)];
}

function linkRule({ ruleId }: Pick<AuditFinding, 'ruleId'>): string {
  const page = getRulePage(ruleId);
  return page === undefined ? escapeCode(ruleId) : `[${escapeText(ruleId)}](${page})`;
}

function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const format = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [format(headings), format(headings.map(() => '---')), ...rows.map(format)].join('\n');
}
