import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getKeyName, type SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';
import { hasCommentIn } from '../comments.ts';
import { skipGap } from './skip-gap.ts';

/**
 * The edit that drops a literal second choice, so that a missing setting shows: `env.REGION ?? 'us-east-1'`
 * becomes `env.REGION`, `{ region = 'us-east-1' }` becomes `{ region }`, `.default('us-east-1')` goes.
 *
 * @returns undefined where the literal is not itself the second choice, or a comment would go with it
 */
export function removeFallback(sourceCode: SourceCode, site: RegionSite): TextEdit | undefined {
  const range = getRemovedRange(sourceCode, site);
  if (!range) return undefined;
  return hasCommentIn(sourceCode, range) ? undefined : { range, text: '' };
}

function getRemovedRange(sourceCode: SourceCode, site: RegionSite): [number, number] | undefined {
  const literal = getWholeLiteral(getLiteralNode(sourceCode, site));
  const { parent } = literal;
  if (parent?.type === 'LogicalExpression' && parent.right === literal && parent.operator !== '&&')
    return isStoredInEnvironment(parent) ? undefined : getOperandRange(sourceCode, parent);
  if (parent?.type === 'AssignmentPattern' && parent.right === literal)
    return [parent.left.range[1], literal.range[1]];
  if (parent?.type !== 'CallExpression' || parent.arguments.length !== 1) return undefined;
  const { callee } = parent;
  return callee.type === 'MemberExpression' && /^(?:default|catch|prefault)$/.test(getKeyName(callee) ?? '')
    ? [callee.object.range[1], parent.range[1]]
    : undefined;
}

/** `process.env.REGION = process.env.AWS_REGION` would store the text 'undefined'. */
function isStoredInEnvironment({ parent }: TSESTree.LogicalExpression): boolean {
  return parent.type === 'AssignmentExpression' && getDottedName(parent.left).startsWith('process.env.');
}

/** The second operand with its operator and parentheses: `?? ('us-east-1')`. */
function getOperandRange(
  { text }: SourceCode,
  { left, operator, right }: TSESTree.LogicalExpression,
): [number, number] {
  let [, start] = left.range;
  let sign = skipGap(text, start);
  while (text.startsWith(')', sign)) {
    start = sign + 1;
    sign = skipGap(text, start);
  }
  let [, end] = right.range;
  let open = skipGap(text, sign + operator.length);
  while (open < right.range[0]) {
    open = skipGap(text, open + 1);
    end = skipGap(text, end) + 1;
  }
  return [start, end];
}
