import { refactorAll } from '../testing/memory-project.ts';

/** Tries to move the regions of one file, and says what kept them where they are. */
async function explain(code: string, path = 'src/a.ts'): Promise<string[]> {
  const { plan } = await refactorAll(
    {
      'package.json': '{ "type": "module" }',
      [path]: `import { S3Client } from '@aws-sdk/client-s3';\n${code}\n`,
    },
    { kind: 'move-to-config' },
  );
  return [...new Set(plan.refused.map(({ reason }) => reason))];
}

describe('what stays where it is', () => {
  it('is a zone that only one region has', async () => {
    expect(await explain("new Subnet({ availabilityZone: 'us-west-2-lax-1a' });")).toEqual([
      'This Local Zone or Wavelength Zone is in us-west-2 only.',
    ]);
    expect(await explain("new Subnet({ availabilityZone: 'us-west-2a' });")).toEqual([]);
  });

  it.each([
    ["process.env.AWS_REGION || discovery.region || 'us-east-1'", 1],
    ["process.env.A ?? process.env.B ?? discovery.region ?? 'us-east-1'", 1],
    ["discovery.region || process.env.AWS_REGION || 'us-east-1'", 0],
    ["process.env.AWS_REGION || 'us-east-1'", 0],
  ])(
    'is the last of several choices, where config would stop the program before it: %s',
    async (value, count) => {
      const reasons = await explain(`new S3Client({ region: ${value} });`);
      expect(reasons).toHaveLength(count);
      for (const reason of reasons) expect(reason).toContain('Something else is tried');
    },
  );
});
