/**
 * Puts values into the `{{ places }}` of a message.
 *
 * @param data by name; a place without a value stays as it is
 */
export function fillIn(message: string, data: Readonly<Record<string, unknown>> | undefined): string {
  if (!data) return message;
  return message.replaceAll(/\{\{([^{}]+)\}\}/gu, (place, name: string) =>
    name.trim() in data ? String(data[name.trim()]) : place,
  );
}
