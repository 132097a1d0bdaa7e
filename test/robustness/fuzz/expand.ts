import type { Random } from './random.ts';

/**
 * What each symbol may become. In a production `%name` stands for a symbol, `%name~` for it or nothing,
 * `%name*` for none to three of it, `%name#` for none to three with commas between.
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

interface Part {
  symbol: string;
  suffix: string;
  /** The literal text behind it. */
  after: string;
}

interface Production {
  before: string;
  parts: readonly Part[];
  /** How many productions deep it goes at the least. */
  height: number;
}

/** Adds the productions of several grammars up. */
export function mergeGrammars(...grammars: readonly Grammar[]): Grammar {
  const merged: Record<string, string[]> = {};
  for (const grammar of grammars) {
    for (const [symbol, productions] of Object.entries(grammar)) (merged[symbol] ??= []).push(...productions);
  }
  return merged;
}

/**
 * Prepares a grammar for writing texts.
 *
 * @returns a function that writes a text for a symbol; the larger its budget of productions, the longer the text
 */
export function createWriter(grammar: Grammar): (random: Random, start: string, budget: number) => string {
  const rules = new Map(Object.entries(grammar).map(([symbol, texts]) => [symbol, texts.map(parse)]));
  measure(rules);
  for (const productions of rules.values()) productions.sort((a, b) => a.height - b.height);

  return (random, start, budget) => {
    let left = budget;
    return write(start, Infinity);

    /** `height`: how many productions deep it may still go. */
    function write(symbol: string, height: number): string {
      left -= 1;
      const limit = left > 0 ? height : Math.min(height, heightAtTheEnd);
      const { before, parts } = choose(symbol, limit);
      let text = before;
      for (const part of parts) text += repeat(part, limit - 1) + part.after;
      return text;
    }

    function choose(symbol: string, limit: number): Production {
      const productions = rules.get(symbol) ?? [];
      const [lowest] = productions;
      if (!lowest) throw new Error(`The grammar has no symbol '${symbol}'.`);
      const most = Math.max(limit, lowest.height);
      return (
        productions[random.below(productions.findLastIndex(({ height }) => height <= most) + 1)] ?? lowest
      );
    }

    function repeat({ symbol, suffix }: Part, height: number): string {
      if (suffix === '') return write(symbol, height);
      const count = left > 0 ? random.below(suffix === '~' ? 2 : 4) : 0;
      return Array.from({ length: count }, () => write(symbol, height)).join(suffix === '#' ? ', ' : '');
    }
  };
}

/** Room for something better than an empty statement when the budget is spent. */
const heightAtTheEnd = 4;

function parse(text: string): Production {
  const [before = '', ...rest] = text.split(/%(\w+)([~*#]?)/);
  const parts: Part[] = [];
  for (let index = 0; index < rest.length; index += 3) {
    const [symbol = '', suffix = '', after = ''] = rest.slice(index, index + 3);
    parts.push({ symbol, suffix, after });
  }
  return { before, parts, height: Infinity };
}

/** Finds the height of each production, so that a text can be brought to its end. */
function measure(rules: ReadonlyMap<string, Production[]>): void {
  const heightOf = (symbol: string) => Math.min(...(rules.get(symbol) ?? []).map(({ height }) => height));
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const production of [...rules.values()].flat()) {
      const needed = production.parts
        .filter(({ suffix }) => suffix === '')
        .map(({ symbol }) => heightOf(symbol));
      const height = 1 + Math.max(0, ...needed);
      if (height < production.height) {
        production.height = height;
        isChanged = true;
      }
    }
  }
}
