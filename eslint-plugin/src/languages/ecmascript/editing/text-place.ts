import type { Node, SourceCode } from '../ast.ts';
import { remember } from '../../../remember.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { getLiteralNode } from '../literal.ts';
import { canHoldExpression } from './expression-place.ts';

/**
 * The edit that puts an expression into the text of a site, which becomes a template where it is none.
 *
 * @param range what is replaced, as offsets in the file
 * @param insertion the source of a stretch of template: `${name}`
 * @returns undefined where the text cannot become a template
 */
export function replaceInText(
  sourceCode: SourceCode,
  site: RegionSite,
  range: readonly [number, number],
  insertion: string,
): TextEdit | undefined {
  return replaceInLiteral(sourceCode, getLiteralNode(sourceCode, site), [
    { range: [...range], text: insertion },
  ]);
}

/**
 * As `replaceInText`, for several stretches of one text.
 *
 * @param node a literal or a part of a template
 * @param insertions in the order of the file
 */
export function replaceInLiteral(
  sourceCode: SourceCode,
  node: Node,
  insertions: readonly TextEdit[],
): TextEdit | undefined {
  const [first, last] = [insertions[0], insertions.at(-1)];
  if (!first || !last) return undefined;
  if (node.type === 'TemplateElement') {
    if (!canHoldExpression(node.parent)) return undefined;
    const range: TextEdit['range'] = [first.range[0], last.range[1]];
    return { range, text: splice(sourceCode.text, range, insertions) };
  }
  const [start, end] = node.range;
  if (node.type !== 'Literal' || first.range[0] <= start || end <= last.range[1]) return undefined;
  if (!canHoldExpression(node) || !isPlainText(node, sourceCode)) return undefined;
  const template = `\`${splice(sourceCode.text, [start + 1, end - 1], insertions)}\``;
  return { range: [start, end], text: node.parent.type === 'JSXAttribute' ? `{${template}}` : template };
}

function splice(
  text: string,
  [start, end]: readonly [number, number],
  insertions: readonly TextEdit[],
): string {
  let result = '';
  let from = start;
  for (const { range, text: insertion } of insertions) {
    result += text.slice(from, range[0]) + insertion;
    [, from] = range;
  }
  return result + text.slice(from, end);
}

// Thousands of ARNs may stand in one literal: what holds for all of them is found out once.
const isPlainText = remember(
  (literal: Node, { text }: SourceCode) =>
    !/[\\`]|\$\{/.test(text.slice(...literal.range)) &&
    // In JSX, `&amp;` is a character.
    !(literal.parent?.type === 'JSXAttribute' && text.slice(...literal.range).includes('&')),
);
