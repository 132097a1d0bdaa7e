import { printable } from './printable.ts';

/** Text as it may stand in Markdown, in a table too: nothing in it is markup, a link, a mention or HTML. */
export function escapeText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]#|~@]/gu, (mark) => `&#${mark.codePointAt(0) ?? 0};`);
}

/** The same, shown as code. */
export function escapeCode(text: string): string {
  const shown = printable(text);
  // In a table, a bar ends the cell before code is looked for, and a backslash before it makes no difference.
  return /[`|\\]/u.test(shown) ? `<code>${escapeText(shown)}</code>` : `\`${shown}\``;
}
