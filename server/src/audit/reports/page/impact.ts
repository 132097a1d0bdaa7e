import { escapeHtml } from './escape.ts';
import type { HtmlSection } from './section.ts';
import { plural } from '../../../printing/plural.ts';
import { describeKind } from '../../impact/entry.ts';
import { boxSize, layOutImpact, type Arrow, type Box } from './impact-layout.ts';
import { summarizeImpact } from '../impact-summary.ts';
import type { Impact } from '../../impact/impact.ts';

/**
 * The impact as a part of the HTML report: a picture in which a click on a file shows the ways through it, and
 * the list of all entry points. Without scripts it shows all ways.
 *
 * @param impact what was found
 */
export function renderImpactHtml(impact: Impact): HtmlSection {
  const [summary = '', ...rest] = summarizeImpact(impact).map(escapeHtml);
  const notes = rest.map((line) => `<p class="soft">${line}</p>`).join('\n');
  return {
    id: `impact-${impact.region.replaceAll(/[^\w-]/gu, '-')}`,
    title: `If ${impact.region} goes down`,
    html: `<p>${summary}</p>\n${notes}\n${renderPicture(impact)}\n${renderEntries(impact)}\n${renderUnreached(impact)}`,
    style,
    script,
  };
}

function renderPicture(impact: Impact): string {
  if (impact.entries.length === 0) return '';
  const { width, height, boxes, arrows, leftOutCount } = layOutImpact(impact);
  const left = leftOutCount > 0 ? ` ${plural(leftOutCount, 'more entry point')} in the table below.` : '';
  return `<p class="soft impact-hint">From what is started, on the left, to what depends on the region, in red.${left}</p>
<div class="impact-scroll" tabindex="0" role="group" aria-label="Picture of the ways to the region">
<svg class="impact" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><marker id="impact-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${arrows.map(renderArrow).join('\n')}
${boxes.map(renderBox).join('\n')}
</svg></div>`;
}

function renderArrow({ from, to, ways }: Arrow): string {
  const isForward = to.x > from.x;
  const [x1, y1] = [from.x + boxSize.width, from.y + boxSize.height / 2];
  const [x2, y2] = [isForward ? to.x - 2 : to.x + boxSize.width + 2, to.y + boxSize.height / 2];
  const bend = isForward ? (x2 - x1) / 2 : 40;
  const curve = `M${x1} ${y1}C${x1 + bend} ${y1} ${isForward ? x2 - bend : x2 + bend} ${y2} ${x2} ${y2}`;
  return `<path class="arrow" d="${curve}" marker-end="url(#impact-tip)" ${renderWays(ways)}/>`;
}

function renderBox({ kind, isEntry, path, note, x, y, ways }: Box): string {
  const classes = `box ${kind}${isEntry ? ' start' : ''}`;
  const label = [path, note].filter(Boolean).join(': ');
  return `<g class="${classes}" transform="translate(${x} ${y})" tabindex="0" role="button" aria-pressed="false" aria-label="${escapeHtml(label)}" ${renderWays(ways)}>
<title>${escapeHtml(label)}</title><rect width="${boxSize.width}" height="${boxSize.height}" rx="6"/>
<text x="10" y="18">${escapeHtml(shorten(path, 35, 'start'))}</text><text class="note" x="10" y="35">${escapeHtml(shorten(note, 41, 'end'))}</text></g>`;
}

function renderWays(ways: ReadonlySet<number>): string {
  return `data-ways="${[...ways].join(' ')}"`;
}

/** Cuts a text where it matters least: a path at its start. */
function shorten(text: string, length: number, at: 'end' | 'start'): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  return at === 'start'
    ? `…${characters.slice(1 - length).join('')}`
    : `${characters.slice(0, length - 1).join('')}…`;
}

function renderEntries({ entries, sites }: Impact): string {
  if (entries.length === 0) return '';
  const rows = entries.map(({ kind, path, name, reaches }) => {
    const services = [...new Set(reaches.flatMap(({ site }) => sites[site]?.service ?? []))].sort();
    const cells = [
      ['Entry point', breakable(path)],
      ['Kind', escapeHtml(describeKind(kind))],
      ['Name', escapeHtml(name ?? '')],
      ['Reaches', escapeHtml(plural(reaches.length, 'place'))],
      ['Services', escapeHtml(services.join(', '))],
    ] as const;
    return `<tr>${cells.map(([label, html]) => `<td data-label="${label}"><span>${html}</span></td>`).join('')}</tr>`;
  });
  const heads = ['Entry point', 'Kind', 'Name', 'Reaches', 'Services'];
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function renderUnreached({ unreached, sites }: Impact): string {
  if (unreached.length === 0) return '';
  const places = unreached.flatMap((index) => sites[index] ?? []);
  const items = places.map(({ path, line }) => `<li>${breakable(`${path}:${line}`)}</li>`);
  return `<p>No entry point was found for these, whose files import each other in a circle:</p><ul class="places">${items.join('')}</ul>`;
}

function breakable(path: string): string {
  return `<code>${escapeHtml(path).replaceAll('/', '/<wbr>')}</code>`;
}

const style = `
.impact-scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 16px; }
.impact { display: block; font: 13px system-ui, sans-serif; }
.impact .arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; opacity: .55; }
.impact marker path { fill: var(--soft); }
.impact .box { cursor: pointer; outline: none; }
.impact .box rect { fill: var(--page); stroke: var(--line); }
.impact .box text { fill: var(--text); }
.impact .box .note { fill: var(--soft); font-size: 12px; }
.impact .start rect { stroke: var(--link); stroke-width: 1.5; }
.impact .site rect { fill: var(--error-soft); stroke: var(--error); }
.impact .start.site rect { stroke-width: 2.5; }
.impact .box:focus-visible rect { stroke-width: 3; }
.impact.picked .arrow { opacity: .08; }
.impact.picked .box { opacity: .3; }
.impact.picked .box.on { opacity: 1; }
.impact.picked .arrow.on { opacity: 1; stroke: var(--link); stroke-width: 2; }
@media print { .impact-scroll { overflow: visible; } }
`;

const script = `
for (const picture of document.querySelectorAll('svg.impact')) {
  const parts = [...picture.querySelectorAll('[data-ways]')];
  const boxes = parts.filter((part) => part.classList.contains('box'));
  const waysOf = (part) => part.dataset.ways.split(' ');
  const pick = (chosen) => {
    const ways = new Set(chosen ? waysOf(chosen) : []);
    picture.classList.toggle('picked', chosen !== undefined);
    for (const part of parts) part.classList.toggle('on', waysOf(part).some((way) => ways.has(way)));
    for (const box of boxes) box.setAttribute('aria-pressed', String(box === chosen));
  };
  const toggle = (box) => pick(box.getAttribute('aria-pressed') === 'true' ? undefined : box);
  picture.addEventListener('click', (event) => {
    const box = event.target.closest('.box');
    if (box) toggle(box);
    else pick(undefined);
  });
  picture.addEventListener('keydown', (event) => {
    const box = event.target.closest('.box');
    if (event.key === 'Escape') pick(undefined);
    if (!box || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    toggle(box);
  });
}
document.querySelectorAll('.impact-hint').forEach((hint) => hint.append(' Click a file to see the ways through it.'));
`;
