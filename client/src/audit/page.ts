import { createHash } from 'node:crypto';
import type { LocatedPlace, MergedReport } from './merge-reports.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import type { RegionShare } from './report.ts';
import { makeTable, type TableRow } from './table.ts';

export interface PageOptions {
  /** The region whose rows are shown; undefined: all. */
  region: string | undefined;
  /** The address of the command that opens a place. */
  getLink: (place: LocatedPlace) => string;
}

/** The audit as a page for a webview; it loads nothing. Rows are filtered by style, places are links to a command. */
export function renderReport(report: MergedReport, options: PageOptions): string {
  const rows = makeTable(report);
  if (rows.length === 0) {
    return renderMessage(
      `No cloud service and no region was found in ${report.fileCount} JavaScript and TypeScript files.`,
    );
  }
  const regions = report.regions.filter(({ region }) => rows.some((row) => row.region === region));
  const heads = ['Service', 'Region', 'Critical?', 'Failover plan', 'Places'];
  const body = `${renderChoices(regions, rows.length, options.region)}
<table>
<caption>Services and their regions</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => renderRow(row, regions, options)).join('\n')}
</tbody>
</table>`;
  const hidden = regions.map((_, index) => `body:has(#r${index}:checked) tbody tr:not(.r${index})`);
  const filter = hidden.length > 0 ? `${hidden.join(',\n')} { display: none; }` : '';
  return renderPage(body, pageStyle + filter, pageScript);
}

/** A page with a sentence, where there is no report. */
export function renderMessage(message: string): string {
  return renderPage(`<p role="status">${escapeHtml(message)}</p>`, pageStyle, '');
}

function renderChoices(
  regions: readonly RegionShare[],
  rowCount: number,
  chosen: string | undefined,
): string {
  const isChosen = (region: string) => region === chosen;
  const all = renderChoice({
    id: 'all',
    value: '',
    name: 'All',
    detail: `${rowCount} ${rowCount === 1 ? 'row' : 'rows'}`,
    title: 'Every service in every region',
    isChosen: !regions.some(({ region }) => isChosen(region)),
  });
  const choices = regions.map(({ region, places, share }, index) =>
    renderChoice({
      id: `r${index}`,
      value: region,
      name: region,
      detail: `${Math.max(1, Math.round(100 * share))}%`,
      title: `${region} is named in ${places} ${places === 1 ? 'place' : 'places'}`,
      isChosen: isChosen(region),
    }),
  );
  return `<fieldset><legend>Region</legend>${[all, ...choices].join('')}</fieldset>`;
}

function renderChoice(choice: {
  id: string;
  value: string;
  name: string;
  detail: string;
  title: string;
  isChosen: boolean;
}): string {
  const { id, value, name, detail, title, isChosen } = choice;
  const input = `<input type="radio" name="region" id="${id}" value="${escapeHtml(value)}"${isChosen ? ' checked' : ''}>`;
  return `${input}<label for="${id}" title="${escapeHtml(title)}">${escapeHtml(name)} <small>${detail}</small></label>`;
}

function renderRow(
  row: TableRow<LocatedPlace>,
  regions: readonly RegionShare[],
  { getLink }: PageOptions,
): string {
  const index = regions.findIndex(({ region }) => region === row.region);
  const classes = [...(index >= 0 ? [`r${index}`] : []), ...(row.isExposed ? ['exposed'] : [])];
  const links = row.places.map(
    (place) => `<a href="${escapeHtml(getLink(place))}">${escapeHtml(`${place.path}:${place.line}`)}</a>`,
  );
  return `<tr class="${classes.join(' ')}">
<th scope="row">${escapeHtml(row.service || 'not named')}</th>
<td>${escapeHtml(row.region)}</td>
<td>${describeCritical(row.critical)}</td>
<td>${escapeHtml(row.plan)}</td>
<td>${links.join('<br>')}</td>
</tr>`;
}

function describeCritical(critical: boolean | undefined): string {
  if (critical === undefined) return '<span title="The settings do not say.">?</span>';
  return critical ? 'yes' : 'no';
}

function renderPage(body: string, style: string, script: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}">
<title>Multi-Region: audit</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>`;
}

/** The one style sheet and the one script are allowed by their hashes; nothing else is. */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
