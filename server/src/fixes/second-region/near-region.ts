import { awsRegion, awsRegions } from 'eslint-plugin-multi-region/catalog';

/**
 * The regions that have nearly all services, and that every account has, by continent. A region is proposed from its
 * own list: the data stays on the continent, and the way there is short.
 */
const largeRegions: Readonly<Record<string, readonly string[]>> = {
  us: ['us-west-2', 'us-east-2'],
  eu: ['eu-west-1', 'eu-central-1'],
  ap: ['ap-southeast-1', 'ap-northeast-1'],
};

/** Continents with one region or none that every account has, and where traffic from there goes to. */
const nextContinent: Readonly<Record<string, string>> = {
  af: 'eu',
  ca: 'us',
  il: 'eu',
  me: 'eu',
  mx: 'us',
  sa: 'us',
};

/**
 * Proposes a second region for one of AWS: another one of the same partition, as credentials are good for one
 * partition only, on the same continent where there is a large one.
 *
 * @param region `us-east-1`
 * @returns undefined for a region that is not known, or is the only one of its partition
 */
export function proposeSecondRegion(region: string): string | undefined {
  const known = awsRegion(region);
  if (!known) return undefined;
  const others = awsRegions.filter(({ id, partition }) => partition === known.partition && id !== region);
  const own = getContinent(region);
  const wanted = [...(largeRegions[own] ?? []), ...(largeRegions[nextContinent[own] ?? ''] ?? [])];
  const near = wanted.find((id) => others.some((other) => other.id === id));
  return near ?? others[0]?.id;
}

/** `eu` of `eu-west-1`: for AWS, the continent is the first word. */
function getContinent(region: string): string {
  return region.slice(0, region.indexOf('-'));
}
