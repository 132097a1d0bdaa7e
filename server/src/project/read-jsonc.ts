/** A string, which may look like a comment; a comment; a comma with nothing behind it. */
const tokens = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*[}\]])/gu;

/**
 * Reads JSON with comments and trailing commas, as in tsconfig.json.
 *
 * @returns undefined when it is not an object, or is broken
 */
export function readJsonc(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const plain = text.replace(/^\uFEFF/u, '').replace(tokens, (_, string?: string) => string ?? '');
    const value: unknown = JSON.parse(plain);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
