import type { RegionSite } from '../../facts/region-site.ts';
import type { Node, SourceCode } from './ast.ts';
import { getNodeOf } from './place-of.ts';

/** The literal, the JSX text or the part of a template that a site stands in. */
export function getLiteralNode(sourceCode: SourceCode, { literal }: RegionSite): Node {
  return getNodeOf(sourceCode, literal);
}

/** The literal or the whole template that a node is a part of. */
export function getWholeLiteral(node: Node): Node {
  return node.type === 'TemplateElement' ? node.parent : node;
}
