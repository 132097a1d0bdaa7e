import type { RegionSite } from 'eslint-plugin-multi-region/facts';

/** Words that say what a value is, and not which one. */
const plainWords =
  /^(?:address|amazon|api|arn|ask|aws|azure|base|bucket|cdk|choose|client|cloud|config|configuration|const|current|data|default|deploy|deployment|endpoint|env|environment|fallback|find|for|gcp|get|google|host|id|key|load|location|main|my|name|options?|params?|primary|project|prompt|props|queue|read|region|regions|resolve|resource|sdk|select|service|settings|stack|target|the|this|topic|uri|url|value|zone)$/u;

/**
 * What a constant says of the region it holds: `bedrock` of `BEDROCK_REGION`, nothing of `AWS_REGION`.
 *
 * @returns in camel case; undefined where it says nothing
 */
export function getConstantHint(site: RegionSite): string | undefined {
  if (site.form !== 'region') return undefined;
  const name = site.holderName;
  const hint = name === undefined || !/region|location/iu.test(name) ? undefined : toHint(name);
  return hint === undefined || isPartOf(site.region, hint) ? undefined : hint;
}

/** Whether a hint only spells a region: `euWest` would name the entry after what may change. */
function isPartOf(region: string, hint: string): boolean {
  const letters = region.toLowerCase().replace(/[^a-z]/gu, '');
  return /north|south|east|west|central/iu.test(hint) && letters.includes(hint.toLowerCase());
}

/** `bedrock` of `BEDROCK_REGION`, as the name of a constant or a variable. @returns undefined where it says nothing */
export function toHint(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .split(/[\s_$]+/u)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '' && !plainWords.test(word));
  // `US_EAST_1_REGION` would name the entry after what may change.
  if (words.length === 0 || words.length > 3 || words.some((word) => /^\d+$/u.test(word))) return undefined;
  const [first = '', ...rest] = words;
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** What of a target is to be named: how often each region is used, and with what. */
export interface RegionUse {
  region: string;
  cloud: RegionSite['cloud'];
  sites: RegionSite[];
}

/** Counts the regions of a config module's files; the most used comes first, of two alike the one that the code names first. */
export function rankRegions(sites: readonly RegionSite[]): RegionUse[] {
  const uses = new Map<string, RegionUse>();
  for (const site of sites) {
    const key = `${site.cloud} ${site.region}`;
    const use = uses.get(key) ?? { region: site.region, cloud: site.cloud, sites: [] };
    use.sites.push(site);
    uses.set(key, use);
  }
  return [...uses.values()].sort((a, b) => b.sites.length - a.sites.length);
}

/**
 * What the entry of a region may be called, best first: what its constants call it; `primary` for the one that most
 * of the code uses; else its service.
 *
 * @param isFirst whether no other region of the module is used more
 */
export function proposeNames({ cloud, sites }: RegionUse, isFirst: boolean): string[] {
  const hints = new Set(sites.map(getConstantHint));
  const [own, ...others] = hints;
  if (own !== undefined && others.length === 0) return [own];
  const services = new Set(sites.flatMap((site) => site.services));
  const [first, ...rest] = services;
  const service = first !== undefined && rest.length === 0 ? [first] : [];
  if (isFirst) return ['primary', ...service];
  return [...service, ...(cloud === 'aws' ? [] : [cloud]), 'secondary'];
}
