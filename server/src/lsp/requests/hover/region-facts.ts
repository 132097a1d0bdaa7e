import {
  awsRegion,
  awsRegions,
  azureLocation,
  azureLocations,
  gcpRegion,
  gcpRegions,
  type Cloud,
} from 'eslint-plugin-multi-region/catalog';

/** What people want to know of a region. */
export interface RegionDescription {
  id: string;
  /** What its cloud calls it: `US East (N. Virginia)`. */
  name: string;
  cloud: string;
  /** A sentence each. */
  details: string[];
  /** Others of the same partition, by what the catalog says of their places. */
  near: { id: string; name: string }[];
}

/**
 * Describes a region as far as it is known: only what the catalog says, nothing is guessed.
 *
 * @param id as code spells it: `us-east-1`, `us-central1`, `eastus`, `East US`
 * @returns undefined for a region that is not in the catalog
 */
export function describeRegion(id: string, cloud: Cloud): RegionDescription | undefined {
  switch (cloud) {
    case 'aws':
      return describeAws(id);
    case 'azure':
      return describeAzure(id);
    case 'gcp':
      return describeGcp(id);
  }
}

function describeAws(id: string): RegionDescription | undefined {
  const region = awsRegion(id);
  if (!region) return undefined;
  const { name, partition, zoneIdPrefix, optIn } = region;
  const others = awsRegions.filter((each) => each.partition === partition);
  return {
    id,
    name,
    cloud: 'AWS',
    details: [
      `Partition \`${partition}\`.`,
      `Zones are named \`${id}a\`, \`${id}b\` … in each account${
        zoneIdPrefix === undefined
          ? ''
          : `; their ids, the same for all accounts, begin with \`${zoneIdPrefix}-az\``
      }.`,
      ...(optIn ? ['An account has to enable this region first.'] : []),
    ],
    near: findNear(id, others),
  };
}

function describeGcp(id: string): RegionDescription | undefined {
  const region = gcpRegion(id);
  if (!region) return undefined;
  const others = gcpRegions.map((each) => ({ id: each.id, name: each.place }));
  return {
    id,
    name: region.place,
    cloud: 'Google Cloud',
    details: [`Zones are named \`${id}-a\`, \`${id}-b\` ….`],
    near: findNear(id, others),
  };
}

function describeAzure(text: string): RegionDescription | undefined {
  const location = azureLocation(text);
  if (!location) return undefined;
  const { name, displayName, place, paired } = location;
  const pair = azureLocations.find((each) => each.name === paired);
  return {
    id: name,
    name: place === undefined ? displayName : `${displayName} (${place})`,
    cloud: 'Azure',
    details: pair ? [`Azure pairs it with \`${pair.name}\` (${pair.displayName}).`] : [],
    near: pair ? [{ id: pair.name, name: pair.displayName }] : [],
  };
}

const mostNear = 3;

/** The regions of the same area, as the ids tell it: `us-east-…` before other `us-…`. */
function findNear(
  id: string,
  regions: readonly { id: string; name: string; optIn?: boolean }[],
): { id: string; name: string }[] {
  const area = areaOf(id);
  const continent = `${id.split('-')[0] ?? ''}-`;
  const rank = (other: { id: string; optIn?: boolean }) =>
    (areaOf(other.id) === area ? 0 : 2) + (other.optIn ? 1 : 0);
  return regions
    .filter((other) => other.id !== id && other.id.startsWith(continent))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostNear)
    .map(({ id: near, name }) => ({ id: near, name }));
}

/** `us-east-1` -> `us-east`, `europe-west12` -> `europe-west` */
function areaOf(id: string): string {
  return id.replace(/-?\d{1,3}$/u, '');
}
