import { fixAll } from '../testing/memory-project.ts';

/** Tries to move the regions of one file, and says what kept them where they are. */
async function explain(code: string, path = 'src/a.ts'): Promise<string[]> {
  const { plan } = await fixAll(
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
    ["new Pool({ region: 'us-east-1', userPoolId: 'us-east-1_AbCdEf123' });", /pool 'us-east-1_AbCdEf123'/],
    ["new Fleet({ region: 'us-east-1', image: 'ami-0abcdef1234567890' });", /'ami-0abcdef1234567890'/],
    ["new Fleet({ region: 'us-east-1', images: { 'us-east-1': 'x' } });", /by the key 'us-east-1'/],
    [
      "await fetch('https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod');",
      /host of 'a1b2c3d4e5.execute-api|host of 'a1b2c3d4e5'/,
    ],
    ["new Subnet({ availabilityZones: ['us-west-2a', 'us-west-2-lax-1a'] });", /Local Zone/],
    [
      "new Model({ region: 'eu-west-1', modelId: 'eu.anthropic.claude-sonnet-4-v1:0' });",
      /inference profile/,
    ],
    ["// CloudFront only takes certificates of us-east-1\nnew S3Client({ region: 'us-east-1' });", /comment/],
  ])('is bound to its region, or has a reason: %s', async (code, reason) => {
    const reasons = await explain(code);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(reason);
  });

  it('is the default of a setting that is declared with it', async () => {
    const code = "export const schema = z.object({ AWS_REGION: z.string().default('us-east-1') });";
    expect(await explain(code)).toEqual([expect.stringMatching(/in one place already/)]);
  });
});
