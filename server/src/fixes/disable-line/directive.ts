import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import type { SourceCode } from '../../lint/linted-file.ts';

/** What follows the rules of a directive: ESLint reads no further than this. */
const reason = '-- reason:';

/** `eslint-disable-next-line multi-region/x -- reason:`, for a comment. */
export function writeDirective(name: string, rules: readonly string[]): string {
  return `${name} ${rules.join(', ')} ${reason}`;
}

/**
 * Adds rules to a directive that already speaks for the line below it.
 *
 * @param nextLine offset at which that line starts
 * @returns undefined where there is no such directive
 */
export function extendDirective(
  sourceCode: SourceCode,
  nextLine: number,
  rules: readonly string[],
): TextEdit | undefined {
  const comment = sourceCode.getAllComments().findLast(({ range }) => range[1] <= nextLine);
  if (!comment || !/^\s*eslint-disable-next-line\s+\S/u.test(comment.value)) return undefined;
  const gap = sourceCode.text.slice(comment.range[1], nextLine);
  // `{/* … */}` in JSX.
  if (!/^\}?[^\S\r\n]*(?:\r\n|[\n\r])$/u.test(gap)) return undefined;
  const [list = ''] = comment.value.split(/\s-{2,}\s|\s-{2,}$/u);
  const end = comment.range[0] + 2 + list.trimEnd().length;
  const hasReason = list.length < comment.value.length;
  return { range: [end, end], text: `, ${rules.join(', ')}${hasReason ? '' : ` ${reason}`}` };
}
