import type { Position } from './lines.ts';

/** A file that cannot be parsed, with the fields from which ESLint makes its fatal message. */
export class ParseError extends Error {
  readonly index: number;
  readonly lineNumber: number;
  readonly column: number;

  /**
   * @param message what is wrong, as a sentence
   * @param index where, as an offset in the text
   * @param position the same place; ESLint takes columns from 1 here
   */
  constructor(message: string, index: number, position: Position) {
    super(message);
    this.name = 'ParseError';
    this.index = index;
    this.lineNumber = position.line;
    this.column = position.column + 1;
  }
}
