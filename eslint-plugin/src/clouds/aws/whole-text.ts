import type { FormMatch } from '../region-form.ts';
import { awsRegionId, awsRegionIdOfZonePrefix } from './regions.ts';

// Places with a Local Zone. A zone (us-west-2-lax-1a) is told by its shape; a group (us-west-2-lax-1) looks like any name
// that ends in a number (us-west-2-dev-1), and is told by its place.
const localZonePlaces =
  'akl|atl|bkk|bos|bue|ccu|chi|cph|del|den|dfw|ham|hel|hnl|iah|las|lax|lim|los|mci|mct|mia|mnl|msp|nyc|pdx|per|phl|phx|qro|scl|sea|tpe|waw';

const awsZoneSuffix = `[a-z]|-[a-z]{3}-\\d[a-z]|-(?:${localZonePlaces})-\\d|-wl\\d(?:-[a-z]{3}-wlz-?\\d)?|-zg-\\d`;
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const awsId = new RegExp(
  `^(?<region>${awsRegionId})(?:(?<zone>${awsZoneSuffix})|(?<pool>_[A-Za-z0-9]{9}|:${uuid}))?$`,
);
const awsZoneId = /^([a-z]{3,6}\d)(?:(?:-[a-z]{3}\d)?-az\d\d?|-wl\d-[a-z]{3}-wlz\d)$/;
const awsGlobalRegion = /^aws(?:-cn|-us-gov|-iso(?:-[bef])?)?-global$/;

/** The region of AWS that a whole text is: a region, a zone, a pool of Cognito. Undefined when it is anything else, or more than that. */
export function matchAwsWholeText(text: string): FormMatch | undefined {
  return matchAwsId(text) ?? matchAwsZoneId(text) ?? matchAwsGlobalRegion(text);
}

function matchAwsId(text: string): FormMatch | undefined {
  const groups = awsId.exec(text)?.groups;
  if (!groups?.region) return undefined;
  const match = { region: groups.region, start: 0, end: text.length, regionStart: 0 } as const;
  if (groups.zone) return { ...match, form: 'zone', zone: text };
  if (groups.pool) return { ...match, form: 'pool-id', service: poolService(groups.pool) };
  return { ...match, form: 'region' };
}

function poolService(pool: string): string {
  return pool.startsWith('_') ? 'cognito-identity-provider' : 'cognito-identity';
}

function matchAwsZoneId(text: string): FormMatch | undefined {
  const prefix = awsZoneId.exec(text)?.[1];
  const region = prefix && awsRegionIdOfZonePrefix(prefix);
  if (!region) return undefined;
  return { form: 'zone', region, zone: text, start: 0, end: text.length };
}

function matchAwsGlobalRegion(text: string): FormMatch | undefined {
  if (!awsGlobalRegion.test(text)) return undefined;
  return { form: 'global-region', region: text, start: 0, end: text.length, regionStart: 0 };
}
