import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { askServer } from './one-verdict/language-server.ts';
import { runAudit } from './one-verdict/run-audit.ts';
import { show, toRelative } from './one-verdict/verdict.ts';

const examples = join(import.meta.dirname, '../../examples');
const trees = [
  join(import.meta.dirname, '../fixtures/one-verdict'),
  ...readdirSync(examples).map((name) => join(examples, name)),
];

describe.each(trees.map((tree) => [relative(process.cwd(), tree), tree]))('%s', (_name, source) => {
  // The config of this repository is not for it.
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-verdict-')));
  beforeAll(() => {
    cpSync(source, tree, { recursive: true });
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  it('gets the same findings from eslint, the audit and the language server', async () => {
    const { verdicts, files } = await runEslint(tree);
    expect(verdicts.length).toBeGreaterThan(5);
    const audit = await runAudit(tree);
    expect(audit.verdicts).toEqual(verdicts);
    expect(audit.stderr).toBe('');
    expect((await askServer(tree, files)).verdicts).toEqual(verdicts);
  });
});

/** ESLint as a user has it: the plugin's preset and typescript-eslint's parser. */
async function runEslint(tree: string): Promise<{ verdicts: string[]; files: string[] }> {
  const files = ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'];
  const eslint = new ESLint({
    cwd: tree,
    overrideConfigFile: true,
    overrideConfig: [
      { files, languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
      { files, ...plugin.configs.recommended },
      { ignores: ['**/dist/', '**/out/'] },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const verdicts = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn, message, severity }) =>
      show({
        path: toRelative(tree, filePath),
        line,
        column,
        endLine,
        endColumn,
        severity: severity === 2 ? 'error' : 'warn',
        ruleId: ruleId ?? 'none',
        message,
      }),
    ),
  );
  return { verdicts: verdicts.sort(), files: results.map(({ filePath }) => filePath) };
}
