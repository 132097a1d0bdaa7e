import type { Linter, SourceCode } from 'eslint';
import multiRegion from 'eslint-plugin-multi-region';
import { ecmascript } from 'eslint-plugin-multi-region/ecmascript';
import { getFacts, type FactsInput } from 'eslint-plugin-multi-region/facts';
import { createPlainLinter } from '../../../server/src/lint/plain-linter.ts';
import { createFileParser } from '../../../server/src/parse/parser.ts';
import { editAtRandom } from './random-edits.ts';

const cwd = '/project';
const config: Linter.Config = { ...multiRegion.configs.strict };

/** What came of editing some files. */
export interface Counts {
  edits: number;
  /** Edits after which the text did not parse. */
  broken: number;
  /** Edits after which a part of the tree was kept. */
  incremental: number;
  findings: number;
}

/**
 * Makes a comparison: what the incremental parser leads to is what a fresh run says, after each edit.
 *
 * @returns a function that edits one file and throws at the first difference
 */
export function createComparison(): {
  counts: Counts;
  compare: (path: string, text: string, seed: number, edits: number) => void;
} {
  const counts: Counts = { edits: 0, broken: 0, incremental: 0, findings: 0 };
  const parse = createFileParser();
  let isUpdated = false;
  const lintIncrementally = createPlainLinter((...args) => {
    const parsed = parse(...args);
    ({ isUpdated } = parsed);
    return parsed;
  });
  const lintAfresh = createPlainLinter(createFileParser());

  return {
    counts,
    compare(path, original, seed, edits) {
      const filename = `${cwd}/${path}`;
      const target = { filename, cwd };
      lintIncrementally(original, { ...target, isEdited: true }, config);
      let before = original;
      const texts = editAtRandom(original, seed);
      let parses = true;
      for (let step = 0; step < edits; step++) {
        const text = texts.next(parses).value;
        isUpdated = false;
        const actual = describe(lintIncrementally(text, { ...target, isEdited: true }, config), filename);
        const wasUpdated = isUpdated;
        const expected = describe(lintAfresh(text, target, config), filename);
        if (actual !== expected) {
          throw new DifferenceError(path, seed, step, { before, text, actual, expected });
        }
        counts.edits++;
        parses = !expected.includes('Parsing error');
        counts.broken += Number(!parses);
        counts.incremental += Number(wasUpdated);
        counts.findings += expected.split('"ruleId"').length - 1;
        before = text;
      }
    },
  };
}

/** Says which file, seed and step led to different results, and holds the texts. */
export class DifferenceError extends Error {
  readonly details: { before: string; text: string; actual: string; expected: string };

  constructor(path: string, seed: number, step: number, details: DifferenceError['details']) {
    super(`${path}, seed ${seed}, edit ${step}: the incremental parser leads to another result.`);
    this.details = details;
  }
}

type Linted = ReturnType<ReturnType<typeof createPlainLinter>>;

/** Messages with ranges and suggestions, facts, and the names that scopes know. */
function describe(linted: Linted, filename: string): string {
  if (!linted) return 'for ESLint';
  const { messages, sourceCode } = linted;
  if (!sourceCode) return JSON.stringify(messages);
  const input = { sourceCode, filename, cwd, settings: {} } as unknown as FactsInput;
  return JSON.stringify({
    messages,
    facts: plain(getFacts(ecmascript, input)),
    names: listNames(sourceCode),
  });
}

/** Facts without nodes but for their places. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => {
      if (!isRecord(each)) return each;
      return isNode(each) ? [each.type, each.range, each.loc.start, each.loc.end] : each;
    }),
  );
}

function listNames({ scopeManager, ast }: SourceCode): unknown {
  const scopes = scopeManager.scopes.map(({ type, set }) => [type, [...set.keys()].sort()]);
  const unresolved = scopeManager.globalScope?.through.map(({ identifier }) => identifier.range) ?? [];
  const comments = ast.comments.map(({ range }) => range);
  const sort = (ranges: unknown[]) => ranges.map((range) => JSON.stringify(range)).sort();
  return { scopes, unresolved: sort(unresolved), comments, program: ast.range };
}

function isNode(
  value: object,
): value is { type: string; range: unknown; loc: { start: unknown; end: unknown } } {
  return 'type' in value && 'parent' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
