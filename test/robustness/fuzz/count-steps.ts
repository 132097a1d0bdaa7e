import type { Linter } from 'eslint';

export type Parsed = Linter.ESLintParseResult;

/** How often the tree and the scopes were asked for something. */
export interface Steps {
  count: number;
  /** The number at which a run counts as endless. */
  limit: number;
  /** The types of the nodes that were looked into. */
  nodeTypes: Set<string>;
}

/**
 * Counts the steps that ESLint and the analysis take through a file, and ends what does not end by itself.
 *
 * @param steps is counted up
 * @returns the parsed file; its tree and scopes throw an error at the limit
 */
export function countSteps(parsed: Parsed, steps: Steps): Parsed {
  const { scopeManager, visitorKeys } = parsed;
  if (!scopeManager || !visitorKeys) throw new Error('The parser gives no scopes.');
  function step(): void {
    steps.count += 1;
    if (steps.count > steps.limit) throw new Error(`More than ${steps.limit} steps.`);
  }
  return {
    ...parsed,
    visitorKeys: new Proxy(visitorKeys, {
      get(keys, type: string) {
        step();
        steps.nodeTypes.add(type);
        return keys[type];
      },
    }),
    scopeManager: new Proxy(scopeManager, {
      get(manager, key) {
        step();
        const value: unknown = Reflect.get(manager, key);
        return typeof value === 'function' ? (value as () => unknown).bind(manager) : value;
      },
    }),
  };
}
