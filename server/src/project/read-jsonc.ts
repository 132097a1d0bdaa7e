import { parse, type ParseError } from 'jsonc-parser';
import { isRecord } from './is-record.ts';

/**
 * Reads JSON with comments and trailing commas, as in tsconfig.json.
 *
 * @returns undefined when it is not an object, or is broken
 */
export function readJsonc(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  const errors: ParseError[] = [];
  try {
    const value: unknown = parse(text.replace(/^\uFEFF/u, ''), errors, { allowTrailingComma: true });
    return errors.length === 0 && isRecord(value) ? value : undefined;
  } catch {
    return undefined; // nested too deeply
  }
}
