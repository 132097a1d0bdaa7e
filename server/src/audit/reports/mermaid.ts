import { describeKind } from '../impact/entry.ts';
import type { Impact, ImpactEntry } from '../impact/impact.ts';
import type { Report } from './report.ts';
import { shortenWay } from './shorten-way.ts';
import { summarizeImpact } from './impact-summary.ts';

/** What goes down with a region, as a flowchart. */
export const mermaid: Report = {
  name: 'mermaid',
  endings: ['.mmd', '.mermaid'],
  needsImpact: true,
  write: ({ impacts = [] }) => impacts.map((impact) => formatMermaid(impact)).join('\n'),
};

/** What Mermaid draws by default: with more arrows it refuses. */
const mostEdges = 400;
/** Its text may have 50,000 characters. */
const mostNodes = 300;

/**
 * The impact as a Mermaid flowchart: entry points, the files between, the files that depend on the region.
 *
 * @param impact what was found
 * @returns text with a line break at its end
 */
export function formatMermaid(impact: Impact): string {
  const { region, sites, entries } = impact;
  const nodes = new Map<string, { label: string; kind: 'entry' | 'file' | 'site' }>();
  const edges = new Set<string>();
  const ids = new Map<string, string>();
  const idOf = (path: string) => {
    const id = ids.get(path) ?? `n${ids.size}`;
    ids.set(path, id);
    return id;
  };

  const siteLabels = new Map<string, string>();
  for (const path of new Set(sites.map((site) => site.path))) {
    const here = sites.filter((site) => site.path === path);
    const services = [...new Set(here.flatMap(({ service }) => service ?? []))];
    const lines = `line ${here.map(({ line }) => line).join(', ')}`;
    siteLabels.set(path, labelOf([path, lines, services.join(', ')]));
  }
  const addNode = (path: string) => {
    if (nodes.has(path)) return;
    const label = siteLabels.get(path);
    nodes.set(path, { label: label ?? escape(path), kind: label === undefined ? 'file' : 'site' });
  };

  let left = 0;
  // Mermaid draws arrows through boxes that stand alone, unless these come last.
  const isAlone = ({ path, reaches }: ImpactEntry) => reaches.every(({ site }) => sites[site]?.path === path);
  for (const entry of entries.toSorted((a, b) => Number(isAlone(a)) - Number(isAlone(b)))) {
    const { kind, path, name, reaches } = entry;
    const ways = reaches.map(({ site, via }) => {
      const end = sites[site]?.path ?? path;
      return end === path ? [path] : [path, ...shortenWay(via), end];
    });
    const added = ways.flatMap((way) => way.slice(1).map((to, index) => `${way[index] ?? ''}\0${to}`));
    const fresh = new Set(added.filter((edge) => !edges.has(edge)));
    if (edges.size + fresh.size > mostEdges || nodes.size > mostNodes) {
      left++;
      continue;
    }
    addNode(path);
    const own = nodes.get(path);
    if (own) {
      own.label = [labelOf([describeKind(kind), name ?? '']), own.label].join('<br>');
      if (own.kind === 'file') own.kind = 'entry';
    }
    for (const each of ways.flat()) addNode(each);
    for (const edge of fresh) edges.add(edge);
  }
  for (const index of impact.unreached) addNode(sites[index]?.path ?? '');

  const lines = ['flowchart LR'];
  for (const [path, { label, kind }] of nodes) lines.push(`  ${idOf(path)}["${label}"]:::${kind}`);
  for (const edge of edges) {
    const [from = '', to = ''] = edge.split('\0');
    lines.push(`  ${idOf(from)} --> ${idOf(to)}`);
  }
  if (nodes.size === 0) lines.push(`  none["${escape(summarizeImpact(impact)[0] ?? region)}"]`);
  if (left > 0) lines.push(`  more["${left} more entry points: see the other formats"]`);
  lines.push(
    '  classDef entry fill:#dbeafe,stroke:#1d4ed8,color:#111827',
    '  classDef file fill:#f3f4f6,stroke:#6b7280,color:#111827',
    '  classDef site fill:#fee2e2,stroke:#b91c1c,color:#111827',
  );
  return `${lines.join('\n')}\n`;
}

/** Several lines. */
function labelOf(parts: readonly string[]): string {
  return parts.filter(Boolean).map(escape).join('<br>');
}

/** All that Mermaid, markdown in its labels or HTML could take for something else, as numbers of characters. */
function escape(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ./:,()@+-]/gu, (character) =>
    /\p{Cc}/u.test(character) ? '?' : `#${character.codePointAt(0) ?? 63};`,
  );
}
