import type { TSESTree } from '@typescript-eslint/utils';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { SourceCode } from '../ast.ts';
import { getLiteralNode } from '../literal.ts';
import { placeOf } from '../place-of.ts';
import { findNoPlace } from './reasons/no-place.ts';

/**
 * The zones that stand in one list with a zone: they move together.
 *
 * @returns the site itself, and the others in the order of the file; only the site where it is no part of a list
 */
export function listTogether(sourceCode: SourceCode, site: RegionSite): readonly RegionSite[] {
  const list = getList(sourceCode, site);
  if (!list) return [site];
  const own = getLiteralNode(sourceCode, site);
  return list.elements.flatMap((element) => {
    if (element === own) return [site];
    return element?.type === 'Literal' && isZoneOf(site, element) ? [toSite(site, element)] : [];
  });
}

/** Why a list of zones cannot move: one of its members cannot. */
export function findTornList(sourceCode: SourceCode, site: RegionSite): string | undefined {
  const list = getList(sourceCode, site);
  if (!list) return undefined;
  const members = listTogether(sourceCode, site);
  if (members.length < list.elements.length) {
    return `The list holds more than zones of ${site.region} that are written down: its members move together.`;
  }
  return members.some(findNoPlace)
    ? `The list holds a Local Zone or a Wavelength Zone, which is in ${site.region} only: its members move together.`
    : undefined;
}

function getList(sourceCode: SourceCode, site: RegionSite): TSESTree.ArrayExpression | undefined {
  if (site.form !== 'zone') return undefined;
  const { parent } = getLiteralNode(sourceCode, site);
  return parent?.type === 'ArrayExpression' ? parent : undefined;
}

function isZoneOf({ region }: RegionSite, { value }: TSESTree.Literal): boolean {
  return typeof value === 'string' && value.startsWith(region) && value.length > region.length;
}

function toSite(site: RegionSite, literal: TSESTree.Literal): RegionSite {
  const start = literal.range[0] + 1;
  const text = String(literal.value);
  return {
    ...site,
    literal: placeOf(literal),
    range: [start, start + text.length],
    regionRange: [start, start + site.region.length],
    text,
  };
}
