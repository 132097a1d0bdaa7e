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
  getLink: (place: Pick<LocatedPlace, 'column' | 'folder' | 'line' | 'pathInFolder'>) => string;
  /** The address of the command that says how to fill the column Critical. */
  getCriticalLink: (service: string) => string;
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
  const body = `${renderSummary(report)}
${renderChoices(regions, rows.length, options.region)}
<table>
<caption>Services and their regions</caption>
<thead><tr>${heads.map((head) => `<th scope="col"><button type="button">${head}</button></th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => renderRow(row, regions, options)).join('\n')}
</tbody>
</table>
${renderFindings(report, options)}`;
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
  { getLink, getCriticalLink }: PageOptions,
): string {
  const index = regions.findIndex(({ region }) => region === row.region);
  const classes = [...(index >= 0 ? [`r${index}`] : []), ...(row.isExposed ? ['exposed'] : [])];
  const links = row.places
    .slice(0, placesShown)
    .map(
      (place) => `<a href="${escapeHtml(getLink(place))}">${escapeHtml(`${place.path}:${place.line}`)}</a>`,
    );
  const rest = row.places.length - links.length;
  if (rest > 0) links.push(`and ${rest} more`);
  return `<tr class="${classes.join(' ')}">
<th scope="row">${escapeHtml(row.service || 'not named')}</th>
<td>${escapeHtml(row.region)}</td>
<td>${describeCritical(row, getCriticalLink)}</td>
<td>${escapeHtml(row.plan)}</td>
<td>${links.join('<br>')}</td>
</tr>`;
}

function describeCritical({ critical, service }: TableRow, getLink: PageOptions['getCriticalLink']): string {
  if (critical !== undefined) return critical ? 'yes' : 'no';
  if (service === '') return '?';
  return `<a href="${escapeHtml(getLink(service))}" title="The settings do not say. Click to say it.">?</a>`;
}

const placesShown = 20;
const findingsShown = 1000;

/** The answer first: the single point of failure, then what was looked at. */
function renderSummary({
  singlePointsOfFailure: [worst, ...others],
  findings,
  fileCount,
}: MergedReport): string {
  const more = others.length > 0 ? ` ${others.length} more like it.` : '';
  const answer = worst
    ? `<strong>${escapeHtml(worst.message)}</strong>${more}`
    : 'No single point of failure.';
  return `<p class="summary">${answer}<br>${count(findings.length, 'finding')} in ${count(fileCount, 'source file')}; the <em>Multi-Region</em> output names what was not looked at.</p>`;
}

function renderFindings({ findings }: MergedReport, { getLink }: PageOptions): string {
  if (findings.length === 0) return '';
  const items = findings.slice(0, findingsShown).map((finding) => {
    const { path, line, message, ruleId } = finding;
    const link = `<a href="${escapeHtml(getLink(finding))}">${escapeHtml(`${path}:${line}`)}</a>`;
    return `<li>${link} ${escapeHtml(message)} <small>${escapeHtml(ruleId)}</small></li>`;
  });
  const rest = findings.length - items.length;
  if (rest > 0) items.push(`<li>and ${rest} more</li>`);
  return `<details><summary>Findings (${findings.length})</summary><ol>${items.join('\n')}</ol></details>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
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
