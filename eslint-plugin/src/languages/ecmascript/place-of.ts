import type { Place } from '../../facts/place.ts';
import type { Node, SourceCode } from './ast.ts';
import { getNodeAt } from './node-at.ts';

/** Where a node stands, as plain data. */
export function placeOf({ range: [start, end], loc }: Node): Place {
  return {
    range: [start, end],
    loc: {
      start: { line: loc.start.line, column: loc.start.column },
      end: { line: loc.end.line, column: loc.end.column },
    },
  };
}

/** The innermost node that stands at a place, such as the literal of a site; the way back from plain data. */
export function getNodeOf(sourceCode: SourceCode, { range: [start, end] }: Pick<Place, 'range'>): Node {
  let found: Node | undefined;
  for (let node: Node | undefined = getNodeAt(sourceCode, start); node; node = node.parent) {
    if (node.range[0] === start && node.range[1] === end)
      return node.type === 'TemplateLiteral' ? (node.quasis[0] ?? node) : node;
    if (node.range[1] > end) break;
    found = node;
  }
  return found ?? sourceCode.ast;
}
