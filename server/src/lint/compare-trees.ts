import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { countUntil } from 'eslint-plugin-multi-region/facts';

/** A node of a syntax tree, as far as it is compared. */
interface Node {
  type: string;
  range: readonly [start: number, end: number];
}

/**
 * Compares a file before and after edits: what the edits do not touch has to be what it was, the same nodes at the places
 * to which they moved. That a text still parses proves little: `const{R='x'}=env` with `R='x'` for `R` glued to `const`
 * parses as well.
 *
 * @param before the tree of the text that the edits are for
 * @param after the tree of the text that they make
 * @param edits in the order of the text; they do not overlap
 * @param shift by how much the places of the edits are larger than those of the trees: 1 with a byte order mark
 * @returns the first node that is gone, by its type and its place before; undefined when all is well
 */
export function findLostNode(
  before: object,
  after: object,
  edits: readonly TextEdit[],
  shift = 0,
): Node | undefined {
  const places = edits.map(({ range: [start, end], text }) => ({
    start: start - shift,
    end: end - shift,
    change: text.length - (end - start),
  }));
  /** By how much the places behind so many edits move. */
  const moves = [0];
  for (const { change } of places) moves.push((moves.at(-1) ?? 0) + change);
  const found = new Set(listNodes(after).map(({ type, range }) => toKey(type, ...range)));

  return listNodes(before).find(({ type, range: [start, end] }) => {
    const first = countUntil(places, (place) => place.end >= start);
    const behind = countUntil(places, (place) => place.start > end);
    // Where an edit begins or ends with a node, or takes it in, that node may differ afterwards.
    const isTouched =
      first < behind && ((places[first]?.start ?? 0) <= start || (places[behind - 1]?.end ?? 0) >= end);
    if (isTouched || mayChange.has(type)) return false;
    return !found.has(toKey(type, start + (moves[first] ?? 0), end + (moves[behind] ?? 0)));
  });
}

/** A program starts where its parser wants it to; a template has more parts for each expression that is put in. */
const mayChange = new Set(['Program', 'TemplateElement']);

function toKey(type: string, start: number, end: number): string {
  return `${type} ${start} ${end}`;
}

/** Not the parts of a node that lead back up, or are no nodes. */
const others = new Set(['comments', 'loc', 'parent', 'range', 'tokens', 'value']);

function listNodes(root: object): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      for (const item of value) waiting.push(item);
    } else if (isNode(value)) {
      nodes.push(value);
      for (const [key, child] of Object.entries(value)) {
        if (!others.has(key) || (key === 'value' && isNode(child))) waiting.push(child);
      }
    }
  }
  return nodes;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'range' in value &&
    Array.isArray(value.range)
  );
}
