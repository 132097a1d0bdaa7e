import type { DocumentFile } from './place.ts';
import { readYaml } from './read-yaml.ts';
import { type DocumentNode, type ScalarNode, visitNodes } from './tree.ts';

/**
 * Reads a document inside of a document: a policy as JSON in a heredoc.
 *
 * @returns its root, below the scalar; undefined for any other text
 */
export function readEmbedded(file: DocumentFile, node: ScalarNode): DocumentNode | undefined {
  if (node.style !== 'block' || !/^\s*[{[]/.test(node.text) || !node.text.includes(':')) return undefined;
  if (/^(?:Fn|DashboardBody)/.test(node.key ?? '')) return undefined;
  const { root } = readYaml(node.text);
  if (root.type !== 'map' && root.type !== 'list') return undefined;
  const [offset] = node.range;
  visitNodes(root, (each) => {
    each.range = [each.range[0] + offset, each.range[1] + offset];
    if (each.type === 'scalar') {
      each.outer = [each.outer[0] + offset, each.outer[1] + offset];
      each.style = 'block';
    }
  });
  root.parent = node;
  // The tag of the text that all of it stands in: `!Sub |`.
  if (node.tag !== undefined) root.tag = node.tag;
  return file.text.length > 0 ? root : undefined;
}
