import type { Node, SourceCode } from './ast.ts';
import { countUntil } from '../../count-until.ts';

/**
 * The innermost node that covers an offset. The analysis starts from regions found in the text, so
 * it looks up the few nodes that hold them instead of walking the whole tree.
 *
 * @param sourceCode the parsed file
 * @param offset a position in its text
 * @returns the program itself where nothing else covers it
 */
export function getNodeAt(sourceCode: SourceCode, offset: number): Node {
  let node: Node = sourceCode.ast;
  for (;;) {
    const child = getChildAt(sourceCode, node, offset);
    if (!child) return node;
    node = child;
  }
}

function getChildAt({ visitorKeys }: SourceCode, node: Node, offset: number): Node | undefined {
  for (const key of visitorKeys[node.type] ?? []) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      const item = findInList(value as (Node | null)[], offset);
      if (item) return item;
      const decorator = node.type === 'Program' ? findDecorator(value as Node[], offset) : undefined;
      if (decorator) return decorator;
    } else if (value && covers(value as Node, offset)) {
      return value as Node;
    }
  }
  return undefined;
}

/** `@Module({ … }) export class Shop {}`: the decorators of an exported class stand in front of its node. */
function findDecorator(statements: readonly Node[], offset: number): Node | undefined {
  const next = statements[countUntil(statements, ({ range }) => range[0] > offset)];
  const declaration =
    next?.type === 'ExportNamedDeclaration' || next?.type === 'ExportDefaultDeclaration'
      ? next.declaration
      : undefined;
  if (declaration?.type !== 'ClassDeclaration') return undefined;
  // Not every parser has decorators.
  const { decorators } = declaration as Partial<typeof declaration>;
  return decorators?.find((decorator) => covers(decorator, offset));
}

/** Halves a list of siblings, which stand in the order of the file; holes are null. */
function findInList(list: readonly (Node | null)[], offset: number): Node | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let index = middle;
    while (index < high && !list[index]) index++;
    const item = list[index];
    if (!item || offset < item.range[0]) high = middle;
    else if (offset < item.range[1]) return item;
    else low = index + 1;
  }
  return undefined;
}

function covers(node: Node, offset: number): boolean {
  return node.range[0] <= offset && offset < node.range[1];
}
