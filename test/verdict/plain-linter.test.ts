import type { Linter } from 'eslint';
import multiRegion from 'eslint-plugin-multi-region';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEslintRun } from '../../server/src/lint/eslint-run.ts';
import { createPlainLinter } from '../../server/src/lint/plain-linter.ts';
import { createFileParser, createParser } from '../../server/src/parse/parser.ts';
import { drawn, failover, falseAlarms, misses } from '../calibration/cases.ts';

// The server runs the rules without ESLint where it can. ESLint itself is the judge of that here.

const root = join(import.meta.dirname, '../..');
const parse = createFileParser();
const lintPlainly = createPlainLinter(parse);
const lintWithEslint = createEslintRun();

function config(overrides: Linter.Config = {}): Linter.Config {
  return {
    ...multiRegion.configs.strict,
    // This one is in none of the presets.
    rules: { ...multiRegion.configs.strict.rules, 'multi-region/no-hardcoded-partition': 'warn' },
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    languageOptions: { parser: createParser(parse) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    ...overrides,
  };
}

const strict = config();

/** Files that the rules have something to say about, and others. */
function listTexts(): [name: string, text: string, filename: string, settings?: Linter.Config['settings']][] {
  const cases = [...falseAlarms, ...misses, ...drawn, ...failover].map(
    ({ name, code, filename = 'app.ts', settings }) =>
      [name, code.join('\n'), join(root, filename), settings && { 'multi-region': settings }] as const,
  );
  const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !path.includes('node_modules'))
    .map((path) => [path, readFileSync(join(root, 'examples', path), 'utf8'), join(root, path)] as const);
  const folder = join(root, 'eslint-plugin/docs/rules');
  const docs = readdirSync(folder).flatMap((page) => {
    const text = readFileSync(join(folder, page), 'utf8');
    return Array.from(
      text.matchAll(/^```(jsx?|tsx?)\n(.*?)^```/gmsu),
      ([, extension = '', code = ''], index) =>
        [`${page} ${index}`, code, join(root, `src/a.${extension}`)] as const,
    );
  });
  return [...cases, ...examples, ...docs].map((each) => [...each]);
}

const texts = listTexts();

it('has something to compare', () => {
  const messages = texts.flatMap(([, text, filename, settings]) => {
    const linted = lintPlainly(text, { filename, cwd: root }, settings ? config({ settings }) : strict);
    return linted?.messages ?? [];
  });
  const rules = Object.keys(multiRegion.rules ?? {}).map((name) => `multi-region/${name}`);
  expect([...new Set(messages.map(({ ruleId }) => ruleId))].sort()).toEqual(rules.sort());
  expect(messages.filter(({ suggestions }) => suggestions).length).toBeGreaterThan(50);
});

describe('without ESLint a file has the messages that it has with it', () => {
  it.each(texts)('%s', (_name, text, filename, settings) => {
    const target = { filename, cwd: root };
    const used = settings ? config({ settings }) : strict;
    for (const each of [text, `\uFEFF#!/usr/bin/env node\r\n${text.replaceAll('\n', '\r\n')}`]) {
      const plain = lintPlainly(each, target, used);
      const expected = lintWithEslint(each, target, used).messages;
      if (plain) expect(toData(plain.messages)).toEqual(toData(expected));
      // Only these may be left to ESLint.
      else expect(each).toContain('eslint');
    }
  });

  it('also when it cannot be parsed', () => {
    const target = { filename: join(root, 'a.ts'), cwd: root };
    const text = "const region = 'us-east-1';\r\nlet a = ;\n";
    const plain = lintPlainly(text, target, strict);
    expect(plain?.messages).toMatchObject([{ fatal: true, line: 2, column: 9 }]);
    expect(plain?.messages).toMatchObject(
      lintWithEslint(text, target, strict).messages.map(({ line, column, message }) => ({
        line,
        column,
        message,
      })),
    );
  });
});

describe('what only ESLint can do is left to it', () => {
  const client = "new (require('@aws-sdk/client-s3').S3Client)({ region: 'us-east-1' });\n";
  const isLeft = (text: string, used = strict, filename = join(root, 'a.ts')) =>
    lintPlainly(text, { filename, cwd: root }, used) === undefined;

  it.each([
    '/* eslint-disable */',
    '/* eslint-disable\n*/',
    '/* eslint-disable -- all of it */',
    '/* eslint-disable multi-region/no-hardcoded-region */',
    '// eslint-disable-next-line',
    '// eslint-disable-line no-console, multi-region/no-hardcoded-region',
    '/* eslint multi-region/no-hardcoded-region: "off" */',
    '/* eslint-enable */',
  ])('a file with %j', (comment) => {
    expect(isLeft(`${comment}\n${client}`)).toBe(true);
    expect(isLeft(`${comment}\n${client}`, config({ linterOptions: { noInlineConfig: true } }))).toBe(false);
  });

  it.each([
    '// eslint-disable-next-line no-console',
    '/* eslint-disable @typescript-eslint/no-var-requires, no-new -- old code */',
    '/* eslint no-console: "off" */',
    '// eslint is a linter',
    '/* global AWS */ /* exported x */',
  ])('but not a file with %j', (comment) => {
    const text = `${comment}\n${client}`;
    const target = { filename: join(root, 'a.ts'), cwd: root };
    const plain = lintPlainly(text, target, strict);
    expect(plain?.messages.length).toBeGreaterThan(0);
    expect(toData(plain?.messages ?? [])).toEqual(
      toData(
        lintWithEslint(text, target, strict).messages.filter(({ ruleId }) =>
          ruleId?.startsWith('multi-region/'),
        ),
      ),
    );
  });

  it('a configuration whose rules have options', () => {
    expect(isLeft(client, config({ rules: { 'multi-region/no-hardcoded-region': ['error', {}] } }))).toBe(
      true,
    );
    expect(isLeft(client, config({ rules: { 'multi-region/no-hardcoded-region': ['error'] } }))).toBe(false);
  });

  it('files that it passes over', () => {
    expect(isLeft(client, strict, join(root, 'node_modules/a/b.js'))).toBe(true);
    expect(isLeft(client, strict, join(root, '../b.js'))).toBe(true);
  });

  it('a rule that visits nodes', () => {
    const rule = { create: () => ({ CallExpression: () => undefined }) };
    expect(
      isLeft(client, config({ plugins: { other: { rules: { rule } } }, rules: { 'other/rule': 2 } })),
    ).toBe(true);
  });
});

/** As JSON: descriptors carry functions. */
function toData(messages: readonly Linter.LintMessage[]): unknown {
  return JSON.parse(JSON.stringify(messages));
}
