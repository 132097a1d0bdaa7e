const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe in HTML, between tags and in quoted attributes; control characters become `?`. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '?')
    .replaceAll(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
}
