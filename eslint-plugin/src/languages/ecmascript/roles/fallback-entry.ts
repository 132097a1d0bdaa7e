import type { Arrival } from '../arrival.ts';
import { remember } from '../../../remember.ts';
import { findAncestor, getKeyName, isFunction, type Node, type SourceCode, unwrap } from '../ast.ts';

/**
 * Whether an entry of a map is read for the case that another is missing: `arns[region] ?? arns['us-east-1']`,
 * `region in arns ? arns[region] : arns['us-east-1']`, `arns.get(region) ?? arns.get('us-east-1')`.
 *
 * @param entry the member, or the call of `get`
 */
export function isFallbackEntry({ text }: SourceCode, entry: Node): boolean {
  const map = getMap(entry);
  const { parent } = entry;
  if (!map || !parent) return false;
  if (parent.type === 'LogicalExpression')
    return parent.right === entry && parent.operator !== '&&' && isOther(parent.left);
  if (parent.type !== 'ConditionalExpression') return false;
  return (
    (parent.alternate === entry && isOther(parent.consequent)) ||
    (parent.consequent === entry && isOther(parent.alternate))
  );

  function isOther(node: Node): boolean {
    const other = unwrap(node);
    const its = getMap(other);
    return its !== undefined && map !== undefined && text.slice(...its.range) === text.slice(...map.range);
  }
}

/** The map of `map[key]` and of `map.get(key)`. */
function getMap(entry: Node): Node | undefined {
  if (entry.type === 'MemberExpression') return entry.computed ? entry.object : undefined;
  if (entry.type !== 'CallExpression' || entry.callee.type !== 'MemberExpression') return undefined;
  return getKeyName(entry.callee) === 'get' ? entry.callee.object : undefined;
}

/**
 * Whether a function returns a region for the case that something better cannot be had: in the catch clause of what
 * returns it otherwise, or behind a variable of the environment.
 */
export function isReturnedFallback(sourceCode: SourceCode, { by, path }: Arrival): boolean {
  if (path.length > 0) return false;
  const owner = findAncestor(by, isFunction);
  const clause = findAncestor(by, (node) => node.type === 'CatchClause' || isFunction(node));
  if (!owner) return false;
  return clause?.type === 'CatchClause'
    ? returnsValue(clause.parent.block, sourceCode)
    : returnsVariable(owner, sourceCode);
}

const returnsValue = remember((node: Node, { text }: SourceCode) =>
  /\breturn\s+(?!['"`])\S/.test(text.slice(...node.range)),
);

const returnsVariable = remember((node: Node, { text }: SourceCode) =>
  /\breturn\s+\(?(?:process|import\.meta|Bun)\.env\b/.test(text.slice(...node.range)),
);
