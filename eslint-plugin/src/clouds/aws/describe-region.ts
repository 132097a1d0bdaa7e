import { findNear, type RegionDescription } from '../describe-region.ts';
import { awsRegions } from './regions.generated.ts';
import { awsRegion } from './regions.ts';

export function describeAwsRegion(id: string): RegionDescription | undefined {
  const region = awsRegion(id);
  if (!region) return undefined;
  const { name, partition, zoneIdPrefix, optIn } = region;
  const others = awsRegions.filter((each) => each.partition === partition);
  return {
    id,
    name,
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
