import { relative } from 'node:path';
import { MarkupKind, type Connection, type Hover, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { getDocumentPath } from '../../documents/document-path.ts';
import { findRegionAt } from './find-region.ts';
import { describeRegion, type RegionDescription } from './region-facts.ts';
import type { Roots } from '../../roots.ts';
import type { Validator } from '../../documents/validator.ts';
import type { RegionPlace, WorkspaceIndex } from '../../documents/workspace-index.ts';

const mostPlaces = 5;

/** Explains the region under the pointer: what it is, and where this workspace uses it. */
export function provideHover(
  connection: Connection,
  {
    documents,
    validator,
    index,
    roots,
    isEnabled,
  }: {
    documents: TextDocuments<TextDocument>;
    validator: Validator;
    index: WorkspaceIndex;
    roots: Roots;
    isEnabled: () => boolean;
  },
): void {
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    if (!document || !isEnabled() || getDocumentPath(document) === undefined) return null;
    const file = await validator.getLinted(document);
    const found = findRegionAt(document.getText(), file?.facts, document.offsetAt(position));
    const description = found && describeRegion(found.region, found.cloud);
    if (!description) return null;
    const uses = index.findUses(found.region);
    return {
      contents: { kind: MarkupKind.Markdown, value: toMarkdown(description, uses, roots) },
      range: { start: document.positionAt(found.range[0]), end: document.positionAt(found.range[1]) },
    };
  });
}

function toMarkdown(
  { id, name, cloud, details, near }: RegionDescription,
  uses: readonly RegionPlace[],
  roots: Roots,
): string {
  const nearby = near.map((each) => `\`${each.id}\` (${each.name})`).join(', ');
  return [
    `**${id}** · ${name} · ${cloud}`,
    details.join(' '),
    ...(nearby === '' ? [] : [`Near it: ${nearby}.`]),
    describeUses(uses, roots),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function describeUses(uses: readonly RegionPlace[], roots: Roots): string {
  if (uses.length === 0) return 'Nothing in this workspace hangs on it.';
  const files = new Set(uses.map(({ path }) => path)).size;
  const count = `${countOf(uses.length, 'place')} in ${countOf(files, 'file')}`;
  const list = uses.slice(0, mostPlaces).map((use) => `- ${linkTo(use, roots)}`);
  const rest = uses.length - list.length;
  if (rest > 0) list.push(`- and ${countOf(rest, 'other', 'others')}`);
  return [`This workspace hangs on it in ${count}:`, '', ...list].join('\n');
}

function linkTo({ path, line }: RegionPlace, roots: Roots): string {
  const shown = relative(roots.getRoot(path), path).replaceAll('\\', '/');
  return `[${shown}:${line}](${URI.file(path)
    .with({ fragment: `L${line}` })
    .toString()})`;
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
