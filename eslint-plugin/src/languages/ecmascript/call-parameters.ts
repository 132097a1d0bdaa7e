import type { TSESTree } from '@typescript-eslint/utils';
import { type CallNode, findAncestor, getKeyName, isClass, isFunction, type SourceCode } from './ast.ts';
import { findVariable, getOnlyValue } from './variables.ts';

/** The parameters of the function or constructor that a call runs, when this file declares it. */
export function findParameters(sourceCode: SourceCode, call: CallNode): TSESTree.Parameter[] | undefined {
  const { callee } = call;
  if (isFunction(callee)) return callee.params;
  if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') {
    const key = getKeyName(callee);
    const owner = findAncestor(callee, isClass);
    const method = owner?.body.body.find(
      (member) => member.type === 'MethodDefinition' && getKeyName(member) === key,
    );
    return method?.type === 'MethodDefinition' ? method.value.params : undefined;
  }
  if (callee.type !== 'Identifier') return undefined;
  const variable = findVariable(sourceCode, callee);
  const definition = variable?.defs[0];
  if (!variable || !definition) return undefined;
  if (definition.type === 'FunctionName') return definition.node.params;
  if (definition.type === 'ClassName') {
    const constructor = definition.node.body.body.find(
      (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
    );
    return constructor?.type === 'MethodDefinition' ? constructor.value.params : undefined;
  }
  const value = getOnlyValue(variable);
  return value && isFunction(value) ? value.params : undefined;
}
