/** Offsets in the text of the file. */
export type Range = [start: number, end: number];

interface NodeBase {
  /** What it stands in; undefined for the root. */
  parent: DocumentNode | undefined;
  /** The key or index under which it stands in its parent; undefined for the parts of an expression. */
  key: string | undefined;
  range: Range;
  /** A tag of YAML: `!Sub`. */
  tag?: string;
  /** Whether it is written with brackets or braces in YAML, where some characters mean more. */
  isFlow?: boolean;
}

/** A mapping of YAML, an object of JSON, a block or an object of HCL. */
export interface MapNode extends NodeBase {
  type: 'map';
  entries: Entry[];
}

export interface Entry {
  key: string;
  keyRange: Range;
  value: DocumentNode;
}

export interface ListNode extends NodeBase {
  type: 'list';
  items: DocumentNode[];
}

/** A string, number or other plain value. */
export interface ScalarNode extends NodeBase {
  type: 'scalar';
  /** As it is written, without quotes; escapes and interpolations (`${var.region}`) are left as they are. */
  text: string;
  /** Offsets of `text`. */
  range: Range;
  /** Offsets of all of it, with quotes and tag. */
  outer: Range;
  style: 'block' | 'double' | 'plain' | 'single';
  /** What is interpolated, where the format says so itself. */
  inner: DocumentNode[];
}

/** A name that stands for a value: `var.region`, `data.aws_region.current.name`. */
export interface ReferenceNode extends NodeBase {
  type: 'reference';
  text: string;
}

/** Anything that is computed from values. */
export interface ExpressionNode extends NodeBase {
  type: 'expression';
  operator: 'call' | 'comparison' | 'conditional' | 'for' | 'index' | 'operation';
  /** The function of a call. */
  name: string | undefined;
  operands: DocumentNode[];
}

export type DocumentNode = ExpressionNode | ListNode | MapNode | ReferenceNode | ScalarNode;

export interface Comment {
  /** The text without its marks. */
  value: string;
  range: Range;
}

/** A file as a tree, whatever its format. A file of several documents has a list at its root. */
export interface DocumentTree {
  root: DocumentNode;
  comments: Comment[];
  /** Whether something nests so deep that it was not read. */
  isCut?: boolean;
}

/** How deep a file may nest; what lies deeper is not read. */
export const maxDepth = 100;

/** Calls back for every node, the outer ones first. */
export function visitNodes(node: DocumentNode, visit: (node: DocumentNode) => void): void {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    visit(next);
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) open.push(child);
    }
  }
}

function childrenOf(node: DocumentNode): readonly DocumentNode[] {
  switch (node.type) {
    case 'map':
      return node.entries.map(({ value }) => value);
    case 'list':
      return node.items;
    case 'expression':
      return node.operands;
    case 'scalar':
      return node.inner;
    case 'reference':
      return [];
  }
}

/** The keys and indices that lead to a node from the root. */
export function getPath(node: DocumentNode): string[] {
  const path: string[] = [];
  for (let each: DocumentNode | undefined = node; each; each = each.parent) {
    if (each.key !== undefined) path.push(each.key);
  }
  return path.reverse();
}

/** The value under a key of a mapping, or under keys that lead further in; the first where there are several. */
export function getChild(node: DocumentNode | undefined, ...keys: string[]): DocumentNode | undefined {
  let found = node;
  for (const key of keys) {
    if (found?.type === 'map') found = found.entries.find((entry) => entry.key === key)?.value;
    else if (found?.type === 'list') found = found.items[Number(key)];
    else return undefined;
  }
  return found;
}

/** All values under a key of a mapping: blocks of HCL may be repeated. */
export function getChildren(node: DocumentNode | undefined, key: string): DocumentNode[] {
  if (node?.type !== 'map') return [];
  return node.entries.filter((entry) => entry.key === key).map(({ value }) => value);
}

/** The text of a scalar, or of a reference; undefined for anything else. */
export function getText(node: DocumentNode | undefined): string | undefined {
  return node?.type === 'scalar' || node?.type === 'reference' ? node.text : undefined;
}

/** Calls back for every entry of a mapping that itself holds a mapping. */
export function mapsIn(node: DocumentNode | undefined): { key: string; keyRange: Range; map: MapNode }[] {
  if (node?.type !== 'map') return [];
  return node.entries.flatMap(({ key, keyRange, value }) =>
    value.type === 'map' ? [{ key, keyRange, map: value }] : [],
  );
}
