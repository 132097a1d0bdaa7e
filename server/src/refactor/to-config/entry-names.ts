import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import { getHolderName } from '../source/holder-name.ts';

/** Words that say what a value is, and not which one. */
const plainWords =
  /^(?:address|amazon|api|arn|aws|azure|base|bucket|cdk|client|cloud|config|configuration|const|current|data|default|deploy|deployment|endpoint|env|environment|fallback|gcp|google|host|id|key|location|main|my|name|options?|params?|primary|project|props|queue|region|regions|resource|sdk|service|settings|stack|target|the|this|topic|uri|url|value|zone)$/u;

/**
 * What a constant says of the region it holds: `bedrock` of `BEDROCK_REGION`, nothing of `AWS_REGION`.
 *
 * @returns in camel case; undefined where it says nothing
 */
export function getConstantHint(site: RegionSite): string | undefined {
  if (site.form !== 'region') return undefined;
  const name = getHolderName(site.node);
  return name === undefined || !/region|location/iu.test(name) ? undefined : toHint(name);
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
  if (isFirst) return ['primary'];
  const services = new Set(sites.flatMap((site) => site.services));
  const [service] = services;
  return [
    ...(service !== undefined && services.size === 1 ? [service] : []),
    ...(cloud === 'aws' ? [] : [cloud]),
    'secondary',
  ];
}
