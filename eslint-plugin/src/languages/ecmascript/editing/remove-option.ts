import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { Edit } from '../../edit.ts';
import { getLiteralNode } from '../literal.ts';
import { removesComment } from './removes-comment.ts';
import { skipGap } from './skip-gap.ts';
import { isViteFile } from './follow-deployment.ts';

/**
 * The edit that drops `region` from the options of an AWS client, so that the SDK resolves it.
 *
 * @returns undefined where the literal does not stand in the options themselves, or a comment would go with it
 */
export function removeRegionOption(sourceCode: SourceCode, site: RegionSite): Edit | undefined {
  const property = getLiteralNode(sourceCode, site).parent;
  if (site.role !== 'client-option' || site.cloud !== 'aws' || property?.type !== 'Property')
    return undefined;
  // A signer, and a client in a browser, has nothing to take the region from.
  const isClient = property.parent.parent.type === 'NewExpression' && site.service !== undefined;
  if (!isClient || isViteFile(sourceCode)) return undefined;
  const range = getRangeWithComma(sourceCode, property);
  return !range || removesComment(sourceCode, range) ? undefined : { range, text: '' };
}

/**
 * The range of a property with the comma that it no longer needs.
 *
 * @returns undefined where the property is not part of an object literal
 */
export function getRangeWithComma(
  { text }: SourceCode,
  property: TSESTree.Property,
): [start: number, end: number] | undefined {
  const object = property.parent;
  if (object.type !== 'ObjectExpression') return undefined;
  const previous = object.properties[object.properties.indexOf(property) - 1];
  if (previous) return [previous.range[1], property.range[1]];
  const next = skipGap(text, property.range[1]);
  const end = text.startsWith(',', next) ? next + 1 : property.range[1];
  const gap = /^\s*(?!\s|\/)/.exec(text.slice(end))?.[0].length ?? 0; // up to a comment, which stays where it is
  return object.properties.length === 1 ? [object.range[0] + 1, end + gap] : [property.range[0], end + gap];
}
