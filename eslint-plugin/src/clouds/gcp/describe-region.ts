import { findNear, type RegionDescription } from '../describe-region.ts';
import { gcpRegions } from './regions.generated.ts';
import { gcpRegion } from './regions.ts';

export function describeGcpRegion(id: string): RegionDescription | undefined {
  const region = gcpRegion(id);
  if (!region) return undefined;
  const others = gcpRegions.map((each) => ({ id: each.id, name: each.place }));
  return {
    id,
    name: region.place,
    details: [`Zones are named \`${id}-a\`, \`${id}-b\` ….`],
    near: findNear(id, others),
  };
}
