import type { LintResult } from './file-linter.ts';
import type { LintedFile, SourceCode } from './linted-file.ts';

/**
 * Puts a text and what linting it said into one value, as input for edits.
 *
 * @param path absolute
 * @param text what was linted, byte order mark included
 * @returns undefined when the file was not linted or says nothing of regions, so that there is nothing to edit
 */
export function toLintedFile(
  path: string,
  text: string,
  { findings, facts, sourceCode }: LintResult,
): LintedFile | undefined {
  if (!facts || !sourceCode) return undefined;
  // The same object: ESLint and typescript-eslint each have types of their own for it.
  return { path, text, findings, facts, sourceCode: sourceCode as unknown as SourceCode };
}
