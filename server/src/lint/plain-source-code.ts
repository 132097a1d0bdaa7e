import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from 'eslint';
import type { ParsedFile } from '../parse/parsed-file.ts';
import { startTimeLimit } from './time-limit.ts';

type Node = TSESTree.Node;
interface Located {
  range: [number, number];
}

/**
 * A file as rules see it: ESLint's SourceCode without what needs tokens, which our parser does not give.
 *
 * @param text without its byte order mark
 * @param hasBOM whether there was one
 */
export function createPlainSourceCode(text: string, hasBOM: boolean, parsed: ParsedFile): SourceCode {
  const { ast, visitorKeys } = parsed;
  const { positionOf, offsetOf } = parsed.lines;
  const scopes = new Map<Node, unknown>();
  let lines: string[] | undefined;

  const sourceCode = {
    text,
    hasBOM,
    ast,
    get scopeManager() {
      return parsed.scopeManager;
    },
    visitorKeys,
    parserServices: {},
    get lines() {
      return (lines ??= text.split(/\r\n|[\r\n\u2028\u2029]/u));
    },
    getText: (node?: Node, before = 0, after = 0) =>
      node ? text.slice(Math.max(node.range[0] - before, 0), node.range[1] + after) : text,
    getLocFromIndex: positionOf,
    getIndexFromLoc: offsetOf,
    getRange: ({ range }: Located) => range,
    getLoc: ({ range }: Located) => ({ start: positionOf(range[0]), end: positionOf(range[1]) }),
    getParent: (node: Node) => node.parent,
    getAncestors,
    getAllComments: () => ast.comments ?? [],
    isTimeUp: startTimeLimit(),
    getDeclaredVariables: (node: Node) => parsed.scopeManager.getDeclaredVariables(node),
    getScope(node: Node) {
      const known = scopes.get(node);
      if (known !== undefined) return known;
      const scope = findScope(node, parsed.scopeManager);
      scopes.set(node, scope);
      return scope;
    },
  };
  return sourceCode as unknown as SourceCode;
}

/** All nodes around a node, the outermost first. */
function getAncestors(node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let each = node.parent; each; each = each.parent) ancestors.push(each);
  return ancestors.reverse();
}

/** The innermost scope that a node stands in. */
function findScope(node: Node, scopeManager: ParsedFile['scopeManager']): unknown {
  // A module has two scopes on its program; who asks for the program itself means the global one.
  const isInner = node.type !== 'Program';
  for (let each: Node | undefined = node; each; each = each.parent) {
    const scope = scopeManager.acquire(each, isInner);
    // The scope that holds nothing but the name of a function expression is not the one of its body.
    if (scope) return (scope.type as string) === 'function-expression-name' ? scope.childScopes[0] : scope;
  }
  return scopeManager.scopes[0];
}
