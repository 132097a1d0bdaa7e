import type { Comment } from 'oxc-parser';
import type { TextChange } from '../text-change.ts';
import type { NodeList } from './find-list.ts';
import { endsItself, findFrom, hasOuterDecorators, isStringStatement, type TreeNode } from './tree-node.ts';

/** A piece of a file that stands for itself, and has no errors. */
export interface ParsedPiece {
  program: TreeNode & { body: TreeNode[] };
  comments: Comment[];
}

/** Parses a piece of a file in the language of the file; undefined: not without errors, `broken`: not at all. */
export type ParsePiece = (text: string) => ParsedPiece | 'broken' | undefined;

/** A part of a list that was parsed anew. */
export interface NewPart {
  /** The new nodes; their offsets have to be moved by `base`. */
  body: TreeNode[];
  base: number;
  comments: Comment[];
  /** The nodes that they replace, by their indices in the list. */
  first: number;
  last: number;
  /** What was parsed, as offsets in the text before. */
  begin: number;
  oldEnd: number;
  /** Whether the first or last of the new nodes is what the list has already: it was parsed for its neighbour. */
  isFirstKept: boolean;
  isLastKept: boolean;
}

/** Which nodes of a list are parsed again. */
interface Selection {
  first: number;
  last: number;
  /** Whether a node in front of the change is among them, since the change may glue something to it. */
  hasHead: boolean;
  /** Whether one behind the change is among them, or the end of the list. */
  hasTail: boolean;
  isAtEnd: boolean;
}

/**
 * Parses the part of a list that a change touches, and its neighbours where the change may move the boundary between
 * them.
 *
 * @param before the text that the list was parsed from
 * @param after the text now
 * @returns undefined when it takes a larger part: on any doubt; `broken` when the text does not parse
 */
export function parsePart(
  list: NodeList,
  before: string,
  after: string,
  change: TextChange,
  parse: ParsePiece,
): NewPart | 'broken' | undefined {
  const { body: items } = list.owner;
  const selection = select(items, before, change);
  if (!selection) return undefined;
  const { first, last, hasHead, hasTail, isAtEnd } = selection;
  const oldHead = items[first];
  const oldTail = items[last];
  if (!oldHead || !oldTail) return undefined;
  const isFirst = first === 0;
  const mayStartWithDirective = isFirst && list.hasPrologue;
  if (!mayStartWithDirective && isStringStatement(oldHead)) return undefined;
  if (hasOuterDecorators(oldHead) || hasOuterDecorators(oldTail)) return undefined;

  const begin = isFirst ? list.open : oldHead.start;
  const oldEnd = isAtEnd ? list.close : oldTail.end;
  const piece = list.prefix + after.slice(begin, oldEnd + change.delta) + list.suffix;
  const result = parse(piece);
  if (!result || result === 'broken') return result;
  if (list.prefix !== '' && !fills(result.program, piece.length)) return undefined;
  const body = list.pick(result.program);
  if (!body) return undefined;

  const base = begin - list.prefix.length;
  const head = body[0];
  const tail = body.at(-1);
  if (head && !mayStartWithDirective && isStringStatement(head)) return undefined;
  if (body.some(hasOuterDecorators)) return undefined;
  if (hasHead && !(head?.type === oldHead.type && head.start + base === oldHead.start)) return undefined;
  // With both neighbours, it takes both to be found again.
  if (body.length < Number(hasHead) + Number(hasTail && !isAtEnd)) return undefined;
  if (!hasHead && !hasTail && body.length !== 1) return undefined;
  if (!isAtEnd) {
    if (tail?.type !== oldTail.type || tail.end + base !== oldTail.end + change.delta) return undefined;
    if (!hasTail && endsItself(tail) !== endsItself(oldTail)) return undefined;
    const oldStart = oldTail.start + (hasTail ? change.delta : 0);
    if (tail.start + base !== oldStart && !(isFirst && !hasTail)) return undefined;
  }
  return {
    body,
    base,
    comments: result.comments,
    first,
    last,
    begin,
    oldEnd,
    isFirstKept:
      hasHead && oldHead.end < change.start && head !== undefined && head.end + base === oldHead.end,
    isLastKept: hasTail && !isAtEnd && oldTail.start > change.oldEnd,
  };
}

function select(items: readonly TreeNode[], before: string, change: TextChange): Selection | undefined {
  const { start, oldEnd } = change;
  let first = findFrom(items, start);
  let end = first;
  while (end < items.length && (items[end]?.start ?? 0) <= oldEnd) end++;
  const only = end - first === 1 ? items[first] : undefined;
  const inside = only && start > only.start && oldEnd < only.end ? only : undefined;
  // Its first token stays what it is, so that the node in front ends where it did.
  const hasSameStart = inside !== undefined && /[\s(]/u.test(before.slice(inside.start, start));
  // It ends by itself, whatever follows.
  const hasOwnEnd = inside !== undefined && (before.charAt(inside.end - 1) === ';' || endsItself(inside));
  const hasHead = !hasSameStart && first > 0;
  if (hasHead) first--;
  const hasTail = !hasOwnEnd;
  const isAtEnd = hasTail && end >= items.length;
  const last = hasTail ? Math.min(end, items.length - 1) : end - 1;
  return first > last ? undefined : { first, last, hasHead, hasTail, isAtEnd };
}

/** Whether what was put around a piece ends where the piece does, and not before. */
function fills({ body }: { body: TreeNode[] }, length: number): boolean {
  return body.length === 1 && body[0]?.end === length;
}
