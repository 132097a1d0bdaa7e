import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Comment, Program } from 'oxc-parser';
import type { LineIndex, Position } from './lines.ts';
import { NodeLocation } from './node-location.ts';

/** A node on its way to ESTree: oxc gives `start` and `end`; ESLint wants the rest. */
interface MutableNode {
  type: string;
  start: number;
  end: number;
  range: [number, number];
  loc: { start: Position; end: Position };
  parent: MutableNode | null;
}

/**
 * Gives oxc's program and comments what ESLint expects of a parser: `range`, `loc` and `parent` on every node,
 * comments and (empty) tokens on the program. Works in place.
 *
 * @param program oxc's TypeScript-flavoured AST
 * @param comments in the order of the file
 * @param lines of the text
 */
export function toEstree(program: Program, comments: readonly Comment[], lines: LineIndex): TSESTree.Program {
  const file = { lines };
  const locate = (node: Omit<MutableNode, 'parent'>) => {
    node.range = [node.start, node.end];
    node.loc = new NodeLocation(node, file);
  };
  walk(program as unknown as MutableNode, locate);
  const ast = program as unknown as TSESTree.Program;
  ast.comments = comments.filter(isOfUse) as unknown as TSESTree.Comment[];
  for (const comment of ast.comments) locate(comment as unknown as MutableNode);
  // No rule of ours reads tokens; ESLint itself needs the array only.
  ast.tokens = [];
  return ast;
}

/** Drops `/* eslint semi: 2 *\/`: other people's rules must not run here, where they find no tokens. */
export function isOfUse({ type, value }: Comment): boolean {
  return !(type === 'Block' && /^\s*eslint\s/u.test(value) && !value.includes('multi-region/'));
}

function walk(root: MutableNode, enter: (node: MutableNode) => void): void {
  root.parent = null;
  // A stack of its own: long chains of `a + b + …` nest deeper than calls may.
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    enter(node);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const item of child as (MutableNode | null)[]) {
          if (!item) continue;
          item.parent = node;
          stack.push(item);
        }
      } else if (child) {
        (child as MutableNode).parent = node;
        stack.push(child as MutableNode);
      }
    }
  }
}
