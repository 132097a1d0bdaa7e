import type { SourceCode } from '../ast.ts';

/** Whether a comment begins in a range, and would go with it. */
export function removesComment(sourceCode: SourceCode, [from, to]: readonly [number, number]): boolean {
  return sourceCode.getAllComments().some(({ range: [start] }) => from <= start && start < to);
}
