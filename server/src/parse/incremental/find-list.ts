import type { TextChange } from '../text-change.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';

/** A list of statements or class members, and what it has to stand in so that it means the same when parsed alone. */
export interface NodeList {
  /** The node that has the list as its `body`. */
  owner: TreeNode & { body: TreeNode[] };
  /** Where the list begins and ends, between its braces. */
  open: number;
  close: number;
  prefix: string;
  suffix: string;
  /** Takes the items out of the program that the whole was parsed to; undefined when it is not what it should be. */
  pick(program: TreeNode & { body: TreeNode[] }): TreeNode[] | undefined;
  /** Whether strings at its beginning are directives. */
  hasPrologue: boolean;
}

/** The list of the file's own statements. */
export function toList(program: TreeNode & { body: TreeNode[] }, length: number): NodeList {
  const pick: NodeList['pick'] = ({ body }) => body;
  return { owner: program, open: 0, close: length, prefix: '', suffix: '', pick, hasPrologue: true };
}

/**
 * Finds the innermost list around a change.
 *
 * @param statement one at the top of the file, which the change lies in
 * @param isTypeScript what the file is parsed as
 * @returns undefined where there is none that can be parsed alone
 */
export function findInnermostList(
  statement: TreeNode,
  { start, oldEnd }: TextChange,
  isTypeScript: boolean,
): NodeList | undefined {
  const isAround = (node: TreeNode) => node.start < start && oldEnd < node.end;
  let list: NodeList | undefined;
  // The function whose statements these are; outside of functions, `await` and `yield` mean something else.
  let owner: TreeNode | undefined;
  let next: TreeNode | undefined = statement;
  while (next) {
    const node: TreeNode = next;
    const { declare } = node as { declare?: boolean };
    if (declare === true || node.type === 'TSDeclareFunction') return undefined;
    if (isFunction(node)) owner = node;
    else if (/^(?:ClassBody|StaticBlock|TSModuleBlock)$/u.test(node.type)) owner = undefined;
    const { body } = node as { body?: TreeNode[] };
    if (Array.isArray(body) && body.length > 0 && oldEnd < node.end - 1) {
      if (node.type === 'ClassBody') list = toMembers(node, body, isTypeScript);
      else if (node.type === 'BlockStatement' && owner) list = toStatements(node, body, owner);
    }
    next = undefined;
    for (const child of childrenOf(node)) {
      if (!isAround(child)) continue;
      next = child;
      break;
    }
  }
  return list;
}

function isFunction({ type }: TreeNode): boolean {
  return /^(?:ArrowFunctionExpression|FunctionDeclaration|FunctionExpression)$/u.test(type);
}

function toMembers(node: TreeNode, body: TreeNode[], isTypeScript: boolean): NodeList {
  return {
    ...between(node, body),
    // Members may be abstract, and call `super`.
    prefix: `${isTypeScript ? 'abstract ' : ''}class A extends B{`,
    pick({ body: [found] }) {
      if (found?.type !== 'ClassDeclaration') return undefined;
      return (found as unknown as { body: { body: TreeNode[] } }).body.body;
    },
    hasPrologue: false,
  };
}

function toStatements(node: TreeNode, body: TreeNode[], owner: TreeNode): NodeList {
  const {
    async,
    generator,
    body: ownBody,
  } = owner as TreeNode & {
    async?: boolean;
    generator?: boolean;
    body: TreeNode;
  };
  return {
    ...between(node, body),
    prefix: `${async ? 'async ' : ''}function${generator ? '*' : ''} f(){`,
    pick({ body: [found] }) {
      if (found?.type !== 'FunctionDeclaration') return undefined;
      return (found as unknown as { body: { body: TreeNode[] } }).body.body;
    },
    hasPrologue: ownBody === node,
  };
}

function between(node: TreeNode, body: TreeNode[]) {
  const owner = Object.assign(node, { body });
  // No line break before the brace: it would end a line comment that swallows the brace in the file.
  return { owner, open: node.start + 1, close: node.end - 1, suffix: '}' };
}
