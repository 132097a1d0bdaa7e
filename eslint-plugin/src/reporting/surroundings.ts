import type { RegionSite } from '../facts/region-site.ts';

/** What rules say of a region in a file that takes its region from somewhere else. */
export const surroundingsMessages = {
  elsewhere: 'This {{file}} takes its region from {{source}} in {{places}}; here it is {{region}}.',
};

/** The message of a site whose surroundings are known; undefined for any other. */
export function describeSurroundings({
  region,
  surroundings,
}: RegionSite): { messageId: 'elsewhere'; data: Record<string, string> } | undefined {
  if (!surroundings) return undefined;
  const { file, source, count } = surroundings;
  const places = count === 1 ? '1 place' : `${String(count)} places`;
  return { messageId: 'elsewhere', data: { file, source, places, region } };
}
