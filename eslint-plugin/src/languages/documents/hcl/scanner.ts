import type { Comment } from '../tree.ts';

const identifier = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*/y;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const operator = /&&|\|\||==|!=|<=|>=|[-+*/%<>?]/y;

/** A place in a text of HCL, and what can be read from there. */
export interface Scanner {
  readonly text: string;
  readonly comments: Comment[];
  position: number;
  /** Whether the text goes on with `expected`. */
  isAt(expected: string): boolean;
  isAtEnd(): boolean;
  /** Moves over `expected` if the text goes on with it. */
  skip(expected: string): boolean;
  skipSpace(withLineBreaks: boolean): void;
  skipLine(): void;
  /** Reads a name, a number or an operator; '' where none stands. */
  readIdentifier(): string;
  readNumber(): string;
  readOperator(): string;
}

export function createScanner(text: string): Scanner {
  const scanner: Scanner = {
    text,
    comments: [],
    position: text.startsWith('\uFEFF') ? 1 : 0,
    isAt: (expected) => text.startsWith(expected, scanner.position),
    isAtEnd: () => scanner.position >= text.length,
    skip(expected) {
      if (!text.startsWith(expected, scanner.position)) return false;
      scanner.position += expected.length;
      return true;
    },
    skipSpace(withLineBreaks) {
      while (skipBlank(withLineBreaks) || skipComment());
    },
    skipLine() {
      const end = text.indexOf('\n', scanner.position);
      scanner.position = end < 0 ? text.length : end + 1;
    },
    readIdentifier: () => read(identifier),
    readNumber: () => read(number),
    readOperator: () => read(operator),
  };

  function read(expression: RegExp): string {
    expression.lastIndex = scanner.position;
    const [found = ''] = expression.exec(text) ?? [];
    scanner.position += found.length;
    return found;
  }

  function skipBlank(withLineBreaks: boolean): boolean {
    const start = scanner.position;
    for (;;) {
      const code = text.charCodeAt(scanner.position);
      const isBlank = code === 32 || code === 9 || code === 13 || (withLineBreaks && code === 10);
      if (!isBlank) return scanner.position > start;
      scanner.position++;
    }
  }

  function skipComment(): boolean {
    const start = scanner.position;
    const code = text.charCodeAt(start);
    if (code !== 35 && code !== 47) return false;
    if (scanner.isAt('/*')) {
      const close = text.indexOf('*/', start + 2);
      const end = close < 0 ? text.length : close + 2;
      keep(start, end, text.slice(start + 2, close < 0 ? end : close));
      return true;
    }
    const mark = scanner.isAt('#') ? 1 : scanner.isAt('//') ? 2 : 0;
    if (mark === 0) return false;
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    keep(start, end, text.slice(start + mark, end).replace(/\r$/, ''));
    return true;
  }

  function keep(start: number, end: number, value: string): void {
    scanner.comments.push({ value, range: [start, end] });
    scanner.position = end;
  }

  return scanner;
}
