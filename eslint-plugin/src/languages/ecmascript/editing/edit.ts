import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';

/** A stretch of a file, as offsets, and the text that takes its place. */
export interface Edit {
  range: [start: number, end: number];
  text: string;
}

/** Turns edits of one file into what a rule reports. */
export function toFix(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}

/** Whether a comment begins in a range, and would go with it. */
export function removesComment(sourceCode: SourceCode, [from, to]: readonly [number, number]): boolean {
  return sourceCode.getAllComments().some(({ range: [start] }) => from <= start && start < to);
}
