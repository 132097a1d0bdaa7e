import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createFileParser } from '../../../server/src/parse/parser.ts';
import { askServer } from '../../verdict/one-verdict/language-server.ts';
import { runAudit } from '../../verdict/one-verdict/run-audit.ts';
import { show, toRelative } from '../../verdict/one-verdict/verdict.ts';
import { createRandom } from '../fuzz/random.ts';
import { mutate } from './mutate.ts';
import { isProgram, pickSource, type Source } from './sources.ts';

/** What eslint, the audit and the server say of the same mutants. */
export interface WaysOutcome {
  files: number;
  eslint: string[];
  audit: string[];
  server: string[];
}

/**
 * Has mutants that parse linted in all three ways. Those that the parser of typescript-eslint refuses are left out: ours reads some
 * of them.
 *
 * @param seed of the first
 */
export async function compareWays(
  sources: readonly Source[],
  { count, seed }: { count: number; seed: number },
): Promise<WaysOutcome> {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-ways-')));
  try {
    mkdirSync(join(tree, 'src'));
    const parse = createFileParser();
    const isParsed = (name: string, text: string) => {
      try {
        parse(text, { filePath: name });
        return true;
      } catch {
        return false;
      }
    };
    for (let made = 0, index = seed; made < count; index++) {
      const random = createRandom(index);
      const source = pickSource(sources, random);
      const isRead = /^\.[cm]?[jt]sx?$/u.test(extname(source.name));
      const text = mutate(source.text, random, 2);
      // A NUL makes a binary of a file, and a lone surrogate is not kept in UTF-8.
      if (!isProgram(source) || !isRead || text.includes('\0') || Buffer.from(text).toString() !== text)
        continue;
      if (!isParsed(source.name, text)) continue;
      writeFileSync(join(tree, `src/m${index}${extname(source.name)}`), text);
      made += 1;
    }
    const { verdicts, files, refused } = await runEslint(tree);
    const isCompared = (verdict: string) => !refused.has(verdict.slice(0, verdict.indexOf(':')));
    const audit = await runAudit(tree);
    const server = await askServer(tree, files);
    return {
      files: files.length - refused.size,
      eslint: verdicts,
      audit: audit.verdicts.filter(isCompared),
      server: server.verdicts.filter(isCompared),
    };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

async function runEslint(
  tree: string,
): Promise<{ verdicts: string[]; files: string[]; refused: Set<string> }> {
  const files = ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'];
  const eslint = new ESLint({
    cwd: tree,
    overrideConfigFile: true,
    overrideConfig: [
      { files, languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
      { files, ...plugin.configs.recommended },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const refused = new Set<string>();
  for (const { filePath, messages } of results)
    if (messages.some(({ fatal }) => fatal)) refused.add(toRelative(tree, filePath));
  const verdicts = results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId }) => ruleId?.startsWith('multi-region/') && !refused.has(toRelative(tree, filePath)))
      .map(({ ruleId, line, column, endLine, endColumn, message, severity }) =>
        show({
          path: toRelative(tree, filePath),
          ...{ line, column, endLine, endColumn, message },
          severity: severity === 2 ? 'error' : 'warn',
          ruleId: ruleId ?? '',
        }),
      ),
  );
  return { verdicts: verdicts.sort(), files: results.map(({ filePath }) => filePath), refused };
}
