import type { SourceCode } from '../../lint/linted-file.ts';
import { getLine, type Line } from '../source/lines.ts';
import { findAround, findStatement, getNodeAt, type Node } from '../source/nodes.ts';

/** How a comment can silence a line: in a line above it, or around the statement that it is part of. */
export type CommentPlace = { kind: 'around'; statement: Node } | { kind: 'line'; line: Line; isJsx: boolean };

/**
 * Where a comment can stand that silences what begins at an offset.
 *
 * @returns undefined where no script is around it
 */
export function findCommentPlace(sourceCode: SourceCode, offset: number): CommentPlace | undefined {
  const statement = findStatement(getNodeAt(sourceCode, offset));
  if (!statement) return undefined;
  const line = getLine(sourceCode, offset);
  const around: CommentPlace = { kind: 'around', statement };
  if (isInComment(sourceCode, line.start)) return around;
  const node = getNodeAt(sourceCode, line.code);
  if (!node) return around;
  if (isInText(node, line)) return around;
  if (node.type === 'JSXText') {
    // A comment in the middle of a text would eat the space between two of its lines.
    const before = sourceCode.text.slice(node.range[0], line.start);
    const after = sourceCode.text.slice(line.start, node.range[1]);
    return before.trim() === '' || after.trim() === '' ? { kind: 'line', line, isJsx: true } : around;
  }
  const first = findOutermost(node, line.code);
  if (first.parent?.type === 'JSXAttribute') return around;
  return { kind: 'line', line, isJsx: isJsxChild(first) };
}

function isInComment(sourceCode: SourceCode, offset: number): boolean {
  return sourceCode.getAllComments().some(({ range }) => range[0] < offset && offset < range[1]);
}

/** Whether a line begins inside a template or a string, where a comment would be text. */
function isInText(node: Node, { start, code }: Line): boolean {
  const text = findAround(
    node,
    ({ type }) => type === 'TemplateElement' || type === 'TemplateLiteral' || type === 'Literal',
  );
  if (!text) return false;
  if (text.type !== 'TemplateLiteral') return text.range[0] < start;
  if (text.range[0] >= code) return false;
  // Inside `${…}` there is code, if it begins on an earlier line.
  const hole = text.expressions.find(({ range }) => range[0] <= code && code < range[1]);
  return !hole || hole.range[0] >= start;
}

/** The largest node that begins with the line. */
function findOutermost(node: Node, offset: number): Node {
  let outermost = node;
  while (outermost.parent && outermost.parent.type !== 'Program' && outermost.parent.range[0] === offset) {
    outermost = outermost.parent;
  }
  return outermost;
}

function isJsxChild({ parent, type }: Node): boolean {
  return (
    (parent?.type === 'JSXElement' || parent?.type === 'JSXFragment') &&
    type !== 'JSXOpeningElement' &&
    type !== 'JSXOpeningFragment'
  );
}
