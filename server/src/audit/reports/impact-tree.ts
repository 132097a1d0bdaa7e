import { join } from 'node:path';
import { showPath } from '../../printing/show-path.ts';
import type { WriteOptions } from './report.ts';
import { describeKind } from '../impact/entry.ts';
import { shortenWay } from './shorten-way.ts';
import { summarizeImpact } from './impact-summary.ts';
import type { Impact, ImpactEntry, ImpactSite } from '../impact/impact.ts';

/**
 * The impact for people: for each entry point a tree of the files between it and the places that depend on the
 * region, then a summary.
 *
 * @param impact what was found
 * @param root the audited folder, absolute
 * @returns text with a line break at its end
 */
export function formatImpactTree(
  impact: Impact,
  root: string,
  { colors, cwd }: Pick<WriteOptions, 'colors' | 'cwd'>,
): string {
  const { region, sites, entries, unreached } = impact;
  const show = (path: string) => (path.startsWith('…') ? path : showPath(join(root, path), cwd));
  const lines: string[] = [];
  if (entries.length > 0) lines.push(colors.bold(`If ${region} goes down, these go down with it:`), '');

  for (const entry of entries) {
    const name = entry.name === undefined ? '' : `  ${clean(entry.name)}`;
    lines.push(`${colors.bold(describeKind(entry.kind))}  ${show(entry.path)}${colors.bold(name)}`);
    lines.push(...drawChildren(growTree(entry, sites)), '');
  }
  if (unreached.length > 0) {
    lines.push(colors.bold('No entry point was found for these, whose files import each other in a circle:'));
    const places = unreached.flatMap((index) => sites[index] ?? []);
    lines.push(...places.map((site) => `   ${show(site.path)}:${describeSite(site)}`), '');
  }
  return [...lines, ...summarizeImpact(impact).map(clean), ''].join('\n');

  function drawChildren({ sites: own, children }: Tree, indent = ''): string[] {
    const below = [
      ...own.map((site) => (bend: string) => [`${indent}${bend} ${colors.red(describeSite(site))}`]),
      ...[...children].map(([path, tree]) => (bend: string, next: string) => [
        `${indent}${bend} ${show(path)}`,
        ...drawChildren(tree, `${indent}${next}`),
      ]),
    ];
    return below.flatMap((draw, index) => (index < below.length - 1 ? draw('├─', '│  ') : draw('└─', '   ')));
  }
}

/** The ways from one entry, with what they share drawn once. */
interface Tree {
  /** Those in the file itself. */
  sites: ImpactSite[];
  /** By path. */
  children: Map<string, Tree>;
}

function growTree({ path: start, reaches }: ImpactEntry, sites: readonly ImpactSite[]): Tree {
  const tree: Tree = { sites: [], children: new Map() };
  for (const { site: index, via } of reaches) {
    const site = sites[index];
    if (!site) continue;
    let node = tree;
    for (const path of site.path === start ? [] : [...shortenWay(via), site.path]) {
      let child = node.children.get(path);
      if (!child) node.children.set(path, (child = { sites: [], children: new Map() }));
      node = child;
    }
    node.sites.push(site);
  }
  return tree;
}

/** `12:5  dynamodb` */
function describeSite({ line, column, service, origin }: ImpactSite): string {
  const fallback = origin === 'fallback' ? '  (fallback)' : '';
  return `${line}:${column}${service === undefined ? '' : `  ${service}`}${fallback}`;
}

/** Names come from files of the repository, and must not steer the terminal. */
function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?');
}
