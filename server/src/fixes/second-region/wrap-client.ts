import { getNodeOf, replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { ClientSite, RegionSite, TextEdit } from 'eslint-plugin-multi-region/facts';
import type { SourceCode } from '../../lint/linted-file.ts';
import { applyEdits } from '../../parse/apply-edits.ts';
import type { Node } from '../source/nodes.ts';
import { contains } from '../source/walk.ts';
import { surround } from './layout.ts';
import type { ClientOptions } from './options.ts';
import { findDocumentUse, removeStatement, type DocumentUse } from './document-use.ts';
import { findOuterClient } from './outer-client.ts';

/** What a client is wrapped with, as the file calls it. */
export interface Wrapping {
  /** `withRegionFailover` */
  wrapper: string;
  /** `regions.primary`, `regions.secondary` */
  first: string;
  second: string;
}

/**
 * The edits that give a client a second region. A region that stands elsewhere is moved too.
 *
 * @returns edits with the offsets of the parsed text
 */
export function wrapClient(
  sourceCode: SourceCode,
  client: ClientSite,
  { argument, property }: ClientOptions,
  { wrapper, first, second }: Wrapping,
): TextEdit[] {
  const { text } = sourceCode;
  const outer = findOuterClient(getNodeOf(sourceCode, client));
  const isInside = ({ literal }: RegionSite) => property !== undefined && covers(property.value, literal);
  const elsewhere = client.sites.filter((site) => !isInside(site));
  const moved = replaceRegions(
    sourceCode,
    elsewhere.map((site) => ({ site, expression: first })),
  ).edits;
  const name = chooseParameter(sourceCode, outer, property?.value);
  const value = property?.value;
  const own = elsewhere.length > 0 && isName(value) ? text.slice(...value.range) : undefined;
  const list = `[${own ?? first}, ${second}]`;
  const inner = setRegion(sourceCode, argument, property, name);
  const use = findDocumentUse(sourceCode, outer);
  if (!use) return [...moved, ...inner, ...surround(sourceCode, outer, { wrapper, list, name, inner })];
  const made = [makeInPlace(sourceCode, outer, use, inner)];
  const outside = surround(sourceCode, use.call, { wrapper, list, name, inner: made });
  return [...moved, removeStatement(sourceCode, use.declaration), ...made, ...outside];
}

/** Makes a client where its name is, with the edits inside of it. */
function makeInPlace(
  { text }: SourceCode,
  client: Node,
  { argument }: DocumentUse,
  inner: readonly TextEdit[],
): TextEdit {
  const [start, end] = client.range;
  const shifted = inner.map(({ range, text: now }): TextEdit => ({
    range: [range[0] - start, range[1] - start],
    text: now,
  }));
  return { range: argument.range, text: applyEdits(text.slice(start, end), shifted) };
}

/** `{ region: 'us-east-1' }` becomes `{ region }`, `options` becomes `{ ...options, region }`. */
function setRegion(
  { text }: SourceCode,
  argument: Node,
  property: ClientOptions['property'],
  name: string,
): TextEdit[] {
  const region = name === 'region' ? name : `region: ${name}`;
  if (property) return [{ range: property.range, text: region }];
  const [start, end] = argument.range;
  if (argument.type !== 'ObjectExpression') {
    return [{ range: [start, end], text: `{ ...${text.slice(start, end)}, ${region} }` }];
  }
  const last = argument.properties.at(-1);
  return last
    ? [{ range: [last.range[1], last.range[1]], text: `, ${region}` }]
    : [{ range: [start + 1, end - 1], text: ` ${region} ` }];
}

/** A name that nothing inside of the client's construction means something else by. */
function chooseParameter(sourceCode: SourceCode, outer: Node, own: Node | undefined): string {
  const isUsed = contains(
    sourceCode,
    outer,
    (node) => node.type === 'Identifier' && node.name === 'region' && !isSame(node, own) && !isKey(node),
  );
  return isUsed ? 'eachRegion' : 'region';
}

/** The key and the value of `{ region }` are two nodes. */
function isSame(node: Node, own: Node | undefined): boolean {
  return node.range[0] === own?.range[0] && node.range[1] === own.range[1];
}

function isKey({ parent, range }: Node): boolean {
  if (parent?.type === 'Property')
    return !parent.computed && parent.key.range[0] === range[0] && !parent.shorthand;
  return parent?.type === 'MemberExpression' && !parent.computed && parent.property.range[0] === range[0];
}

function isName(node: Node | undefined): node is Node {
  return node?.type === 'Identifier' || node?.type === 'MemberExpression';
}

function covers(outer: Pick<Node, 'range'>, inner: Pick<Node, 'range'>): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
