import { Linter } from 'eslint/universal';
import { isParseError } from './lint-notices.ts';
import type { Linted, LintTarget } from './plain-linter.ts';

/** Makes a linter that runs ESLint itself. Who has no file for it need not load it: import this file when it is needed. */
export function createEslintRun(): (text: string, target: LintTarget, config: Linter.Config) => Linted {
  const linters = new Map<string, Linter>();

  function getLinter(cwd: string): Linter {
    const known = linters.get(cwd);
    if (known) return known;
    const linter = new Linter({ cwd });
    linters.set(cwd, linter);
    return linter;
  }

  return (text, { filename, cwd }, config) => {
    const linter = getLinter(cwd);
    const messages = linter.verify(text, [config], { filename });
    // A file that was not parsed leaves that of the file before.
    const isParsed = !messages.some(isParseError);
    return { messages, sourceCode: isParsed ? linter.getSourceCode() : undefined };
  };
}
