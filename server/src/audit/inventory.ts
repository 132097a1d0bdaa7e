import {
  getRole,
  type Failover,
  type FileFacts,
  type RegionOrigin,
  type RegionSite,
} from 'eslint-plugin-multi-region/facts';
import type { ServiceSettings } from '../lint/file-linter.ts';
import { combineCritical, combinePlans } from './combine-settings.ts';

/** A place of the audited folder. */
export interface Place {
  /** Relative to the audited folder, with `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
}

/** A service and where it is used from; `region` is undefined where the code does not name one. */
export interface ServicePlace extends Place {
  /** As its SDK package names it: `s3`; undefined where the code does not say. */
  service: string | undefined;
  region: string | undefined;
  /** Where the region comes from when it is not written down. */
  origin: RegionOrigin;
  /** What the client does when its region is down; undefined where a region is used without a client in sight. */
  failover: Failover | undefined;
  /** What `settings['multi-region'].services` says for this file. */
  critical: boolean | undefined;
  /** The same: the plan for the day the region fails, in words. */
  plan: string | undefined;
}

/**
 * Lists what a file uses and in which region: each client once for each of its regions, then the regions that
 * are written down for no client in sight. Clients that are fine are in it too.
 *
 * @param facts what the analysis found
 * @param path relative to the audited folder, with `/`
 * @param services what the settings say of services
 */
export function listServicePlaces(
  { clientSites, regionSites }: FileFacts,
  path: string,
  services: Readonly<Record<string, ServiceSettings>> = {},
): ServicePlace[] {
  const places: ServicePlace[] = [];
  const ofClients = new Set<RegionSite>();
  const getSettings = (service: string | undefined) => {
    const isNamed = service !== undefined && Object.hasOwn(services, service);
    const { critical, failover: plan } = (isNamed ? services[service] : undefined) ?? {};
    return { critical, plan };
  };
  for (const { loc, service, regions, origin, sites, failover } of clientSites) {
    if (sites.some(isElsewhere)) continue;
    const { line, column } = loc.start;
    const place = { path, line, column: column + 1, service, origin, failover, ...getSettings(service) };
    for (const region of new Set(regions)) places.push({ ...place, region });
    if (regions.length === 0) places.push({ ...place, region: undefined });
    for (const site of sites) ofClients.add(site);
  }
  for (const site of regionSites) {
    if (ofClients.has(site) || !getRole(site.role).isInUse) continue;
    const { line, column } = site.literal.loc.start;
    const { service, region, role } = site;
    const origin = role === 'fallback' ? 'fallback' : 'literal';
    const failover = role === 'mandated' ? 'not-needed' : undefined;
    places.push({
      path,
      line,
      column: column + 1,
      service,
      region,
      origin,
      failover,
      ...getSettings(service),
    });
  }
  return places;
}

/** Whether the region is a word that a stand-in for the cloud, or another vendor, happens to want. */
function isElsewhere({ role }: RegionSite): boolean {
  return role === 'local' || role === 'other-vendor';
}

/** One service with all that is known of it. */
export interface ServiceRow {
  /** undefined: the places whose service the code does not say. */
  service: string | undefined;
  /** Those that are written down, sorted. */
  regions: string[];
  /** Whether customers notice when it is away; undefined where the settings do not say. */
  critical: boolean | undefined;
  /** The plan for the day the region fails, in the words of the settings. */
  plan: string | undefined;
  places: ServicePlace[];
}

/**
 * Groups places by service: those with a name in alphabetical order, then those without.
 *
 * @param places of all files, in their order
 */
export function groupByService(places: readonly ServicePlace[]): ServiceRow[] {
  const rows = new Map<string | undefined, ServicePlace[]>();
  for (const place of places) {
    const row = rows.get(place.service);
    if (row) row.push(place);
    else rows.set(place.service, [place]);
  }
  return [...rows]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([service, places]) => ({
      service,
      regions: collectRegions(places),
      critical: combineCritical(places.map(({ critical }) => critical)),
      plan: combinePlans(places.map(({ plan }) => plan)),
      places,
    }));
}

function collectRegions(places: readonly ServicePlace[]): string[] {
  return [...new Set(places.flatMap(({ region }) => region ?? []))].sort();
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : 1;
}
