import type { TSESTree } from '@typescript-eslint/utils';
import type { ProgramModule } from './module.ts';

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Where in the program something stands. */
export interface Spot {
  module: ProgramModule;
  node: TSESTree.Node;
}

/** What an expression is, as far as regions may flow through it. Objects are looked into when they are asked. */
export type Value =
  | { kind: 'text'; text: string; spot: Spot; via?: readonly Spot[] }
  /** A variable of the environment, and what holds when it is not set. */
  | { kind: 'variable'; name: string; spot: Spot; fallback: Value | undefined; via?: readonly Spot[] }
  /** One of several, depending on what the program does. */
  | { kind: 'either'; of: readonly Value[] }
  | { kind: 'object'; get: (key: string) => Value }
  | { kind: 'list'; of: readonly Value[] }
  /** `process.env`, or what a schema makes of it. */
  | { kind: 'environment'; getDefault?: (name: string) => Value | undefined }
  | { kind: 'function'; node: FunctionNode; module: ProgramModule; frame: Frame | undefined }
  | { kind: 'class'; node: ClassNode; module: ProgramModule; frame: Frame | undefined }
  /** What the callers of a function choose: an argument, or a member of one. */
  | {
      kind: 'parameter';
      owner: FunctionNode;
      module: ProgramModule;
      index: number;
      path: readonly string[];
      fallback: Value | undefined;
    }
  /** `undefined`, `null`, a member that is not there. */
  | { kind: 'nothing' }
  | { kind: 'unknown' };

/** A call in progress: what the parameters of a function are. */
export interface Frame {
  owner: FunctionNode;
  /** Those that the caller gives. */
  args: readonly Value[];
  /** What `this` is in it. */
  self: Value | undefined;
  outer: Frame | undefined;
}

export const unknown: Value = { kind: 'unknown' };
export const nothing: Value = { kind: 'nothing' };

/** Notes that a value was read from a constant, a member or a field: the places between its use and where it is written. */
export function passOn(value: Value, spot: Spot): Value {
  switch (value.kind) {
    case 'text':
    case 'variable':
      return { ...value, via: [...(value.via ?? []), spot] };
    case 'either':
      return { kind: 'either', of: value.of.map((each) => passOn(each, spot)) };
    default:
      return value;
  }
}

/** What may be more things than this is not known: each use would look through all of them. */
export const mostAlternatives = 100;

/** One of several values; alternatives of alternatives are flat, and the same thing is there once. */
export function either(values: readonly Value[]): Value {
  const distinct = new Map<unknown, Value>();
  for (const value of values) {
    for (const each of value.kind === 'either' ? value.of : [value]) {
      const key = identityOf(each);
      if (!distinct.has(key)) distinct.set(key, each);
    }
    if (distinct.size <= mostAlternatives) continue;
    const most = [...distinct.values()].filter(({ kind }) => kind !== 'unknown').slice(0, mostAlternatives);
    return { kind: 'either', of: [...most, unknown] };
  }
  const [only = unknown] = distinct.values();
  return distinct.size <= 1 ? only : { kind: 'either', of: [...distinct.values()] };
}

/** The same for values that are the same thing. */
function identityOf(value: Value): unknown {
  switch (value.kind) {
    case 'text': {
      const { node, module } = value.spot;
      // A template may hold several texts.
      return node.type === 'TemplateLiteral' ? `${module.path}:${node.range[0]}:${value.text}` : node;
    }
    case 'nothing':
    case 'unknown':
      return value.kind;
    default:
      return value;
  }
}

/** `left ?? right`, `left || right`: the second only counts where the first may be missing. */
export function firstOf(left: Value, right: Value): Value {
  switch (left.kind) {
    case 'nothing':
      return right;
    case 'text':
      return left.text === '' ? right : left;
    case 'variable':
    case 'parameter':
      return { ...left, fallback: left.fallback ? firstOf(left.fallback, right) : right };
    case 'either':
      return either(left.of.map((value) => firstOf(value, right)));
    case 'unknown':
      return either([unknown, right]);
    default:
      return left;
  }
}
