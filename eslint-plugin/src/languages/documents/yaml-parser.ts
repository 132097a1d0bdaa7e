import { parser } from '@lezer/yaml';

/** A node of the syntax tree, as far as it is used here. */
export interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

/**
 * Parses YAML, and so JSON. It never fails. In the package that is published, the build puts the parser itself into this
 * file, which therefore imports nothing else.
 */
export function parseYaml(text: string): SyntaxNode {
  return parser.parse(text).topNode;
}
