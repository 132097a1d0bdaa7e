import type { Position, Range } from '../../facts/place.ts';
import type { SourceText } from '../source-text.ts';
import { countUntil } from '../../count-until.ts';

/** A comment as ESLint knows it. */
export interface SourceComment {
  type: 'Line';
  value: string;
  range: Range;
  loc: { start: Position; end: Position };
}

/** The root of a document, which is all that ESLint sees of its tree. */
interface Root {
  type: 'Program';
  range: Range;
  loc: { start: Position; end: Position };
  comments: SourceComment[];
  body: [];
  tokens: [];
}

/** A document as ESLint's rules take it: a text with comments. */
export interface DocumentSource extends SourceText {
  ast: Root;
  lines: string[];
  hasBOM: boolean;
  getText(node?: { range: Range }): string;
  getIndexFromLoc(loc: Position): number;
  getLoc(node: { loc: { start: Position; end: Position } }): { start: Position; end: Position };
  getRange(node: { range: Range }): Range;
  getAllComments(): SourceComment[];
  getParent(): undefined;
  getAncestors(): [];
  traverse(): Iterable<unknown>;
  getInlineConfigNodes(): SourceComment[];
  getDisableDirectives(): { problems: unknown[]; directives: unknown[] };
  applyInlineConfig(): { configs: unknown[]; problems: unknown[] };
  finalize(): void;
}

const directive = /^\s*(eslint-(?:disable(?:-next-line|-line)?|enable))(?:\s([^]*))?$/;

/**
 * Makes a document for rules.
 *
 * @param text without a byte order mark
 * @param comments found in it, with their ranges
 * @param getSiblings the other files of its module
 */
export function createDocumentSource(
  text: string,
  comments: readonly { value: string; range: Range }[],
  getSiblings?: () => Iterable<{ path: string; text: string }>,
): DocumentSource {
  const starts = listLineStarts(text);
  const getLocFromIndex = (index: number): Position => {
    const line = countUntil(starts, (start) => start > index);
    return { line, column: index - (starts[line - 1] ?? 0) };
  };
  const toLoc = (range: Range) => ({ start: getLocFromIndex(range[0]), end: getLocFromIndex(range[1]) });
  const all = comments.map(({ value, range }): SourceComment => ({
    type: 'Line',
    value,
    range,
    loc: toLoc(range),
  }));
  const range: Range = [0, text.length];
  const ast: Root = { type: 'Program', range, loc: toLoc(range), comments: all, body: [], tokens: [] };
  const getDirectives = () => all.filter(({ value }) => directive.test(value));
  return {
    text,
    hasBOM: false,
    ast,
    get lines() {
      return text.split(/\r\n|\n/);
    },
    getLocFromIndex,
    getIndexFromLoc: ({ line, column }) => (starts[line - 1] ?? 0) + column,
    getText: (node) => (node ? text.slice(...node.range) : text),
    getLoc: ({ loc }) => loc,
    getRange: (node) => node.range,
    getAllComments: () => all,
    getParent: () => undefined,
    getAncestors: () => [],
    *traverse() {
      yield { type: 'visit', kind: 1, target: ast, phase: 1, args: [ast] };
      yield { type: 'visit', kind: 1, target: ast, phase: 2, args: [ast] };
    },
    getInlineConfigNodes: getDirectives,
    getDisableDirectives: () => ({ problems: [], directives: getDirectives().map(readDirective) }),
    applyInlineConfig: () => ({ configs: [], problems: [] }),
    finalize: () => undefined,
    ...(getSiblings && { getSiblings }),
  };
}

/** `eslint-disable-next-line multi-region/no-hardcoded-arn -- the vault is there only` */
function readDirective(node: SourceComment): unknown {
  const [, label = '', rest = ''] = directive.exec(node.value) ?? [];
  const [value = '', ...reasons] = rest.split(/(?:^|\s)-{2,}\s/);
  return {
    type: label.slice('eslint-'.length),
    node,
    value: value.trim(),
    justification: reasons.join(' -- ').trim(),
  };
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  return starts;
}
