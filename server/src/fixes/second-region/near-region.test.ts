import { awsRegion, awsRegions } from 'eslint-plugin-multi-region/catalog';
import { describeRegion, proposeSecondRegion } from './near-region.ts';

describe('proposeSecondRegion', () => {
  it.each([
    ['us-east-1', 'us-west-2'],
    ['us-west-2', 'us-east-1'],
    ['eu-central-1', 'eu-west-1'],
    ['eu-west-1', 'eu-central-1'],
    ['ca-central-1', 'ca-west-1'],
    ['ap-south-1', 'ap-south-2'],
    ['ap-southeast-2', 'ap-southeast-4'],
    ['ap-northeast-1', 'ap-northeast-3'],
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-west-1', 'us-gov-east-1'],
  ])('of %s is %s', (region, second) => {
    expect(proposeSecondRegion(region)).toBe(second);
  });

  it('is always another region of the same partition', () => {
    for (const { id, partition } of awsRegions) {
      const second = proposeSecondRegion(id);
      if (second === undefined) continue;
      expect(second).not.toBe(id);
      expect(awsRegion(second)?.partition).toBe(partition);
    }
  });

  it.each(['eu-west-2', 'eu-central-2', 'sa-east-1', 'ap-southeast-1', 'me-south-1', 'af-south-1'])(
    'of %s is none but by choice: it is alone in its country',
    (region) => {
      expect(proposeSecondRegion(region)).toBeUndefined();
      expect(proposeSecondRegion(region, ['eu-west-1'])).toBe('eu-west-1');
      expect(proposeSecondRegion(region, [region, 'cn-north-1'])).toBeUndefined();
    },
  );

  it('is one of the allowed regions, in the same country where that is possible', () => {
    expect(proposeSecondRegion('us-east-1', ['eu-west-1', 'us-east-2'])).toBe('us-east-2');
    expect(proposeSecondRegion('us-east-1', ['us-east-1', 'eu-west-1'])).toBe('eu-west-1');
  });

  it('is shown with its place', () => {
    expect(describeRegion('us-west-2')).toBe('us-west-2 (Oregon)');
    expect(describeRegion('ca-west-1')).toBe('ca-west-1 (Calgary, which an account has to enable first)');
  });

  it('is none for what is no region of AWS', () => {
    expect(proposeSecondRegion('europe-west1')).toBeUndefined();
  });
});
