import { printable } from './printable.ts';

/**
 * Data as JSON, with a line break at its end. What steers a terminal is written as an escape, and so stays the same data:
 * JSON itself escapes some of it only.
 */
export function formatJsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replaceAll(/[^\n -~]/gu, (character) => (printable(character) === character ? character : escape(character)))}\n`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
