import type { TSESTree } from '@typescript-eslint/utils';
import { keyOf, visit } from './syntax.ts';
import type { Value } from './value.ts';

/**
 * What a schema of the environment gives a variable that is not set: `AWS_REGION: z.string().default('us-east-1')`,
 * `AWS_REGION: str({ default: 'us-east-1' })`.
 *
 * @param parts the code that may hold the schema
 * @param evaluate tells what an expression in it is
 */
export function findSchemaDefault(
  parts: readonly TSESTree.Node[],
  name: string,
  evaluate: (node: TSESTree.Node) => Value,
): Value | undefined {
  let found: TSESTree.Node | undefined;
  for (const part of parts) {
    visit(part, (node) => {
      if (found) return false;
      if (node.type === 'Property' && keyOf(node) === name) found = findDefault(node.value);
      return found === undefined;
    });
  }
  const value = found && evaluate(found);
  return value?.kind === 'text' || value?.kind === 'variable' ? value : undefined;
}

function findDefault(rule: TSESTree.Node): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  visit(rule, (node) => {
    if (node.type === 'Property' && keyOf(node) === 'default') found = node.value;
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      if (keyOf(node.callee) === 'default') found = node.arguments[0];
    }
    return found === undefined;
  });
  return found;
}
