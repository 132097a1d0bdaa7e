import { awsRegion } from 'eslint-plugin-multi-region/catalog';
import { listInCountry, listInJurisdiction } from './countries.ts';

/**
 * Proposes a second region for one of AWS: in the same country, else under the same law. Credentials are good for one
 * partition only.
 *
 * @param region `us-east-1`
 * @param allowed the regions that the project may use, as its settings say; empty: all
 * @returns undefined where the data would have to leave its country and its law, unless the settings allow the other region
 */
export function proposeSecondRegion(region: string, allowed: readonly string[] = []): string | undefined {
  const known = awsRegion(region);
  if (!known) return undefined;
  const near = [...listInCountry(region), ...listInJurisdiction(region)];
  if (allowed.length === 0) return near[0];
  const isUsable = (id: string) =>
    id !== region && allowed.includes(id) && awsRegion(id)?.partition === known.partition;
  return near.find(isUsable) ?? allowed.find(isUsable);
}

/** `ca-west-1 (Calgary)`, with a word on regions that an account has to enable first. */
export function describeRegion(id: string): string {
  const region = awsRegion(id);
  if (!region) return id;
  return `${id} (${region.place}${region.optIn ? ', which an account has to enable first' : ''})`;
}
