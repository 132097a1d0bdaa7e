import { arrayDeclaration, moduleText } from './code.mjs';

const initials = {
  gov: 'g',
  iso: 'i',
  isob: 'ib',
  isoe: 'ie',
  isof: 'if',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  central: 'c',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
};

/** The module with AWS's regions. */
export function awsRegionsModule({ source, enabledByDefaultSource, enabledByDefault, regions }) {
  const rows = regions.map(({ id, partition, name }) => ({
    id,
    partition,
    name,
    place: placeIn(name),
    zoneIdPrefix: zoneIdPrefix(id),
    optIn: partition === 'aws' && !enabledByDefault.includes(id),
  }));
  return moduleText(
    [source, enabledByDefaultSource],
    [
      `export interface AwsRegion {
  id: string;
  partition: string;
  /** What AWS calls it: US East (N. Virginia). */
  name: string;
  /** The place alone: N. Virginia. */
  place: string;
  /** What the ids of its zones start with (\`use1\` of \`use1-az1\`); absent where AWS does not publish them. */
  zoneIdPrefix?: string;
  /** Whether an account has to enable it first. */
  optIn: boolean;
}`,
      arrayDeclaration('export const awsRegions: readonly AwsRegion[]', rows),
    ],
  );
}

/** The place in parentheses, unless it means nothing without what stands before it, as in Canada (Central). */
function placeIn(name) {
  const place = /\((.+)\)$/.exec(name)?.[1];
  return place && !/^(?:Central|US-East|US-West)$/.test(place) ? place : name;
}

/** `us-gov-west-1` -> `usgw1`. The zone ids of the European Sovereign Cloud are not public, and do not follow from others. */
function zoneIdPrefix(id) {
  const [area, ...words] = id.split('-');
  if (area.length !== 2) return undefined;
  return area + words.map((word) => (/^\d+$/.test(word) ? word : initials[word])).join('');
}
