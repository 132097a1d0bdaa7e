import type { Place } from '../../../facts/place.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import type { SourceCode } from '../ast.ts';
import { getNodeOf } from '../place-of.ts';
import { getRangeWithComma } from './property-range.ts';
import { hasCommentIn } from '../comments.ts';

/**
 * The edit that drops a property of an object literal.
 *
 * @returns undefined where it is none, or a comment would go with it
 */
export function removeProperty(sourceCode: SourceCode, place: Place): TextEdit | undefined {
  const property = getNodeOf(sourceCode, place);
  if (property.type !== 'Property') return undefined;
  const range = getRangeWithComma(sourceCode, property);
  return hasCommentIn(sourceCode, range) ? undefined : { range, text: '' };
}
