import type { DocumentEdit, DocumentSite } from '../facts.ts';
import { remember } from '../../../remember.ts';
import type { DocumentFile, DocumentPlace } from '../place.ts';

/** Makes a place of serverless.yml take the region that the service is deployed to. */
export function followService({ node, file }: DocumentPlace, site: DocumentSite): DocumentEdit | undefined {
  const { regionRange, form } = site;
  if (!regionRange || form === 'zone' || node.style === 'block') return undefined;
  const isSub = node.tag === '!Sub' || node.key === 'Fn::Sub';
  if (node.tag !== undefined && !isSub) return undefined;
  if (isSub) return { expression: 'AWS::Region', changes: [{ range: regionRange, text: '${AWS::Region}' }] };
  const expression = getExpression(file);
  const { source } = site.surroundings ?? {};
  const chosen = source?.startsWith('${') ? source : expression;
  if (node.style !== 'plain') return { expression: chosen, changes: [{ range: regionRange, text: chosen }] };
  // Braces mean something in a flow collection, so that a plain text has to be quoted there.
  const offset = regionRange[0] - node.range[0];
  const text = node.text.slice(0, offset) + chosen + node.text.slice(offset + site.region.length);
  return { expression: chosen, changes: [{ range: node.range, text: isFlow(node) ? `'${text}'` : text }] };
}

function isFlow(node: DocumentPlace['node']): boolean {
  for (let each = node.parent; each; each = each.parent) if (each.isFlow) return true;
  return false;
}

/** Version 1 of the framework does not know `${aws:region}`. */
const getExpression = remember(({ text }: DocumentFile): string =>
  /^frameworkVersion\s*:\s*(?:['"^~>=][\^~>=\s]*)?[12]\b/m.test(text)
    ? '${self:provider.region}'
    : '${aws:region}',
);
