import { getCloud, type RegionDescription } from 'eslint-plugin-multi-region/catalog';
import { relative, sep } from 'node:path';
import { escapeText } from '../../../printing/markdown.ts';
import { plural } from '../../../printing/plural.ts';
import {
  MarkupKind,
  type Connection,
  type Hover,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from '../../capabilities.ts';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { getDocumentPath } from '../../documents/document-path.ts';
import { findRegionAt } from './find-region.ts';
import type { LiveSettings } from '../../settings.ts';
import type { Roots } from '../../roots.ts';
import type { Validator } from '../../documents/validator.ts';
import type { WorkspaceScan } from '../../documents/workspace-scan.ts';
import type { RegionPlace, WorkspaceIndex } from '../../documents/workspace-index.ts';

const mostPlaces = 5;

/** Explains the region under the pointer: what it is, and where this workspace uses it. */
export function provideHover(
  connection: Connection,
  {
    documents,
    validator,
    index,
    scan,
    roots,
    client,
    settings,
  }: {
    documents: TextDocuments<TextDocument>;
    validator: Validator;
    index: WorkspaceIndex;
    scan: Pick<WorkspaceScan, 'isRunning'>;
    roots: Roots;
    client: Pick<ClientAbilities, 'hover'>;
    settings: LiveSettings;
  },
): ServerCapabilities {
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    const path = document && getDocumentPath(document);
    if (!document || path === undefined) return null;
    const { enable, hover } = settings.getFor(path);
    if (!enable || !hover.enable) return null;
    const file = await validator.getLinted(document);
    const found = findRegionAt(document.getText(), file?.facts, document.offsetAt(position));
    if (!found) return null;
    const cloud = getCloud(found.cloud);
    const description = cloud.describeRegion?.(found.region);
    if (!description) return null;
    const uses = index.findUses(found.region);
    return {
      contents: {
        kind: MarkupKind.Markdown,
        value: toMarkdown(cloud.name, description, describeUses(uses, roots, scan.isRunning)),
      },
      range: { start: document.positionAt(found.range[0]), end: document.positionAt(found.range[1]) },
    };
  });
  return client.hover ? { hoverProvider: true } : {};
}

function toMarkdown(cloud: string, { id, name, details, near }: RegionDescription, uses: string): string {
  const nearby = near.map((each) => `\`${each.id}\` (${each.name})`).join(', ');
  return [
    `**${id}** · ${name} · ${cloud}`,
    details.join(' '),
    ...(nearby === '' ? [] : [`Near it: ${nearby}.`]),
    uses,
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** @param isCounting whether files of the workspace are still to be looked at */
function describeUses(uses: readonly RegionPlace[], roots: Roots, isCounting: boolean): string {
  if (uses.length === 0)
    return isCounting ? 'Looking for it in this workspace…' : 'Not used in this workspace.';
  const files = new Set(uses.map(({ path }) => path)).size;
  const count = `${plural(uses.length, 'place')} in ${plural(files, 'file')}`;
  const list = uses.slice(0, mostPlaces).map((use) => `- ${linkTo(use, roots)}`);
  const rest = uses.length - list.length;
  if (rest > 0) list.push(`- and ${plural(rest, 'other', 'others')}`);
  const head = isCounting
    ? `So far, this workspace depends on it in ${count} (still counting):`
    : `This workspace depends on it in ${count}:`;
  return [head, '', ...list].join('\n');
}

function linkTo({ path, line }: RegionPlace, roots: Roots): string {
  // A file may be called anything, and this is Markdown, which an editor loads pictures for.
  const shown = escapeText(relative(roots.getRoot(path), path).replaceAll(sep, '/'));
  return `[${shown}:${line}](${URI.file(path)
    .with({ fragment: `L${line}` })
    .toString()})`;
}
