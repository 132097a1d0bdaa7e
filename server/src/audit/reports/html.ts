import { createHash } from 'node:crypto';
import type { Audit } from '../audit.ts';
import type { AuditFinding } from '../audit-finding.ts';
import type { Place } from '../inventory.ts';
import { plural } from '../../printing/plural.ts';
import { formatShare, shareRegions } from '../region-share.ts';
import { getRulePage } from './rule-page.ts';
import { foldFindings } from '../fold-findings.ts';
import { linkPlace } from '../repositories.ts';
import type { Section } from '../sections/section.ts';
import { listSections } from '../sections/sections.ts';
import { describeSubject } from '../subject.ts';
import { explainTable } from './legend.ts';
import { hasCriticality, makeServiceTable, type TableRow } from './service-table.ts';
import type { Report } from './report.ts';
import { findSinglePoints } from '../single-points.ts';
import { summarizeAll } from './summarize.ts';
import { escapeHtml } from './page/escape.ts';
import { renderImpactHtml } from './page/impact.ts';
import { script } from './page/script.ts';
import type { HtmlSection } from './page/section.ts';
import { style } from './page/style.ts';

/** The report as one page for a browser. */
export const html: Report = {
  name: 'html',
  endings: ['.html', '.htm'],
  write: (audit, { version, findingsOnly }) =>
    formatHtml(audit, version, (audit.impacts ?? []).map(renderImpactHtml), findingsOnly),
};

/**
 * The report as one page for a browser. It loads nothing, and its policy forbids that it could.
 *
 * @param audit what was found
 * @param version of this program
 * @param sections what other parts of the audit add, before the tables
 */
export function formatHtml(
  audit: Audit,
  version: string,
  sections: readonly HtmlSection[] = [],
  findingsOnly = false,
): string {
  const css = [...new Set([style, ...sections.map((each) => each.style ?? '')])].join('');
  const js = [...new Set([script, ...sections.map((each) => each.script ?? '')])].join('');
  const policy = `default-src 'none'; style-src '${digest(css)}'; script-src '${digest(js)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Multi-Region audit: ${escapeHtml(audit.subject.name)}</title>
<style>${css}</style>
</head>
<body>
<main>
<header>
<h1>Multi-Region audit: ${escapeHtml(audit.subject.name)}</h1>
<p class="soft">${escapeHtml(describeSubject(audit.subject))}</p>
${summarizeAll(audit)
  .map((line) => `<p class="soft">${escapeHtml(line)}</p>`)
  .join('\n')}
${renderTiles(audit)}
</header>
${findingsOnly ? '' : renderSinglePoints(audit)}
${findingsOnly ? '' : renderShares(audit)}
${findingsOnly ? '' : listSections(audit).map(renderPlainSection).join('\n')}
${sections.map(renderSection).join('\n')}
${renderFilter(audit)}
${findingsOnly ? '' : renderServices(audit)}
${renderFindings(audit)}
${renderLeftOut(audit)}
<footer>Made by multi-region ${escapeHtml(version)}.${audit.folder === '' ? '' : ` Paths start at <code>${escapeHtml(audit.folder)}</code>.`} ${explainTable(audit).map(escapeHtml).join(' ')}</footer>
</main>
<script>${js}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function renderTiles(audit: Audit): string {
  const { services } = audit;
  const findings = foldFindings(audit).length;
  const regions = new Set(services.flatMap((row) => row.regions)).size;
  const named = services.filter(({ service }) => service !== undefined).length;
  const points = findSinglePoints(services).length;
  const tiles = [
    [points, points === 1 ? 'single point of failure' : 'single points of failure'],
    [findings, findings === 1 ? 'finding' : 'findings'],
    [named, named === 1 ? 'service' : 'services'],
    [regions, regions === 1 ? 'region named' : 'regions named'],
  ] as const;
  return `<ul class="tiles">${tiles.map(([count, label]) => `<li><b>${count}</b>${label}</li>`).join('')}</ul>`;
}

function renderPlainSection({ id, title, lines, table }: Section): string {
  const text = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');
  const rows = (table?.rows ?? []).map((row) =>
    renderRow(
      undefined,
      row.map((cell, index) => {
        const column = table?.columns[index] ?? '';
        const text = `<span>${escapeHtml(cell)}</span>`;
        return column === 'Region' ? [column, text, 'whole'] : [escapeHtml(column), text];
      }),
    ),
  );
  const html = table ? `${text}\n${renderTable(table.columns.map(escapeHtml), rows)}` : text;
  return renderSection({ id, title, html });
}

function renderSinglePoints({ services }: Audit): string {
  const points = findSinglePoints(services);
  if (points.length === 0) return '';
  const items = points.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('\n');
  return `<section id="single-points"><h2>Single points of failure</h2>\n<ul class="points">${items}</ul></section>`;
}

function renderShares({ services }: Audit): string {
  const shares = shareRegions(services.flatMap(({ places }) => places));
  if (shares.length === 0) return '';
  const rows = shares.map(
    ({ region, places, share }) =>
      `<span>${escapeHtml(region)}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(share * 100).toFixed(2)}" height="10"/></svg><span>${formatShare(share)} <span class="soft">(${plural(places, 'place')})</span></span>`,
  );
  return `<section id="regions"><h2>Share of each region</h2>\n<div class="shares">${rows.join('\n')}</div></section>`;
}

function renderSection({ id, title, html }: HtmlSection): string {
  return `<section id="${escapeHtml(id)}"><h2>${escapeHtml(title)}</h2>\n${html}</section>`;
}

function renderFilter({ services, findings }: Audit): string {
  const regions = new Set([
    ...makeServiceTable(services).map(({ region }) => region),
    ...findings.flatMap(({ region }) => region ?? []),
  ]);
  if (regions.size === 0) return '';
  const options = [...regions].sort().map((region) => `<option>${escapeHtml(region)}</option>`);
  return `<div class="filter" hidden>
<label>Region <select><option value="">all</option>${options.join('')}</select></label>
<label>Search <input type="search" autocomplete="off"></label>
<output class="soft"></output>
</div>`;
}

function renderServices(audit: Audit): string {
  const rows = makeServiceTable(audit.services);
  const heading = '<h2>Services</h2>';
  if (rows.length === 0) {
    return `<section id="services">${heading}<p class="empty">No use of a cloud service was found.</p></section>`;
  }
  const isKnown = hasCriticality(audit.services);
  const isDecided = rows.some(({ decidedBy }) => decidedBy !== '');
  const headings = [
    'Service',
    'Region',
    ...(isKnown ? ['Critical?'] : []),
    'Failover plan',
    ...(isDecided ? ['Decided by'] : []),
    'Places',
  ];
  return `<section id="services">${heading}
${renderTable(
  headings,
  rows.map((row) => renderServiceRow(audit, row, { isKnown, isDecided })),
)}</section>`;
}

function renderServiceRow(
  audit: Audit,
  { service, region, critical, plan, isExposed, decidedBy, places }: TableRow,
  { isKnown, isDecided }: { isKnown: boolean; isDecided: boolean },
): string {
  return renderRow(region, [
    ['Service', `<span>${escapeHtml(service)}</span>`, 'name'],
    ['Region', `<span>${escapeHtml(region)}</span>`, 'name'],
    ...(isKnown ? [['Critical?', `<span>${critical}</span>`] as const] : []),
    ['Failover plan', `<span${isExposed ? ' class="exposed"' : ''}>${escapeHtml(plan)}</span>`],
    ...(isDecided ? [['Decided by', renderPath(decidedBy), 'place'] as const] : []),
    ['Places', renderPlaces(audit, places), 'place'],
  ]);
}

const placesShown = 5;

function renderPlaces(audit: Audit, places: readonly Place[]): string {
  const items = places.map((place) => `<li>${linkPath(audit, place, `${place.path}:${place.line}`)}</li>`);
  const list = (part: readonly string[]) => `<ul class="places">${part.join('')}</ul>`;
  // "1 more" would take as much room as the place.
  if (items.length <= placesShown + 1) return `<div>${list(items)}</div>`;
  const hidden = items.slice(placesShown);
  return `<div>${list(items.slice(0, placesShown))}<details><summary>${hidden.length} more</summary>${list(hidden)}</details></div>`;
}

/** A path, as a link where somebody knows where it leads. */
function linkPath(audit: Audit, place: { path: string; line: number }, text: string): string {
  const url = linkPlace(audit, place);
  return url === undefined ? renderPath(text) : `<a href="${escapeHtml(url)}">${renderPath(text)}</a>`;
}

/** Where a path is too long for its column, it breaks behind a slash; its line and column stay in one piece. */
function renderPath(text: string): string {
  const broken = escapeHtml(text).replaceAll('/', '/<wbr>');
  return `<code>${broken.replaceAll(/:\d+(?::\d+)?(?![\w.:])/gu, '<wbr><span class="whole">$&</span>')}</code>`;
}

function renderFindings(audit: Audit): string {
  const findings = foldFindings(audit);
  const heading = '<h2>Findings</h2>';
  if (findings.length === 0) return `<section id="findings">${heading}<p class="empty">None.</p></section>`;
  return `<section id="findings">${heading}
${renderTable(
  ['Place', 'Severity', 'Region', 'Finding', 'Rule'],
  findings.map((finding) => renderFinding(audit, finding)),
)}</section>`;
}

function renderFinding(
  audit: Audit,
  { path, line, column, severity, region, message, code, ruleId }: AuditFinding,
): string {
  const url = getRulePage(ruleId);
  const name = escapeHtml(ruleId.replace('multi-region/', ''));
  return renderRow(region ?? '', [
    ['Place', linkPath(audit, { path, line }, `${path}:${line}:${column}`), 'place'],
    ['Severity', `<span class="badge ${severity}">${severity}</span>`],
    ['Region', `<span>${escapeHtml(region ?? '')}</span>`, 'name'],
    ['Finding', `<div>${escapeHtml(message)}<code class="line">${escapeHtml(code)}</code></div>`],
    ['Rule', url === undefined ? `<span>${name}</span>` : `<a href="${escapeHtml(url)}">${name}</a>`],
  ]);
}

function renderLeftOut({ leftOut }: Audit): string {
  if (leftOut.length === 0) return '';
  const rows = leftOut.map(({ path, line, message }) =>
    renderRow(undefined, [
      ['File', renderPath(line === undefined ? path || '.' : `${path}:${line}`), 'place'],
      ['Why', `<span>${escapeHtml(message)}</span>`],
    ]),
  );
  return `<section id="left-out"><h2>Left out</h2>
<p class="soft">These were not looked at, or not to their end.</p>
${renderTable(['File', 'Why'], rows)}</section>`;
}

function renderTable(headings: readonly string[], rows: readonly string[]): string {
  const heads = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** @param region what the filter compares; undefined: the row is never filtered */
function renderRow(
  region: string | undefined,
  cells: readonly (readonly [label: string, html: string, name?: string])[],
): string {
  const attribute = region === undefined ? '' : ` data-region="${escapeHtml(region)}"`;
  const content = cells.map(
    ([label, html, name]) =>
      `<td data-label="${label}"${name === undefined ? '' : ` class="${name}"`}>${html}</td>`,
  );
  return `<tr${attribute}>${content.join('')}</tr>`;
}
