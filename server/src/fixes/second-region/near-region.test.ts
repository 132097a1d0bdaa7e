import { awsRegion, awsRegions } from 'eslint-plugin-multi-region/catalog';
import { proposeSecondRegion } from './near-region.ts';

describe('proposeSecondRegion', () => {
  it.each([
    ['us-east-1', 'us-west-2'],
    ['us-west-2', 'us-east-2'],
    ['eu-central-1', 'eu-west-1'],
    ['eu-west-1', 'eu-central-1'],
    ['sa-east-1', 'us-west-2'],
    ['me-south-1', 'eu-west-1'],
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-west-1', 'us-gov-east-1'],
  ])('of %s is %s', (region, second) => {
    expect(proposeSecondRegion(region)).toBe(second);
  });

  it('is always another region of the same partition', () => {
    for (const { id, partition } of awsRegions) {
      const second = proposeSecondRegion(id);
      if (second === undefined) {
        expect(awsRegions.filter((other) => other.partition === partition)).toHaveLength(1);
        continue;
      }
      expect(second).not.toBe(id);
      expect(awsRegion(second)?.partition).toBe(partition);
    }
  });

  it('is none for what is no region of AWS', () => {
    expect(proposeSecondRegion('europe-west1')).toBeUndefined();
  });
});
