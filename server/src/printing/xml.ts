import { printableLines } from './printable.ts';

/** Text as it may stand in XML, in an attribute too: what XML has no place for is shown as `?`. */
export function escapeXml(text: string): string {
  return printableLines(text)
    .replaceAll(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\n]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
