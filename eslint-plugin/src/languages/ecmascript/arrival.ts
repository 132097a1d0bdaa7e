import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from './ast.ts';

/**
 * A step on the way to a value inside another one: a property's name, an element's index, `*` for a
 * key that is not known, `()` for what a function returns.
 */
export type Path = readonly string[];

/** How a value has come to where it arrives. */
export interface Trail {
  /** The names it went by, the first first: constants, properties, parameters, fields. */
  names: readonly string[];
  /** The `||`, `??`, default or condition that makes it the second choice. */
  fallback: Node | undefined;
  /** It is one of several values that a variable or field is given. */
  isReassigned: boolean;
  /** It is one entry of a map or list that is read by a key which only run time knows. */
  isEntry: boolean;
  /** Objects and arrays it was put into, the innermost first. */
  containers: readonly (TSESTree.ArrayExpression | TSESTree.ObjectExpression)[];
  /** Functions that return it, the innermost first. */
  returnedBy: readonly FunctionNode[];
}

export type ArrivalKind =
  | 'argument' // f(value)
  | 'assignment' // a.b = value
  | 'comparison' // x === value, case value:, switch (value)
  | 'computed-key' // map[value]
  | 'concatenation' // value + '…'
  | 'declaration' // const name = value: where it is given a name; it is followed further
  | 'export' // export const name = value, module.exports = value
  | 'jsx' // <a b={value}>, <a>{value}</a>
  | 'lookup' // value[key], where value is an object or array that holds the region
  | 'method' // value.includes(…)
  | 'other'
  | 'property-key' // { value: … }
  | 'return' // return value: where a function ends with it; it is followed further
  | 'template' // `…${value}…`
  | 'type'; // type X = value, enum members

/** A place where a value stops being passed on, or is handed to something. */
export interface Arrival {
  kind: ArrivalKind;
  /** The expression that carries the value there. */
  node: Node;
  /** What takes it: the call, the assignment, the comparison … */
  by: Node;
  /** Where inside the value of `node` the region is. */
  path: Path;
  /** The argument's position; -1 for other kinds. */
  index: number;
  trail: Trail;
}
