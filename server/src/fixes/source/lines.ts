import type { SourceCode } from '../../lint/linted-file.ts';

/** One line of a file, by offsets in the parsed text. */
export interface Line {
  start: number;
  /** Where its first character stands that is no white space. */
  code: number;
  indent: string;
}

/** The line that holds an offset. */
export function getLine({ text }: SourceCode, offset: number): Line {
  const start = getLineStart(text, offset);
  const indent = /^[^\S\r\n\u2028\u2029]*/u.exec(text.slice(start, start + 400))?.[0] ?? '';
  return { start, code: start + indent.length, indent };
}

function getLineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\n\r\u2028\u2029]/u.test(text.charAt(start - 1))) start--;
  return start;
}

/** What ends the lines of a text: what ends the first one. */
export function getLineEnding(text: string): '\n' | '\r\n' {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}
