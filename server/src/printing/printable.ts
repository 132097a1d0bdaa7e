/**
 * Text as it may be printed in a line: what would steer a terminal, end the line or turn the direction of what is read is
 * shown as `?`. Files, and what programs say of them, may hold anything.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, '?');
}

/** The same for text of several lines, such as a diff. */
export function printableLines(text: string): string {
  return text.replaceAll(unprintable, (character) => (/[\n\t]/u.test(character) ? character : '?'));
}

/** Controls, the separators of lines, and the marks that turn the direction of text (https://trojansource.codes). */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;
