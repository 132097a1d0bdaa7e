import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../lint/linted-file.ts';

export type Node = TSESTree.Node;

/** The innermost node that covers an offset of the parsed text; undefined outside the program. */
export function getNodeAt({ ast, visitorKeys }: SourceCode, offset: number): Node | undefined {
  let found: Node | undefined;
  let node: Node | undefined = ast;
  while (node) {
    const covering: Node = node;
    found = covering;
    node = (visitorKeys[covering.type] ?? [])
      .flatMap((key) => (covering as unknown as Record<string, Node | (Node | null)[] | null>)[key] ?? [])
      .find((child) => child && child.range[0] <= offset && offset < child.range[1]) as Node | undefined;
  }
  return found;
}

/** The nearest node around a node, or the node itself, for which the test holds. */
export function findAround<T extends Node>(
  node: Node | undefined,
  test: (node: Node) => node is T,
): T | undefined;
export function findAround(node: Node | undefined, test: (node: Node) => boolean): Node | undefined;
export function findAround(node: Node | undefined, test: (node: Node) => boolean): Node | undefined {
  for (let current = node; current; current = current.parent) {
    if (test(current)) return current;
  }
  return undefined;
}

/** The statement or class member that a node is part of: comments can stand before it and behind it. */
export function findStatement(node: Node | undefined): Node | undefined {
  return findAround(node, (inner) => {
    switch (inner.parent?.type) {
      case 'Program':
      case 'BlockStatement':
      case 'StaticBlock':
      case 'ClassBody':
      case 'TSModuleBlock':
        return true;
      case 'SwitchCase':
        return inner.parent.test !== inner;
      default:
        return false;
    }
  });
}
