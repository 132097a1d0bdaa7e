import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap } from 'eslint-plugin-multi-region/ecmascript';
import type { FunctionNode } from './value.ts';

type Node = TSESTree.Node;

/** The name of a member, where it is written down: of `a.b`, `a['b']`, `{ b: 1 }`, `b = 1` in a class. */
export function keyOf(node: { computed?: boolean; key?: Node; property?: Node }): string | undefined {
  const key = node.key ?? node.property;
  if (!key) return undefined;
  if (!node.computed && key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

/** `a.b.c` as a text; undefined for anything else. */
export function dottedName(node: Node): string | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name;
    case 'ThisExpression':
      return 'this';
    case 'MetaProperty':
      return `${inner.meta.name}.${inner.property.name}`;
    case 'MemberExpression': {
      const object = dottedName(inner.object);
      const key = keyOf(inner);
      return object === undefined || key === undefined ? undefined : `${object}.${key}`;
    }
    default:
      return undefined;
  }
}

const returns = new WeakMap<FunctionNode, readonly Node[]>();

/** What a function returns, in the order of the code; searched once. */
export function returnsOf(owner: FunctionNode): readonly Node[] {
  let found = returns.get(owner);
  if (!found) returns.set(owner, (found = findReturns(owner)));
  return found;
}

function findReturns(owner: FunctionNode): Node[] {
  if (owner.body.type !== 'BlockStatement') return [owner.body];
  const found: Node[] = [];
  visit(owner.body, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return !isFunction(node) && !isClass(node);
  });
  return found;
}

/** Calls `enter` for a node and all below it, in the order of the code, as far as it returns true. */
export function visit(root: Node, enter: (node: Node) => boolean): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!enter(node)) continue;
    const keys = visitorKeys[node.type] ?? [];
    // Backwards, so that the first one is taken first.
    for (let index = keys.length - 1; index >= 0; index--) {
      const value = (node as unknown as Record<string, unknown>)[keys[index] ?? ''];
      if (Array.isArray(value)) {
        for (let at = value.length - 1; at >= 0; at--) if (value[at]) stack.push(value[at] as Node);
      } else if (value) stack.push(value as Node);
    }
  }
}

/** How to get from a pattern to one of the names that it binds: `{ a: { b = 1 } }` -> `a`, `b`, with the default. */
export function pathInto(
  pattern: Node,
  name: Node,
): { path: string[]; fallback: Node | undefined } | undefined {
  if (pattern === name) return { path: [], fallback: undefined };
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const inner = pathInto(pattern.left, name);
      return inner && { ...inner, fallback: inner.fallback ?? pattern.right };
    }
    case 'TSParameterProperty':
      return pathInto(pattern.parameter, name);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type !== 'Property') continue;
        const inner = pathInto(property.value, name);
        const key = keyOf(property);
        if (inner) return key === undefined ? undefined : { ...inner, path: [key, ...inner.path] };
      }
      return undefined;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        const inner = element && pathInto(element, name);
        if (inner) return { ...inner, path: [String(index), ...inner.path] };
      }
      return undefined;
    default:
      return undefined;
  }
}
