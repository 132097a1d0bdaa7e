import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import plugin from '../../eslint-plugin/src/index.ts';
import { defaultSettings } from '../../eslint-plugin/src/settings.ts';

const rules = plugin.rules ?? {};
const root = join(import.meta.dirname, '../..');
const pluginFolder = join(root, 'eslint-plugin');
const rulesFolder = join(pluginFolder, 'src/rules');

/** The languages that a page's code blocks may be in; all of them are linted. */
const languages = new Set(['cjs', 'js', 'jsx', 'ts', 'tsx']);
const headings = ['Background', 'Rule Details', 'Options', 'When Not to Use It', 'Prior Art'];

describe('the rules', () => {
  it('are the files of their folder', () => {
    const files = readdirSync(rulesFolder).filter((file) => !file.endsWith('.test.ts'));
    expect(Object.keys(rules).map((name) => `${name}.ts`)).toEqual(files.sort());
  });

  it('have a page each, and no page is left over', () => {
    const pages = readdirSync(join(pluginFolder, 'docs/rules'));
    expect(pages.sort()).toEqual(
      Object.keys(rules)
        .map((name) => `${name}.md`)
        .sort(),
    );
  });
});

describe.each(Object.entries(rules))('%s', (name, rule) => {
  const page = existsSync(pagePath(name)) ? readFileSync(pagePath(name), 'utf8') : '';
  const blocks = codeBlocks(page);

  it('has a test beside it', () => {
    expect(existsSync(join(rulesFolder, `${name}.test.ts`))).toBe(true);
  });

  it('ends every message with a full stop', () => {
    const messages = Object.values(rule.meta?.messages ?? {});
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(message).toMatch(/\.$/);
  });

  it('links its page', () => {
    expect(rule.meta?.docs?.url).toMatch(new RegExp(`/eslint-plugin/docs/rules/${name}\\.md$`));
  });

  it('has a page with the usual headings, in the usual order', () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(headings);
    expect(page).toContain('<!-- end auto-generated rule header -->');
  });

  it('names each of its options on the page', () => {
    const section = page.slice(page.indexOf('\n## Options'), page.indexOf('\n## When Not to Use It'));
    for (const option of optionNames(rule.meta?.schema)) expect(section).toContain(`\`${option}\``);
  });

  it('shows incorrect and correct code', () => {
    expect(blocks.filter((block) => block.kind === 'incorrect')).not.toEqual([]);
    expect(blocks.filter((block) => block.kind === 'correct')).not.toEqual([]);
  });

  it.each(blocks)('tells the truth in line $line ($kind, $language)', async ({ code, kind, language }) => {
    const messages = await lint(name, code, language);
    const found = messages.filter((message) => message.ruleId === `multi-region/${name}`);
    // A block that does not parse, or that no rule has seen, says nothing.
    expect(messages.filter((message) => !found.includes(message))).toEqual([]);
    if (kind === 'incorrect') expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
  });
});

it('the README of the plugin describes every setting', () => {
  const settings = readFileSync(join(pluginFolder, 'README.md'), 'utf8').split(/^## /m);
  const section = settings.find((part) => part.startsWith('Settings')) ?? '';
  const described = [...section.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
  expect(described.sort()).toEqual(Object.keys(defaultSettings).sort());
});

describe('the example', () => {
  const example = join(root, 'examples/outage');
  const readme = readFileSync(join(example, 'README.md'), 'utf8');

  it('is reported as the first table of its README says, and nowhere else', async () => {
    const results = await new ESLint({
      cwd: example,
      overrideConfigFile: true,
      overrideConfig: allRules(),
    }).lintFiles(['.']);
    expect(results.length).toBeGreaterThan(10);

    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, message }) => {
        const file = filePath.slice(example.length + 1).replaceAll('\\', '/');
        return `${file}:${line} ${ruleId ?? message}`;
      }),
    );
    const wanted = tableRows(readme, 'What is reported').flatMap(([file = '', code = '', text = '']) =>
      [...text.matchAll(/`([a-z-]+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((rule) => rule in rules)
        .map((rule) => `${file}:${lineOf(join(example, file), code)} multi-region/${rule}`),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('has every line that the second table names', () => {
    const rows = tableRows(readme, 'What stays silent, and why');
    expect(rows.length).toBeGreaterThan(10);
    for (const [file = '', code = ''] of rows) expect(lineOf(join(example, file), code)).toBeGreaterThan(0);
  });
});

interface CodeBlock {
  kind: 'correct' | 'incorrect';
  language: string;
  code: string;
  line: number;
}

/** The code blocks of a page in languages that ESLint reads; what is not under "incorrect" must be correct. */
function codeBlocks(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let kind: CodeBlock['kind'] = 'correct';
  let open: CodeBlock | undefined;
  page.split('\n').forEach((text, index) => {
    const fence = /^```(\w*)/.exec(text);
    if (open && fence) {
      if (languages.has(open.language)) blocks.push(open);
      open = undefined;
    } else if (open) {
      open.code += `${text}\n`;
    } else if (fence) {
      open = { kind, language: fence[1] ?? '', code: '', line: index + 1 };
    } else if (/\*\*incorrect\*\*/i.test(text)) {
      kind = 'incorrect';
    } else if (/\*\*correct\*\*/i.test(text) || text.startsWith('#')) {
      kind = 'correct';
    }
  });
  return blocks;
}

async function lint(rule: string, code: string, language: string): Promise<Linter.LintMessage[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: [`**/*.${language}`],
      languageOptions: {
        sourceType: language === 'cjs' ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: true } },
        ...(language.startsWith('ts') && { parser }),
      },
      plugins: { 'multi-region': plugin },
      rules: { [`multi-region/${rule}`]: 'error' },
    },
  });
  const [result] = await eslint.lintText(code, { filePath: join(root, `src/page.${language}`) });
  return result?.messages ?? [];
}

/** All rules with the settings' defaults, for TypeScript. */
function allRules(): Linter.Config {
  return {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser },
    plugins: { 'multi-region': plugin },
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`multi-region/${name}`, 'error'])),
  };
}

function pagePath(name: string): string {
  return join(pluginFolder, 'docs/rules', `${name}.md`);
}

/** The property names of a rule's options, as its schema lists them. */
function optionNames(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(optionNames);
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return [];
  return Object.keys(schema.properties ?? {});
}

/** The rows of the table under a heading, as text; the two code columns without their backquotes. */
function tableRows(markdown: string, heading: string): string[][] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
      const [, file = '', code = '', text = ''] = cells;
      return [unquote(file), unquote(code), text];
    });
}

function unquote(cell: string): string {
  return cell.replace(/^`(.*)`$/, '$1').trim();
}

/** The one line of a file that holds this code, from 1; throws when it is not exactly one. */
function lineOf(path: string, code: string): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(code) ? [index + 1] : []));
  const [line] = found;
  if (line === undefined || found.length > 1) {
    throw new Error(`${path}: ${found.length} lines hold ${code}; the README must name exactly one.`);
  }
  return line;
}
