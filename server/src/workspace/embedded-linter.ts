import { Linter } from 'eslint/universal';
import plugin from 'eslint-plugin-multi-region';
import { getFacts, isLeftOut, type FactsInput } from 'eslint-plugin-multi-region/facts';
import { mayHaveFacts } from 'eslint-plugin-multi-region/prefilter';
import { createParser } from '../parse/parser.ts';
import type { FileLinter, LintResult } from './file-linter.ts';
import type { Notice } from './notice.ts';
import { isOurs, toFinding } from './to-finding.ts';

/**
 * Lints without any configuration: the recommended preset, ESLint's own `Linter` and a parser that need not
 * be installed.
 *
 * @param getRoot the project folder of a file, absolute and above it: rules read paths from there
 */
export function createEmbeddedLinter(getRoot: (path: string) => string): FileLinter {
  const config: Linter.Config = {
    ...plugin.configs.recommended,
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    languageOptions: { parser: createParser() },
    // Comments that silence other rules are no business of ours.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
  const { settings = {} } = config;
  const linters = new Map<string, Linter>();

  function getLinter(cwd: string): Linter {
    const known = linters.get(cwd);
    if (known) return known;
    const linter = new Linter({ cwd });
    linters.set(cwd, linter);
    return linter;
  }

  function lint(text: string, path: string): LintResult {
    if (!mayHaveFacts(text)) return nothing;
    const cwd = getRoot(path);
    if (isLeftOut(text, { filename: path, cwd, settings })) return nothing;
    const linter = getLinter(cwd);
    const messages = linter.verify(text, [config], { filename: path });
    const fatal = messages.find((message) => message.fatal);
    if (fatal) return { ...nothing, notice: createParseNotice(path, fatal) };

    const sourceCode = linter.getSourceCode();
    const facts = getFacts({
      sourceCode: sourceCode as unknown as FactsInput['sourceCode'],
      filename: path,
      cwd,
      settings,
    });
    const findings = messages
      .filter(isOurs)
      .map((message) => toFinding(message, { path, sourceCode, facts }));
    return { findings, facts, sourceCode, notice: undefined };
  }

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- other linters have something to wait for
    async lint(text, path) {
      try {
        return lint(text, path);
      } catch (error) {
        return { ...nothing, notice: createCrashNotice(path, error) };
      }
    },
  };
}

const nothing: LintResult = { findings: [], facts: undefined, sourceCode: undefined, notice: undefined };

function createParseNotice(path: string, { line, column, message }: Linter.LintMessage): Notice {
  if (message.includes(stackOverflow)) return createCrashNotice(path, new RangeError(stackOverflow));
  const reason = message.replace(/^Parsing error: /u, '');
  return { kind: 'failed', path, line, column, message: `Cannot be parsed: ${reason}` };
}

const stackOverflow = 'Maximum call stack size exceeded';

function createCrashNotice(path: string, error: unknown): Notice {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const message = reason.includes(stackOverflow)
    ? 'Cannot be linted: the code is nested too deeply.'
    : `Could not be linted, which is a fault in multi-region; please report it: ${reason}`;
  return { kind: 'failed', path, line: undefined, column: undefined, message };
}
