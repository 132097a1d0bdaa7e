import type { SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { getLiteralNode } from '../literal.ts';
import { hasCommentIn } from '../comments.ts';
import { getRangeWithComma } from './property-range.ts';
import { isViteFile } from './follow-deployment.ts';

/**
 * The edit that drops `region` from the options of an AWS client, so that the SDK resolves it.
 *
 * @returns undefined where the literal does not stand in the options themselves, or a comment would go with it
 */
export function removeRegionOption(sourceCode: SourceCode, site: RegionSite): TextEdit | undefined {
  const property = getLiteralNode(sourceCode, site).parent;
  if (site.role !== 'client-option' || site.cloud !== 'aws' || property?.type !== 'Property')
    return undefined;
  // A signer, and a client in a browser, has nothing to take the region from.
  const isClient = property.parent.parent.type === 'NewExpression' && site.service !== undefined;
  if (!isClient || isViteFile(sourceCode)) return undefined;
  const range = getRangeWithComma(sourceCode, property);
  return hasCommentIn(sourceCode, range) ? undefined : { range, text: '' };
}
