import type { Arrival } from '../arrival.ts';
import type { SourceCode } from '../ast.ts';

/**
 * Whether a value is put into code that a template writes, in the place of a region: `` `functions.region('${REGION}')` ``.
 * The quotes tell it from what people read.
 */
export function isInGeneratedCode({ text }: SourceCode, { by, node }: Arrival): boolean {
  if (by.type !== 'TemplateLiteral') return false;
  return /\bregion['"]?\s*[:(=]\s*['"]\$\{\s*$/i.test(text.slice(by.range[0], node.range[0]));
}
