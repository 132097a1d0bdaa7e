import { createNodeFactory } from './node-factory.ts';
import {
  type Comment,
  type DocumentNode,
  type DocumentTree,
  type Entry,
  maxDepth,
  type Range,
} from './tree.ts';
import { parseYaml, type SyntaxNode } from './yaml-parser.ts';

/**
 * Reads YAML, and JSON as a part of it. It never fails: a template of Helm is read as far as it looks like YAML. Several
 * documents in one file become a list.
 *
 * @param text the file
 */
export function readYaml(text: string): DocumentTree {
  const create = createNodeFactory(text);
  const comments: Comment[] = [];
  if (isTooNested(text)) return { root: create.map([], [0, text.length]), comments, isCut: true };
  let isCut = false;
  const documents = childrenOf(parseYaml(text)).flatMap((child) => {
    if (child.name === 'Comment') readComment(child);
    return child.name === 'Document' ? [readContent(child, 0)] : [];
  });
  const [only] = documents;
  const root = only && documents.length === 1 ? only : create.list(documents, [0, text.length]);
  return { root, comments: comments.sort((a, b) => a.range[0] - b.range[0]), isCut };

  function readComment({ from, to }: SyntaxNode): void {
    comments.push({ value: text.slice(from, to).replace(/^#/, ''), range: [from, to] });
  }

  /** The value among the children of a node: behind its tag, anchor or key. */
  function readContent(node: SyntaxNode, depth: number): DocumentNode {
    let content: DocumentNode | undefined;
    for (const child of childrenOf(node)) {
      if (child.name === 'Comment') readComment(child);
      else if (valueNames.has(child.name)) content ??= readValue(child, depth);
    }
    return content ?? create.scalar([node.to, node.to], 'plain');
  }

  function readValue(node: SyntaxNode, depth: number): DocumentNode {
    const range: Range = [node.from, node.to];
    if (depth > maxDepth) {
      isCut = true;
      return create.reference('', range);
    }
    switch (node.name) {
      case 'BlockMapping':
        return create.map(readEntries(node, depth), range);
      case 'FlowMapping':
        return Object.assign(create.map(readEntries(node, depth), range), { isFlow: true });
      case 'BlockSequence':
        return create.list(readItems(node, depth), range);
      case 'FlowSequence':
        return Object.assign(create.list(readItems(node, depth), range), { isFlow: true });
      case 'Tagged':
        return readTagged(node, depth);
      case 'Anchored':
        return readContent(node, depth + 1);
      case 'Alias':
        return create.reference(text.slice(node.from + 1, node.to), range);
      case 'QuotedLiteral': {
        const style = text.charAt(node.from) === "'" ? 'single' : 'double';
        const isClosed = node.to - node.from > 1 && text.charAt(node.to - 1) === text.charAt(node.from);
        return create.scalar([node.from + 1, isClosed ? node.to - 1 : node.to], style, [], range);
      }
      case 'BlockLiteral': {
        const content = childrenOf(node).find(({ name }) => name === 'BlockLiteralContent');
        return create.scalar([content?.from ?? node.to, content?.to ?? node.to], 'block', [], range);
      }
      default:
        return create.scalar(range, 'plain');
    }
  }

  function readTagged(node: SyntaxNode, depth: number): DocumentNode {
    const tag = node.firstChild?.name === 'Tag' ? text.slice(node.firstChild.from, node.firstChild.to) : '';
    const value = readContent(node, depth + 1);
    value.tag = tag;
    if (value.type === 'scalar') value.outer = [node.from, node.to];
    return value;
  }

  function readEntries(node: SyntaxNode, depth: number): Entry[] {
    const entries: Entry[] = [];
    for (const child of childrenOf(node)) {
      if (child.name === 'Comment') readComment(child);
      if (child.name !== 'Pair') continue;
      const key = childrenOf(child).find(({ name }) => name === 'Key');
      const keyRange: Range = key ? trimQuotes([key.from, key.to]) : [child.from, child.from];
      entries.push(create.entry(text.slice(...keyRange), keyRange, readContent(child, depth + 1)));
    }
    return entries;
  }

  function trimQuotes([start, end]: Range): Range {
    const quote = text.charAt(start);
    const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.charAt(end - 1) === quote;
    return isQuoted ? [start + 1, end - 1] : [start, end];
  }

  function readItems(node: SyntaxNode, depth: number): DocumentNode[] {
    return childrenOf(node).flatMap((child) => {
      if (child.name === 'Comment') readComment(child);
      return child.name === 'Item' ? [readContent(child, depth + 1)] : [];
    });
  }
}

const nestedMarks = /(?:(?:[-?|]|[\w.-]{0,40}:|[&!]{1,2}[^\s&!]*)[ \t]+){200}/;

/** Whether a text nests deeper than any file that a person wrote. The parser would take the square of its depth for it. */
function isTooNested(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) {
      if (++depth > 4 * maxDepth) return true;
    } else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return nestedMarks.test(text);
}

const valueNames = new Set([
  'Alias',
  'Anchored',
  'BlockLiteral',
  'BlockMapping',
  'BlockSequence',
  'FlowMapping',
  'FlowSequence',
  'Literal',
  'QuotedLiteral',
  'Tagged',
]);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
