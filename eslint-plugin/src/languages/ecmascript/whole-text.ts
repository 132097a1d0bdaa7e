import type { TSESTree } from '@typescript-eslint/utils';
import { getStaticString, type Node, type SourceCode } from './ast.ts';
import { countUntil } from '../../count-until.ts';

/** A piece of a text that stands in the source as it is. */
interface Segment {
  /** Where it begins in the joined text. */
  at: number;
  /** Where it begins in the file. */
  start: number;
  length: number;
  node: Node;
}

/** A literal, a template or a sum of them, read as one text. */
export interface WholeText {
  /** The outermost literal, template or sum. */
  node: Node;
  /** The source of all parts, without quotes; what is only known at run time is written `x`. */
  text: string;
  /** Whether the text has no part that is only known at run time, and is written in one piece. */
  isStatic: boolean;
  segments: readonly Segment[];
}

/**
 * Finds what a literal or template part belongs to: `'https://sqs.' + region + '.amazonaws.com'` is one
 * host, wherever it is cut.
 *
 * @param node a string literal, a template part or a JSX text
 * @returns the outermost literal, template or sum; undefined when the node holds no text
 */
export function findWhole(node: Node): Node | undefined {
  if (!isText(node)) return undefined;
  return findSum(
    node.type === 'TemplateElement' && node.parent.type === 'TemplateLiteral' ? node.parent : node,
  );
}

function findSum(part: Node): Node {
  let sum = part;
  while (sum.parent?.type === 'BinaryExpression' && sum.parent.operator === '+') sum = sum.parent;
  return sum;
}

/**
 * Reads a literal, a template or a sum of them as one text.
 *
 * @param whole what `findWhole` returned
 */
export function readWholeText(sourceCode: SourceCode, whole: Node): WholeText {
  const segments: Segment[] = [];
  let text = '';
  let isStatic = whole.type !== 'BinaryExpression';
  visit(whole);
  return { node: whole, text, isStatic, segments };

  function visit(part: Node): void {
    if (part.type === 'BinaryExpression' && part.operator === '+') {
      visit(part.left);
      visit(part.right);
    } else if (part.type === 'TemplateLiteral') {
      part.quasis.forEach((quasi, index) => {
        visit(quasi);
        if (index < part.expressions.length) addUnknown();
      });
    } else if (part.type === 'JSXText') {
      add(part, ...part.range);
    } else if (part.type === 'TemplateElement') {
      add(part, ...getContentRange(part));
    } else if (getStaticString(part) !== undefined) {
      add(part, part.range[0] + 1, part.range[1] - 1);
    } else {
      addUnknown();
    }
  }

  function add(part: Node, start: number, end: number): void {
    segments.push({ at: text.length, start, length: end - start, node: part });
    text += sourceCode.text.slice(start, end).replaceAll(/\\[nrt]/g, '  '); // or the letter would belong to the word behind it
  }

  function addUnknown(): void {
    text += 'x';
    isStatic = false;
  }
}

/**
 * The place in the file of a stretch of the joined text, from its first part that is written down to its last.
 *
 * @returns the range in the file and the node it begins in; undefined when no part of it is written down
 */
export function locate(
  { segments }: WholeText,
  start: number,
  end: number,
): { node: Node; range: [number, number] } | undefined {
  let index = countUntil(segments, ({ at, length }) => at + length > start);
  while (segments[index]?.length === 0) index++;
  const first = segments[index];
  if (!first || first.at >= end) return undefined;
  const firstStart = first.start + Math.max(start - first.at, 0);
  let last = first;
  for (let next = segments[index]; next && next.at < end; next = segments[++index]) last = next;
  const lastEnd = last.start + Math.min(end - last.at, last.length);
  return { node: first.node, range: [firstStart, Math.max(lastEnd, firstStart)] };
}

function isText(node: Node): node is TSESTree.JSXText | TSESTree.StringLiteral | TSESTree.TemplateElement {
  return (
    node.type === 'TemplateElement' ||
    node.type === 'JSXText' ||
    (node.type === 'Literal' && typeof node.value === 'string')
  );
}

/** Where a template part stands without its delimiters; parsers differ in whether its range has them. */
function getContentRange({ parent, range, tail }: TSESTree.TemplateElement): [start: number, end: number] {
  const [start, end] = range;
  const hasDelimiters = parent.quasis[0]?.range[0] === parent.range[0];
  return hasDelimiters ? [start + 1, end - (tail ? 1 : 2)] : [start, end];
}
