import {
  getRole,
  type Cloud,
  type Failover,
  type FileFacts,
  type RegionOrigin,
  type RegionSite,
} from 'eslint-plugin-multi-region/facts';
import type { ServiceSettings } from '../lint/file-linter.ts';
import { countUntil } from 'eslint-plugin-multi-region/facts';
import { homeOf } from './home-of.ts';
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

/** What decides a region: where it is written down, or the variable and where it is read. */
export interface Decider extends Place {
  /** The variable of the environment; undefined for a literal. */
  variable: string | undefined;
  /** For a literal that only counts where a variable is not set: the variable. */
  fallbackOf?: string;
}

/** A service and where it is used from; `region` is undefined where the code does not name one. */
export interface ServicePlace extends Place {
  /** The name of its repository, in an audit of several. */
  repository?: string;
  /** As its SDK package names it: `s3`; undefined where the code does not say. */
  service: string | undefined;
  region: string | undefined;
  /** Where the region comes from when it is not written down. */
  origin: RegionOrigin;
  /** What the client does when its region is down; undefined where a region is used without a client in sight. */
  failover: Failover | undefined;
  /** `client`: an SDK client is built there; `region`: a region is used without a client in sight. */
  kind?: 'client' | 'region';
  cloud?: Cloud;
  /** Whether the client may talk to something that is no cloud: its endpoint is not written down. */
  isDoubtful?: boolean;
  /** Left out where it is not known. */
  decidedBy?: Decider;
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
  locate?: (offset: number) => Located,
): ServicePlace[] {
  const places: ServicePlace[] = [];
  const ofClients = new Set<RegionSite>();
  const getSettings = (service: string | undefined) => {
    const isNamed = service !== undefined && Object.hasOwn(services, service);
    const { critical, failover: plan } = (isNamed ? services[service] : undefined) ?? {};
    return { critical, plan };
  };
  const find = (offset: number, { line, column }: { line: number; column: number }): Located =>
    locate?.(offset) ?? { line, column: column + 1 };
  const listInside = indexByPlace(regionSites);
  for (const { loc, range, cloud, service, regions, origin, sites, failover } of clientSites) {
    if (sites.some(({ role }) => role === 'other-vendor')) continue;
    // Its endpoint decides whether that is so; a variable may hold one, or none.
    const isDoubtful = sites.some(({ role }) => role === 'local');
    const { line, column } = find(range[0], loc.start);
    const client: ServicePlace = {
      path,
      line,
      column,
      kind: 'client',
      cloud,
      service,
      region: undefined,
      origin,
      failover,
      ...(isDoubtful && { isDoubtful }),
      ...getSettings(service),
    };
    for (const region of new Set(regions)) {
      const site = sites.find((each) => each.region === region);
      const decidedBy = site && decide(site);
      places.push({ ...client, region, ...(decidedBy && { decidedBy }) });
    }
    for (const site of sites) ofClients.add(site);
    // An endpoint among the options is the same client's; without a region beside it, it decides.
    const inside = listInside(range);
    const endpoint = inside.find(({ role }) => role === 'endpoint' || role === 'global-endpoint');
    if (regions.length === 0 && endpoint) {
      ofClients.add(endpoint);
      places.push({
        ...client,
        region: endpoint.region,
        origin: 'literal',
        failover: failover === 'follows-deployment' || failover === 'unknown' ? 'none' : failover,
        decidedBy: decide(endpoint),
      });
    } else if (regions.length === 0) places.push(client);
    for (const site of inside) if (regions.includes(homeOf(site.region))) ofClients.add(site);
  }
  for (const site of regionSites) {
    if (ofClients.has(site) || !getRole(site.role).isInUse) continue;
    const { line, column } = find(site.range[0], site.literal.loc.start);
    const { cloud, service, region, role } = site;
    const origin = role === 'fallback' ? 'fallback' : 'literal';
    const failover = role === 'mandated' ? 'not-needed' : undefined;
    places.push({
      path,
      line,
      column,
      kind: 'region',
      cloud,
      service,
      region,
      origin,
      failover,
      decidedBy: decide(site),
      ...getSettings(service),
    });
  }
  return places;

  function decide(site: RegionSite): Decider {
    const { line, column, decidedBy } = find(site.range[0], site.literal.loc.start);
    const fallbackOf = site.role === 'fallback' ? site.variable : undefined;
    return (
      decidedBy ?? {
        variable: undefined,
        path,
        line,
        column,
        ...(fallbackOf !== undefined && { fallbackOf }),
      }
    );
  }
}

/** Finds the sites in a range, without a look at all of them: there may be thousands of both. */
function indexByPlace(sites: readonly RegionSite[]): (range: readonly [number, number]) => RegionSite[] {
  const ordered = [...sites].sort((a, b) => a.range[0] - b.range[0]);
  return ([start, end]) => {
    let at = countUntil(ordered, ({ range }) => range[0] >= start);
    const found: RegionSite[] = [];
    for (let site = ordered[at]; site && site.range[0] < end; site = ordered[++at]) {
      if (site.range[1] <= end) found.push(site);
    }
    return found;
  };
}

/** A place in the file that people see; for a region that comes from elsewhere, what decides. */
interface Located {
  line: number;
  column: number;
  decidedBy?: Decider;
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
