import { findAncestor, getKeyName, getLastName, isCall, type Node, type SourceCode } from './ast.ts';
import { resolveImport } from './imports.ts';
import { getHandle } from './second-client.ts';
import { findVariable, getReads } from './variables.ts';

/**
 * Whether a client is passed to a function that gives it a second region: at once, in a function that this one is
 * called with, or by its name.
 *
 * @param node the construction of the client
 * @param wrappers the names of such functions, as their modules export them or as the file calls them
 */
export function isWrapped(sourceCode: SourceCode, node: Node, wrappers: readonly string[]): boolean {
  if (findWrapperCall(sourceCode, node, wrappers)) return true;
  const variable = getHandle(sourceCode, node);
  return (
    variable !== undefined &&
    getReads(variable).some(
      ({ parent }) => parent !== undefined && isWrapperCall(sourceCode, parent, wrappers),
    )
  );
}

/**
 * Whether a wrapped client is put into a document client: `DynamoDBDocumentClient.from(withRegionFailover(…))`. That takes
 * the config of one region out of it, and sends there only.
 *
 * @param node the construction of the client
 * @param wrappers as in `isWrapped`
 */
export function isInDocumentClient(sourceCode: SourceCode, node: Node, wrappers: readonly string[]): boolean {
  const wrapped = findWrapperCall(sourceCode, node, wrappers);
  if (!wrapped) return false;
  const { parent } = wrapped;
  const variable =
    parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
      ? findVariable(sourceCode, parent.id)
      : undefined;
  return [wrapped, ...(variable ? getReads(variable) : [])].some((value) =>
    isMadeDocumentClient(sourceCode, value),
  );
}

/** Whether a value is what `DynamoDBDocumentClient.from` is called with. */
function isMadeDocumentClient(sourceCode: SourceCode, value: Node): boolean {
  const call = value.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== value) return false;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || getKeyName(callee) !== 'from') return false;
  const name = resolveImport(sourceCode, callee.object)?.path.at(-1);
  return name === 'DynamoDBDocumentClient' || name === 'DynamoDBDocument';
}

function findWrapperCall(sourceCode: SourceCode, node: Node, wrappers: readonly string[]): Node | undefined {
  return findAncestor(node, (outer) => isWrapperCall(sourceCode, outer, wrappers));
}

function isWrapperCall(sourceCode: SourceCode, call: Node, wrappers: readonly string[]): boolean {
  if (!isCall(call)) return false;
  return (
    wrappers.includes(getLastName(call.callee)) ||
    wrappers.includes(resolveImport(sourceCode, call.callee)?.path.at(-1) ?? '')
  );
}
