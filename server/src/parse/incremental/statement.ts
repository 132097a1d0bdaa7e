import { analyze, type Reference, type ScopeManager, type Variable } from '@typescript-eslint/scope-manager';
import { NodeLocation, type CurrentLines } from '../node-location.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';

type Scope = ScopeManager['scopes'][number];

/** A statement at the top of a file, with its scopes: they were found without looking at the other statements. */
export interface Statement {
  node: TreeNode;
  /** All nodes of it, in no order. */
  nodes: TreeNode[];
  manager: ScopeManager;
  /** The part of the module's scope that is the statement's. */
  moduleScope: Scope;
  /** What it declares in the module. */
  declared: ReadonlyMap<string, Variable>;
  /** What it reads and does not declare itself, by names. */
  through: ReadonlyMap<string, readonly Reference[]>;
}

/**
 * Gives oxc's nodes what ESLint expects of them: `range`, `loc` and `parent`.
 *
 * @param node the topmost
 * @param base what its offsets have to be moved by
 * @param nodes gets all of them
 */
export function linkNodes(
  node: TreeNode,
  parent: TreeNode,
  base: number,
  file: CurrentLines,
  nodes: TreeNode[],
): void {
  node.parent = parent;
  const stack = [node];
  for (let each = stack.pop(); each; each = stack.pop()) {
    locate(each, base, file);
    nodes.push(each);
    for (const child of childrenOf(each)) {
      child.parent = each;
      stack.push(child);
    }
  }
}

/** Gives a node or a comment its `range` and `loc`. */
export function locate(node: Omit<TreeNode, 'parent'>, base: number, file: CurrentLines): void {
  node.start += base;
  node.end += base;
  node.range = [node.start, node.end];
  node.loc = new NodeLocation(node, file);
}

/**
 * Finds the scopes of a statement.
 *
 * @param node linked already
 * @param nodes all nodes of it
 */
export function analyzeStatement(node: TreeNode, nodes: TreeNode[]): Statement {
  const { range, loc } = node;
  const program = {
    type: 'Program',
    body: [node],
    sourceType: 'module',
    range,
    loc,
    comments: [],
    tokens: [],
  };
  const manager = analyze(program as unknown as Parameters<typeof analyze>[0], {
    sourceType: 'module',
    lib: [],
  });
  // The first is the global one.
  const moduleScope = manager.scopes[1];
  if (!moduleScope) throw new Error('A module has no scope.');
  const through = new Map<string, Reference[]>();
  for (const reference of moduleScope.through) {
    const { name } = reference.identifier as { name: string };
    const known = through.get(name);
    if (known) known.push(reference);
    else through.set(name, [reference]);
  }
  return { node, nodes, manager, moduleScope, declared: moduleScope.set, through };
}
