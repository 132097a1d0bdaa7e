import { printable } from '../../../printing/printable.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe in HTML, between tags and in quoted attributes; control characters become `?`. */
export function escapeHtml(text: string): string {
  return printable(text).replaceAll(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
}
