import type { RegionCount } from './messages.ts';

export interface RegionShare extends RegionCount {
  /** Rounded; 1 at least, so that none looks absent. */
  percent: number;
}

/** The part of each region in all places that name one; the largest first. */
export function getShares(regions: readonly RegionCount[]): RegionShare[] {
  const total = regions.reduce((sum, { count }) => sum + count, 0);
  return regions
    .map(({ region, count }) => ({ region, count, percent: Math.max(1, Math.round((100 * count) / total)) }))
    .sort((a, b) => b.count - a.count || (a.region < b.region ? -1 : 1));
}
