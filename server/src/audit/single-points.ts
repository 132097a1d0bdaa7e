import { displayName } from 'eslint-plugin-multi-region/catalog';
import { homeOf } from './home-of.ts';
import type { ServicePlace, ServiceRow } from './inventory.ts';
import { plural } from '../printing/plural.ts';

/** A region whose loss takes code down that has nowhere else to go. */
export interface SinglePoint {
  region: string;
  /** The services that go down with it, sorted; without those that the code does not name. */
  services: string[];
  /** How many places depend on it. */
  places: number;
  /** The same in words. */
  message: string;
}

/**
 * Finds the regions that are single points of failure, the one with the most places first. What the settings
 * call not critical, or have a plan for, does not count.
 */
export function findSinglePoints(rows: readonly ServiceRow[]): SinglePoint[] {
  const pinned = new Map<string, ServicePlace[]>();
  for (const { places } of rows.filter(({ critical, plan }) => critical !== false && plan === undefined)) {
    for (const place of places) {
      if (place.region === undefined || !isPinned(place)) continue;
      const region = homeOf(place.region);
      const others = pinned.get(region);
      if (others) others.push(place);
      else pinned.set(region, [place]);
    }
  }
  return [...pinned]
    .map(([region, places]) => describe(region, places))
    .sort((a, b) => b.places - a.places || (a.region < b.region ? -1 : 1));
}

/** Whether nothing but an edit takes the place to another region. */
function isPinned({ failover }: ServicePlace): boolean {
  return failover === undefined || failover === 'none' || failover === 'kept';
}

function describe(region: string, places: readonly ServicePlace[]): SinglePoint {
  const services = [...new Set(places.flatMap(({ service }) => service ?? []))].sort();
  const fallbacks = places.filter(({ origin }) => origin === 'fallback').length;
  const unnamed = places.filter(({ service }) => service === undefined).length;
  const victims = services.map((service) => {
    const count = places.filter((place) => place.service === service).length;
    return `${displayName(service)} (${plural(count, 'place')})`;
  });
  if (unnamed > 0) victims.push(`other code (${plural(unnamed, 'place')})`);
  const verb = places.length === 1 ? 'depends' : 'depend';
  const when = fallbacks === 0 ? '' : ` (${fallbacks} of them when a variable is missing)`;
  const message = `Without ${region} you lose ${enumerate(victims)}: ${plural(places.length, 'place')} ${verb} on it${when}, and nothing there tries another region.`;
  return { region, services, places: places.length, message };
}

const namesShown = 6;

function enumerate(names: readonly string[]): string {
  const hidden = names.length - namesShown;
  // "1 more" would take as much room as the name.
  const shown = hidden > 1 ? [...names.slice(0, namesShown), `${hidden} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
