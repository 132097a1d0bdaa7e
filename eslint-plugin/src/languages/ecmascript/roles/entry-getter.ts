import { findAncestor, isFunction, type Node } from '../ast.ts';

/**
 * Whether a value is what an entry of a config module gives when it is asked:
 * `export const regions = { get primary() { return process.env.AWS_REGION ?? 'us-east-1'; } }`. Such a default is in the
 * one place that it should be in.
 */
export function isEntryGetter(literal: Node): boolean {
  const owner = findAncestor(literal, isFunction);
  const property = owner?.parent;
  if (property?.type !== 'Property' && property?.type !== 'MethodDefinition') return false;
  if (property.kind !== 'get') return false;
  return findAncestor(property, isFunction) === undefined;
}
