import type { Linter } from 'eslint';
import { createFileParser, createParser } from '../parse/parser.ts';
import { startTimeLimit } from './time-limit.ts';
import { createPlainLinter, type Linted, type LintTarget } from './plain-linter.ts';

/**
 * Makes what lints texts with our rules.
 *
 * @returns a linter and its parser, which configurations name; the same object for the same configuration saves time
 */
export function createTextLinter(): {
  parser: Linter.Parser;
  /** The linter; throws what ESLint throws. */
  lint: (text: string, target: LintTarget, config: Linter.Config) => Promise<Linted>;
} {
  const parse = createFileParser();
  const lintPlainly = createPlainLinter(parse);
  // ESLint takes longer to load than many an audit takes in all.
  const loadEslint = () => import('./eslint-run.ts').then(({ createEslintRun }) => createEslintRun());
  let eslint: ReturnType<typeof loadEslint> | undefined;

  return {
    parser: createParser(parse, startTimeLimit),
    async lint(text, target, config) {
      const linted = lintPlainly(text, target, config);
      if (linted) return linted;
      const lintWithEslint = await (eslint ??= loadEslint());
      return lintWithEslint(text, target, config);
    },
  };
}
