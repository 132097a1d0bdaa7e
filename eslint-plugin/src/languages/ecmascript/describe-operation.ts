import type { OperationSite } from '../../facts/operation-site.ts';
import { findAncestor, getKeyName, isFunction, type Node } from './ast.ts';
import { placeOf } from './place-of.ts';

/** What is known of an operation from where it stands. */
export function describeOperation(
  node: Node,
  { service, operation }: Pick<OperationSite, 'operation' | 'service'>,
): OperationSite {
  return {
    ...placeOf(node),
    service,
    operation,
    functionNames: listFunctionNames(node),
    isInCatch: findAncestor(node, ({ type }) => type === 'CatchClause') !== undefined,
  };
}

function listFunctionNames(node: Node): string[] {
  const names: string[] = [];
  for (let owner = findAncestor(node, isFunction); owner; owner = findAncestor(owner, isFunction))
    names.push(getFunctionName(owner));
  return names.filter((name) => name !== '');
}

function getFunctionName(node: Node): string {
  if (node.type === 'FunctionDeclaration' && node.id) return node.id.name;
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return getKeyName(parent.left) ?? '';
  const isMember =
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'PropertyDefinition';
  return isMember && parent.key.type === 'Identifier' ? parent.key.name : '';
}
