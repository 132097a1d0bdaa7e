import type { DocumentEdit, DocumentSite } from '../facts.ts';
import { remember } from '../../../remember.ts';
import type { DocumentPlace } from '../place.ts';
import type { ListNode } from '../tree.ts';

/**
 * Makes a place of a Terraform module take the module's own region: its variable, its local or its data source. Where the
 * variable has another default than the literal, they are not the same thing, and nothing is offered.
 */
export function followModule({ node, file }: DocumentPlace, site: DocumentSite): DocumentEdit | undefined {
  const { module } = file;
  if (!module || !site.regionRange || node.text.includes('%{')) return undefined;
  if (site.form === 'zone') return followZones(module.zones, node);
  const source = module.sources.find(
    ({ cloud, fallback }) =>
      (cloud === undefined || cloud === site.cloud) && (fallback === undefined || fallback === site.region),
  );
  if (!source) return undefined;
  const { expression } = source;
  // A local must not be made from itself.
  if (expression.startsWith('local.') && node.key !== undefined && expression === `local.${node.key}`)
    return undefined;
  const isJson = file.type.format === 'yaml';
  const isAlone = site.form === 'region' && node.style === 'double' && !isJson;
  return {
    expression,
    changes: isAlone
      ? [{ range: node.outer, text: expression }]
      : [{ range: site.regionRange, text: `\${${expression}}` }],
  };
}

/** A list of zones as a whole becomes as many of the zones that there are. */
function followZones(
  zones: string | undefined,
  { parent, style }: DocumentPlace['node'],
): DocumentEdit | undefined {
  if (zones === undefined || style !== 'double' || parent?.type !== 'list') return undefined;
  if (!holdsZonesOnly(parent)) return undefined;
  const count = parent.items.length;
  return { expression: zones, changes: [{ range: parent.range, text: `slice(${zones}, 0, ${count})` }] };
}

const holdsZonesOnly = remember(({ items }: ListNode): boolean =>
  items.every((item) => item.type === 'scalar' && /-\d[a-f]$/.test(item.text)),
);
