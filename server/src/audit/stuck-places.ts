import type { Audit } from './audit.ts';
import { homeOf } from './home-of.ts';
import type { ServicePlace } from './inventory.ts';

/** Whether a place names a region, and nothing but an edit or a variable takes it elsewhere. */
export function isStuck({ region, failover }: ServicePlace): boolean {
  return region !== undefined && (failover === undefined || failover === 'none' || failover === 'kept');
}

/** By region, the places that try no other one. */
export function countStuck({ services }: Pick<Audit, 'services'>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of services.flatMap(({ places }) => places)) {
    if (place.region === undefined || !isStuck(place)) continue;
    const home = homeOf(place.region);
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return counts;
}
