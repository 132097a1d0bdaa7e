import type { MendDescription } from 'eslint-plugin-multi-region/edits';
import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { EntryRequest } from '../../region-module/config-target.ts';

/** Services that work with what one region has granted: a verified sender, access to a model. */
const tiedToIdentity = /^(?:bedrock|pinpoint|ses)/u;

/**
 * What config is asked for, so that it can stand in a region's place.
 *
 * @param names words for a new entry, best first
 */
export function createRequest(
  { region, cloud, service, role }: RegionSite,
  { reading: { reads, operator, kept } }: Pick<MendDescription, 'reading'>,
  names: readonly string[],
): EntryRequest {
  // A variable says by itself what it is for.
  const isNamed = reads.length > 0 || kept !== undefined;
  const isApart = !isNamed && service !== undefined && tiedToIdentity.test(service);
  const own = isApart
    ? [shortenService(service)]
    : role === 'infrastructure'
      ? ['deployment', ...names]
      : names;
  return { region, cloud, reads, operator, kept, names: isNamed ? [] : own, isApart };
}

/** `bedrock` of `bedrock-runtime`, `ses` of `sesv2`. */
function shortenService(service: string): string {
  return tiedToIdentity.exec(service)?.[0] ?? service;
}
