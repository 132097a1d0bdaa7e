import { remember } from '../../remember.ts';
import type { SourceCode } from './ast.ts';
import { countUntil } from '../../count-until.ts';

const listComments = remember((sourceCode: SourceCode) => sourceCode.getAllComments());

/** Whether a comment begins in a range. */
export function hasCommentIn(sourceCode: SourceCode, [from, to]: readonly [number, number]): boolean {
  const comments = listComments(sourceCode);
  const next = comments[findFirstFrom(sourceCode, from)];
  return next !== undefined && next.range[0] < to;
}

/** The index of the first comment, in the order of the file, that does not begin before an offset. */
export function findFirstFrom(sourceCode: SourceCode, offset: number): number {
  return countUntil(listComments(sourceCode), ({ range }) => range[0] >= offset);
}
