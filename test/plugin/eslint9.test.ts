import { createRequire } from 'node:module';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { ExampleProject, type Finding } from '../support/example-project.ts';

const require = createRequire(import.meta.url);

let project: ExampleProject;
let results: ESLint.LintResult[];
let wanted: Finding[];

beforeAll(async () => {
  project = new ExampleProject();
  results = await project.lint(ESLint);
  wanted = project.toFindings(results);
});

afterAll(() => {
  project.remove();
});

it('has findings of every rule under ESLint 10 to compare with', () => {
  expect(ESLint.version).toMatch(/^10\./);
  const rules = Object.keys(plugin.rules ?? {});
  expect(rules.length).toBeGreaterThan(0);
  expect(new Set(wanted.map(({ rule }) => rule))).toEqual(
    new Set(rules.map((name) => `multi-region/${name}`)),
  );
});

describe.each([
  ['eslint-v9', /^9\.39\./],
  ['eslint-v9-min', /^9\.15\./],
])('under %s', (name, version) => {
  const { ESLint: OlderESLint } = require(name) as typeof import('eslint');

  it('is the version that this test is about', () => {
    expect(OlderESLint.version).toMatch(version);
  });

  it('finds the same, in the same places', async () => {
    expect(project.toFindings(await project.lint(OlderESLint))).toEqual(wanted);
  });

  it('offers the same suggestions', async () => {
    const newer = toSuggestions(results);
    expect(newer.length).toBeGreaterThan(wanted.length / 2);
    expect(toSuggestions(await project.lint(OlderESLint))).toEqual(newer);
  });

  it.each(['recommended', 'strict'] as const)('takes the preset %s', async (preset) => {
    const newer = project.toFindings(await project.lint(ESLint, plugin.configs[preset]));
    expect(newer).not.toEqual([]);
    expect(project.toFindings(await project.lint(OlderESLint, plugin.configs[preset]))).toEqual(newer);
  });
});

function toSuggestions(all: readonly ESLint.LintResult[]) {
  return all.flatMap(({ messages }) =>
    messages.flatMap(
      ({ line, suggestions }) => suggestions?.map(({ desc, fix }) => ({ line, desc, fix })) ?? [],
    ),
  );
}
