import type {
  DocumentNode,
  Entry,
  ExpressionNode,
  ListNode,
  MapNode,
  Range,
  ReferenceNode,
  ScalarNode,
} from './tree.ts';

/** Makes nodes that know their parents. Children come first, so a node takes its own in. */
export interface NodeFactory {
  map(entries: Entry[], range: Range): MapNode;
  entry(key: string, keyRange: Range, value: DocumentNode): Entry;
  list(items: DocumentNode[], range: Range): ListNode;
  scalar(range: Range, style: ScalarNode['style'], inner?: DocumentNode[], outer?: Range): ScalarNode;
  reference(text: string, range: Range): ReferenceNode;
  expression(
    operator: ExpressionNode['operator'],
    name: string | undefined,
    operands: DocumentNode[],
    range: Range,
  ): ExpressionNode;
}

/**
 * Makes a factory of nodes.
 *
 * @param text of the file, from which scalars are cut
 */
export function createNodeFactory(text: string): NodeFactory {
  return {
    map(entries, range) {
      const node: MapNode = { parent: undefined, key: undefined, type: 'map', entries, range };
      for (const { value } of entries) value.parent = node;
      return node;
    },
    entry(key, keyRange, value) {
      value.key = key;
      return { key, keyRange, value };
    },
    list(items, range) {
      const node: ListNode = { parent: undefined, key: undefined, type: 'list', items, range };
      for (const [index, item] of items.entries()) {
        item.parent = node;
        item.key = String(index);
      }
      return node;
    },
    scalar(range, style, inner = [], outer = range) {
      const node: ScalarNode = {
        parent: undefined,
        key: undefined,
        type: 'scalar',
        text: text.slice(...range),
        range,
        outer,
        style,
        inner,
      };
      for (const each of inner) each.parent = node;
      return node;
    },
    reference: (name, range) => ({ parent: undefined, key: undefined, type: 'reference', text: name, range }),
    expression(operator, name, operands, range) {
      const node: ExpressionNode = {
        parent: undefined,
        key: undefined,
        type: 'expression',
        operator,
        name,
        operands,
        range,
      };
      for (const each of operands) each.parent = node;
      return node;
    },
  };
}
