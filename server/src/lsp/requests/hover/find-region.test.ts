import { findRegionAt } from './find-region.ts';

describe('findRegionAt', () => {
  it.each([
    ["f('us-ea|st-1')", 'us-east-1'],
    ['// in eu-west-1b| only', 'eu-west-1'],
    ['arn:aws:sqs:ap-south-1:12345|6789012:orders', 'ap-south-1'],
    ['https://sqs.us-west-2.amazon|aws.com/', 'us-west-2'],
    ['const a = b|;', undefined],
    ['bucket-us-east-1-old|', undefined],
  ])('%s', (marked, region) => {
    const offset = marked.indexOf('|');
    expect(findRegionAt(marked.replace('|', ''), undefined, offset)?.region).toBe(region);
  });

  it('does not go through a whole minified line', () => {
    const text = 'x'.repeat(1_000_000);
    expect(findRegionAt(text, undefined, 500_000)).toBeUndefined();
  });
});
