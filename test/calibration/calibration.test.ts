import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../../eslint-plugin/src/index.ts';
import { applications } from './applications.ts';
import { drawn, failover, falseAlarms, misses, type Case } from './cases.ts';
import { kinds } from './kinds.ts';

describe.each(Object.entries({ falseAlarms, misses, drawn, failover, kinds, applications }))(
  '%s',
  (_group, cases) => {
    it.each(cases.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
      expect(await lint(entry)).toEqual(entry.reports.toSorted());
    });
  },
);

it('names every case once', () => {
  const names = [...falseAlarms, ...misses, ...drawn, ...failover, ...kinds, ...applications].map(
    ({ name }) => name,
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/** Lints a case with all rules of the strict preset and its own settings, as a user of ESLint would. */
async function lint({ code, filename = 'app.ts', settings = {} }: Case): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: filename.endsWith('x') } } },
        ...plugin.configs.strict,
        settings: { 'multi-region': settings },
      },
    ],
  });
  const [result] = await eslint.lintText(code.join('\n'), { filePath: filename });
  if (!result || result.fatalErrorCount > 0)
    throw new Error(`not parsed: ${result?.messages[0]?.message ?? ''}`);
  return result.messages
    .map(({ ruleId, line }) => `${ruleId?.replace('multi-region/', '') ?? ''}:${line}`)
    .toSorted();
}
