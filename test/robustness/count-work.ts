import type { Linter } from 'eslint';

type Parsed = Linter.ESLintParseResult;

/** What a run cost, in numbers that a faster or a busier machine does not change. */
export interface Work {
  /** How often the nodes of the tree and the references of its variables were looked at. */
  looks: number;
  /** How many characters regular expressions and searches went over. */
  characters: number;
}

/**
 * Counts the work of a run over a parsed file.
 *
 * @param parsed is changed: its nodes and references get properties that count
 * @param run synchronous
 */
export function countWork(parsed: Parsed, run: () => void): Work {
  const counter = countLooks(parsed);
  const characters = countCharacters(run);
  return { looks: counter.looks, characters };
}

function countLooks({ ast, scopeManager, visitorKeys = {} }: Parsed): { looks: number } {
  const counter = { looks: 0 };
  function watch(object: object, key: string): void {
    const value: unknown = Reflect.get(object, key);
    const get = () => {
      counter.looks += 1;
      return typeof value === 'function' ? (value as () => unknown).bind(object) : value;
    };
    Object.defineProperty(object, key, { get, configurable: true });
  }

  const nodes: { type: string }[] = [ast];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    for (const key of visitorKeys[node.type] ?? []) {
      for (const child of [Reflect.get(node, key) as unknown].flat() as (typeof node | null | undefined)[]) {
        if (child) nodes.push(child);
      }
    }
    watch(node, 'type');
    watch(node, 'range');
  }
  for (const reference of scopeManager?.scopes.flatMap(({ references }) => references) ?? []) {
    watch(reference, 'isRead');
    watch(reference, 'isWrite');
  }
  return counter;
}

/* eslint-disable @typescript-eslint/unbound-method -- they are called with what they are called on */
function countCharacters(run: () => void): number {
  const { exec } = RegExp.prototype;
  const { includes, indexOf } = String.prototype;
  let characters = 0;

  RegExp.prototype.exec = function (this: RegExp, text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const isAnchored = this.sticky || this.source.startsWith('^');
    characters += match ? match.index + match[0].length - from : isAnchored ? 1 : text.length - from;
    return match;
  };
  String.prototype.indexOf = function (this: string, text, from = 0) {
    const index = indexOf.call(this, text, from);
    characters += (index < 0 ? this.length : index) - from;
    return index;
  };
  String.prototype.includes = function (this: string, text, from = 0) {
    return this.indexOf(text, from) !== -1; // eslint-disable-line @typescript-eslint/prefer-includes -- it is includes
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    String.prototype.indexOf = indexOf;
    String.prototype.includes = includes;
  }
  return characters;
}
