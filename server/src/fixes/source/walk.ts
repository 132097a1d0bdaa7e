import type { SourceCode } from '../../lint/linted-file.ts';
import type { Node } from './nodes.ts';

/**
 * Whether a test holds for a node or anything in it.
 *
 * @param isClosed for which nodes not to look inside
 */
export function contains(
  { visitorKeys }: Pick<SourceCode, 'visitorKeys'>,
  root: Node,
  test: (node: Node) => boolean,
  isClosed: (node: Node) => boolean = () => false,
): boolean {
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    if (test(node)) return true;
    if (node !== root && isClosed(node)) continue;
    const parent = node as unknown as Record<string, Node | (Node | null)[] | null>;
    for (const key of visitorKeys[node.type] ?? []) {
      left.push(...[parent[key]].flat().filter((child) => child !== null && child !== undefined));
    }
  }
  return false;
}
