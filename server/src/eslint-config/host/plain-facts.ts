import type { FileFacts } from 'eslint-plugin-multi-region/facts';

/**
 * Facts that can be sent to another process: of each node, its type and its place are kept. What is one object in
 * several places stays one.
 */
export function toPlainFacts(facts: FileFacts): FileFacts {
  const plain = new Map<object, unknown>();

  function copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
    const known = plain.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      plain.set(value, list);
      for (const item of value) list.push(copy(item));
      return list;
    }
    const entries = Object.entries(isNode(value) ? pickPlace(value) : value);
    const record: Record<string, unknown> = {};
    plain.set(value, record);
    for (const [key, item] of entries) record[key] = copy(item);
    return record;
  }
  return copy(facts) as FileFacts;
}

interface Node {
  type: string;
  range: [number, number];
  loc: unknown;
}

function isNode(value: object): value is Node {
  return 'type' in value && 'loc' in value && 'range' in value;
}

function pickPlace({ type, range, loc }: Node): Node {
  return { type, range, loc };
}
