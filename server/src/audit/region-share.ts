import { homeOf } from './home-of.ts';
import type { ServicePlace } from './inventory.ts';

/** How much of the code depends on a region. */
export interface RegionShare {
  region: string;
  /** How many places depend on it; those that need no failover are not counted. */
  places: number;
  /** Its part of all places that depend on a region, from 0 to 1, to four digits. */
  share: number;
}

/**
 * The share of each region, largest first.
 *
 * @param places of all services
 */
export function shareRegions(places: readonly ServicePlace[]): RegionShare[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { region: named, failover } of places) {
    // What needs no failover does not depend on the region that it names.
    if (named === undefined || failover === 'not-needed') continue;
    const region = homeOf(named);
    counts.set(region, (counts.get(region) ?? 0) + 1);
    total++;
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([region, count]) => ({ region, places: count, share: Math.round((count / total) * 1e4) / 1e4 }));
}

/** `58%`; small shares keep one digit: `0.4%`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 1 ? percent.toFixed(1) : Math.round(percent)}%`;
}
