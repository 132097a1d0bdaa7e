import { createHash } from 'node:crypto';
import type { Audit } from '../audit.ts';
import type { AuditFinding } from '../audit-finding.ts';
import type { Place } from '../inventory.ts';
import { plural } from '../../printing/plural.ts';
import { formatShare, shareRegions } from '../region-share.ts';
import { getRulePage } from './rule-page.ts';
import { makeServiceTable, type TableRow } from './service-table.ts';
import type { Report } from './report.ts';
import { findSinglePoints } from '../single-points.ts';
import { summarize } from './summarize.ts';
import { escapeHtml } from './page/escape.ts';
import { renderImpactHtml } from './page/impact.ts';
import { script } from './page/script.ts';
import type { HtmlSection } from './page/section.ts';
import { style } from './page/style.ts';

/** The report as one page for a browser. */
export const html: Report = {
  name: 'html',
  endings: ['.html', '.htm'],
  write: (audit, { version }) =>
    formatHtml(audit, version, audit.impact ? [renderImpactHtml(audit.impact)] : []),
};

/**
 * The report as one page for a browser. It loads nothing, and its policy forbids that it could.
 *
 * @param audit what was found
 * @param version of this program
 * @param sections what other parts of the audit add, before the tables
 */
export function formatHtml(audit: Audit, version: string, sections: readonly HtmlSection[] = []): string {
  const css = [style, ...sections.map((each) => each.style ?? '')].join('');
  const js = [script, ...sections.map((each) => each.script ?? '')].join('');
  const policy = `default-src 'none'; style-src '${digest(css)}'; script-src '${digest(js)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Multi-Region audit</title>
<style>${css}</style>
</head>
<body>
<main>
<header>
<h1>Multi-Region audit</h1>
<p class="soft">${escapeHtml(summarize(audit))}</p>
${renderTiles(audit)}
</header>
${renderSinglePoints(audit)}
${renderShares(audit)}
${sections.map(renderSection).join('\n')}
${renderFilter(audit)}
${renderServices(audit)}
${renderFindings(audit)}
${renderLeftOut(audit)}
<footer>Made by multi-region ${escapeHtml(version)}.${audit.folder === '' ? '' : ` Paths start at <code>${escapeHtml(audit.folder)}</code>.`} <b>?</b> in the column <i>Critical?</i> means that the settings do not say; such a service counts as critical.</footer>
</main>
<script>${js}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function renderTiles({ findings, services, fileCount }: Audit): string {
  const regions = new Set(services.flatMap((row) => row.regions)).size;
  const named = services.filter(({ service }) => service !== undefined).length;
  const points = findSinglePoints(services).length;
  const tiles = [
    [findings.length, findings.length === 1 ? 'finding' : 'findings'],
    [points, points === 1 ? 'single point of failure' : 'single points of failure'],
    [named, named === 1 ? 'service' : 'services'],
    [regions, regions === 1 ? 'region named' : 'regions named'],
    [fileCount, fileCount === 1 ? 'source file' : 'source files'],
  ] as const;
  return `<ul class="tiles">${tiles.map(([count, label]) => `<li><b>${count}</b>${label}</li>`).join('')}</ul>`;
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

function renderServices({ services }: Audit): string {
  const rows = makeServiceTable(services);
  const heading = '<h2>Services</h2>';
  if (rows.length === 0) {
    return `<section id="services">${heading}<p class="empty">No use of a cloud service was found.</p></section>`;
  }
  return `<section id="services">${heading}
${renderTable(['Service', 'Region', 'Critical?', 'Failover plan', 'Places'], rows.map(renderServiceRow))}</section>`;
}

function renderServiceRow({ service, region, critical, plan, isExposed, places }: TableRow): string {
  return renderRow(region, [
    ['Service', `<span>${escapeHtml(service)}</span>`, 'name'],
    ['Region', `<span>${escapeHtml(region)}</span>`, 'name'],
    ['Critical?', `<span>${critical}</span>`],
    ['Failover plan', `<span${isExposed ? ' class="exposed"' : ''}>${escapeHtml(plan)}</span>`],
    ['Places', renderPlaces(places), 'place'],
  ]);
}

const placesShown = 5;

function renderPlaces(places: readonly Place[]): string {
  const items = places.map(({ path, line }) => `<li>${renderPath(`${path}:${line}`)}</li>`);
  const list = (part: readonly string[]) => `<ul class="places">${part.join('')}</ul>`;
  // "1 more" would take as much room as the place.
  if (items.length <= placesShown + 1) return `<div>${list(items)}</div>`;
  const hidden = items.slice(placesShown);
  return `<div>${list(items.slice(0, placesShown))}<details><summary>${hidden.length} more</summary>${list(hidden)}</details></div>`;
}

/** Where a path is too long for its column, it breaks behind a slash. */
function renderPath(text: string): string {
  return `<code>${escapeHtml(text).replaceAll('/', '/<wbr>')}</code>`;
}

function renderFindings({ findings }: Audit): string {
  const heading = '<h2>Findings</h2>';
  if (findings.length === 0) return `<section id="findings">${heading}<p class="empty">None.</p></section>`;
  return `<section id="findings">${heading}
${renderTable(['Place', 'Severity', 'Region', 'Finding', 'Rule'], findings.map(renderFinding))}</section>`;
}

function renderFinding({
  path,
  line,
  column,
  severity,
  region,
  message,
  code,
  ruleId,
}: AuditFinding): string {
  const url = getRulePage(ruleId);
  const name = escapeHtml(ruleId.replace('multi-region/', ''));
  return renderRow(region ?? '', [
    ['Place', renderPath(`${path}:${line}:${column}`), 'place'],
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
