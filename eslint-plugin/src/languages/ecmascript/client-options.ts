import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, SourceCode } from './ast.ts';
import type { FoundClient } from './found-client.ts';
import { getConstantValue } from './variables.ts';

/**
 * The options that a client is built with.
 *
 * @returns the object literal; `none` when there are no arguments; `unknown` when the object cannot be seen
 */
export function getClientOptions(
  sourceCode: SourceCode,
  node: FoundClient['node'],
): TSESTree.ObjectExpression | 'none' | 'unknown' {
  const [first] = node.arguments;
  if (!first) return 'none';
  const options = getConstantValue(sourceCode, first);
  return options.type === 'ObjectExpression' ? options : 'unknown';
}

/** Whether an option is the literal `false`. */
export function isFalse(value: Node | 'absent' | 'unknown'): boolean {
  return typeof value !== 'string' && value.type === 'Literal' && value.value === false;
}
