import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { type Node, type SourceCode, unwrap } from './ast.ts';
import { remember } from '../../remember.ts';

export type Variable = TSESLint.Scope.Variable;

/** The variable that an identifier stands for; undefined for globals that nothing declares. */
export function findVariable(sourceCode: SourceCode, identifier: TSESTree.Identifier): Variable | undefined {
  const variable = findName(sourceCode, identifier);
  return variable && variable.defs.length > 0 ? variable : undefined;
}

/** The same with the globals that ESLint is told of. */
export function findName(sourceCode: SourceCode, identifier: TSESTree.Identifier): Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
  }
  return undefined;
}

/** The places where a variable's value is read. */
export const getReads = remember((variable: Variable): readonly Node[] =>
  variable.references
    .filter((reference) => reference.isRead() && !isTypeReference(reference))
    .map((reference) => reference.identifier),
);

function isTypeReference(reference: TSESLint.Scope.Reference): boolean {
  return (
    (reference as { isTypeReference?: boolean }).isTypeReference === true && !isValueReference(reference)
  );
}

function isValueReference(reference: TSESLint.Scope.Reference): boolean {
  return (reference as { isValueReference?: boolean }).isValueReference === true;
}

/** The expressions that are assigned to a variable after its declaration. */
export const getWrites = remember((variable: Variable): readonly Node[] =>
  variable.references
    .filter((reference) => reference.isWrite() && !reference.init)
    .map((reference) => reference.writeExpr ?? reference.identifier),
);

/**
 * The one expression that a variable always holds: the initializer of a `const`, or of a `let` that
 * nothing reassigns, or the only assignment of a `let` declared without a value.
 */
export function getOnlyValue(variable: Variable): Node | undefined {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0) return undefined;
  const { id, init } = definition.node;
  if (id.type !== 'Identifier') return undefined;
  const writes = getWrites(variable);
  if (init) return writes.length === 0 ? init : undefined;
  return writes.length === 1 ? writes[0] : undefined;
}

/** The expression that a constant stands for, through other constants; of anything else, the expression itself. */
export function getConstantValue(sourceCode: SourceCode, node: Node): Node {
  const seen = new Set<Variable>();
  let expression = unwrap(node);
  while (expression.type === 'Identifier') {
    const variable = findVariable(sourceCode, expression);
    const value = variable && getOnlyValue(variable);
    if (!value || seen.has(variable)) return expression; // const a = b; const b = a;
    seen.add(variable);
    expression = unwrap(value);
  }
  return expression;
}

/** Whether a variable is given more than one value. */
export const isReassigned = remember((variable: Variable): boolean => {
  const writes = getWrites(variable).length;
  const hasFirstValue =
    variable.defs[0]?.type === 'Parameter' ||
    variable.references.some((reference) => reference.init === true);
  return writes + (hasFirstValue ? 1 : 0) > 1;
});
