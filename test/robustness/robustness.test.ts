import * as typescriptParser from '@typescript-eslint/parser';
import { Linter, SourceCode } from 'eslint';
import plugin from '../../eslint-plugin/src/index.ts';
import { createParser } from '../../server/src/parse/parser.ts';
import { countSteps, type Parsed } from './fuzz/count-steps.ts';
import { countWork, type Work } from './count-work.ts';
import { largeFiles } from './large-files.ts';
import { nestedFiles } from './nested-files.ts';
import { oddFiles } from './odd-files.ts';

const filename = 'a.tsx';
const files = ['**/*.tsx'];
const linter = new Linter();
const parsers = { oxc: createParser(), 'typescript-eslint': typescriptParser as Linter.Parser };
const { strict } = plugin.configs;

describe('the work grows with the file, and no faster', () => {
  it.each(Object.entries(largeFiles))('%s', (_, write) => {
    const small = measure(write(200));
    const large = measure(write(800));
    expect(large.looks / small.looks).toBeLessThan(4.4);
    expect(large.characters / small.characters).toBeLessThan(4.4);
  });

  function measure(text: string): Work {
    expect(verify(text)).toEqual([]);
    const parsed = getParsed();
    return countWork(parsed, () => {
      linter.verify(new SourceCode({ text, ...parsed }), { ...strict, files }, { filename });
    });
  }
});

describe('large files are linted to their end', () => {
  it.each([
    ['stacks', 20_000, { 'no-hardcoded-region': 20_000 }],
    ['a list of objects', 20_000, {}],
    ['clients of several regions', 5000, { 'no-hardcoded-region': 5000, 'require-client-timeout': 5000 }],
    ['a chain of constants', 5000, { 'require-client-timeout': 1 }],
    ['functions that hand on a region', 5000, { 'no-hardcoded-region': 1 }],
    ['a bundle in one line', 14_000, { 'no-hardcoded-region': 14_000, 'require-client-timeout': 14_000 }],
  ])('%s: %i', (kind, count, expected) => {
    const counts: Record<string, number> = {};
    for (const { ruleId } of verify(largeFiles[kind]?.(count) ?? '', strict)) {
      const name = String(ruleId).replace('multi-region/', '');
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });
});

describe.each(Object.entries(parsers))('what %s can parse can be linted', (_, parser) => {
  it.each(Object.entries(nestedFiles))('nested %s', (_, write) => {
    const text =
      [10_000, 5000, 2500, 1250, 600, 300].map(write).find((text) => isLintable(text, parser)) ?? '';
    expect(text).not.toBe('');
    expect(verify(text, strict, parser).filter(({ fatal }) => fatal)).toEqual([]);
  });

  it.each(Object.entries(oddFiles))('%s', (_, text) => {
    const messages = verify(text, {}, parser);
    if (messages.length > 0) return; // the parser says no
    const steps = { count: 0, limit: 100_000, nodeTypes: new Set<string>() };
    const counted = new SourceCode({ text, ...countSteps(getParsed(), steps) });
    expect(linter.verify(counted, { ...strict, files }, { filename }).filter(({ fatal }) => fatal)).toEqual(
      [],
    );
  });

  it('can parse nearly all odd files', () => {
    const unreadable = Object.keys(oddFiles).filter((name) => !isLintable(oddFiles[name] ?? '', parser));
    expect(unreadable.length).toBeLessThan(2);
  });
});

function verify(
  text: string,
  config: Linter.Config = {},
  parser: Linter.Parser = parsers.oxc,
): Linter.LintMessage[] {
  const languageOptions = { parser, parserOptions: { ecmaFeatures: { jsx: true } } };
  return linter.verify(text, { ...config, files, languageOptions }, { filename });
}

/** What the parser made of the text that was linted last. */
function getParsed(): Parsed {
  const { ast, scopeManager, visitorKeys } = linter.getSourceCode();
  return { ast, scopeManager, visitorKeys };
}

function isLintable(text: string, parser: Linter.Parser): boolean {
  try {
    return verify(text, {}, parser).length === 0;
  } catch {
    return false;
  }
}
