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

/** The region that the status bar shows: the user's own where the code names it, or else the most frequent. */
export function getShown(
  regions: readonly RegionCount[],
  home: string,
): (RegionCount & { total: number }) | undefined {
  const shares = getShares(regions);
  const shown = shares.find(({ region }) => region === home) ?? shares[0];
  return shown && { ...shown, total: shares.reduce((sum, { count }) => sum + count, 0) };
}
