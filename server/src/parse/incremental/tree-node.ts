import { visitorKeys } from '@typescript-eslint/visitor-keys';

/** A node of a tree that is kept and moved. Properties beyond these depend on its type. */
export interface TreeNode {
  type: string;
  start: number;
  end: number;
  range: [start: number, end: number];
  loc: object;
  parent: TreeNode | null;
}

/** The nodes right below a node, in the order of the grammar. */
export function* childrenOf(node: TreeNode): Generator<TreeNode> {
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, TreeNode | (TreeNode | null)[] | null | undefined>)[key];
    if (Array.isArray(child)) {
      for (const item of child) if (item) yield item;
    } else if (child) yield child;
  }
}

/** Moves nodes, or comments. */
export function move(nodes: readonly Pick<TreeNode, 'end' | 'range' | 'start'>[], delta: number): void {
  if (delta === 0) return;
  for (const node of nodes) {
    node.start += delta;
    node.end += delta;
    node.range[0] += delta;
    node.range[1] += delta;
  }
}

/**
 * Finds where an offset falls in a list.
 *
 * @param nodes in the order of the text
 * @returns the index of the first node that ends at or behind the offset; the length where none does
 */
export function findFrom(nodes: readonly Pick<TreeNode, 'end'>[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a statement or member ends by itself, whatever follows. */
export function endsItself(node: TreeNode): boolean {
  const { declaration } = node as { declaration?: TreeNode | null };
  const { type } =
    /^Export(?:Named|Default)Declaration$/u.test(node.type) && declaration ? declaration : node;
  return /^(?:FunctionDeclaration|ClassDeclaration|TSInterfaceDeclaration|TSEnumDeclaration|TSModuleDeclaration)$/u.test(
    type,
  );
}

/** Whether a statement makes a module of its file. */
export function isModuleSyntax({ type }: TreeNode): boolean {
  return /^(?:Import|Export|TSExportAssignment|TSImportEquals)/u.test(type);
}

/** Whether a statement is a string and nothing else, which is a directive or becomes one with its place. */
export function isStringStatement(node: TreeNode): boolean {
  const { type, expression } = node as { expression?: TreeNode } & TreeNode;
  return type === 'ExpressionStatement' && expression?.type === 'Literal';
}

/** Whether decorators stand in front of a node's own range: `@sealed export class A {}`. */
export function hasOuterDecorators(node: TreeNode): boolean {
  const { declaration } = node as { declaration?: ({ decorators?: TreeNode[] } & TreeNode) | null };
  return (declaration?.decorators ?? []).some(({ start }) => start < node.start);
}
