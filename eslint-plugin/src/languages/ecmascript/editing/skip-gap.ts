const gap = /(?:\s+|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;

/**
 * Skips white space and comments. Edits find their way by the text, because not every parser makes tokens:
 * the one of the language server does not.
 *
 * @param from an offset between two tokens
 * @returns the offset of the next token
 */
export function skipGap(text: string, from: number): number {
  const expression = new RegExp(gap);
  expression.lastIndex = from;
  return from + (expression.exec(text)?.[0].length ?? 0);
}
