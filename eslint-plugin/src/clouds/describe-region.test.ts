import { type Cloud, getCloud } from './clouds.ts';
import type { RegionDescription } from './describe-region.ts';

function describeRegion(id: string, cloud: Cloud): RegionDescription | undefined {
  return getCloud(cloud).describeRegion?.(id);
}

describe('describeRegion', () => {
  it('names others of the same partition and area, first those that every account has', () => {
    const near = (id: string) => describeRegion(id, 'aws')?.near.map((each) => each.id);
    expect(near('us-east-1')).toEqual(['us-east-2', 'us-west-1', 'us-west-2']);
    expect(near('cn-north-1')).toEqual(['cn-northwest-1']);
    expect(near('us-gov-east-1')).toEqual(['us-gov-west-1']);
    expect(near('af-south-1')).toEqual([]);
  });

  it('says what the clouds say', () => {
    expect(describeRegion('us-central1', 'gcp')).toMatchObject({ name: 'Iowa' });
    const azure = describeRegion('East US', 'azure');
    expect(azure?.id).toBe('eastus');
    expect(azure?.details.join(' ')).toContain('westus');
    expect(describeRegion('af-south-1', 'aws')?.details.join(' ')).toContain('enable');
  });

  it('is silent about what it does not know', () => {
    expect(describeRegion('us-east-9', 'aws')).toBeUndefined();
    expect(describeRegion('us-east-1', 'gcp')).toBeUndefined();
  });
});
