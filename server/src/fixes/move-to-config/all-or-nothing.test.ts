import { fixAll } from '../testing/memory-project.ts';

/** A source of numbers that is the same in each run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2', 'us-west-2'];

/** Properties whose values exist in a region only. */
const bound: readonly ((region: string) => string)[] = [
  (region) => `userPoolId: '${region}_AbCdEf123'`,
  (region) => `identityPoolId: '${region}:12345678-1234-1234-1234-123456789012'`,
  () => `image: 'ami-0abcdef1234567890'`,
  () => `network: { subnets: ['subnet-0abc1234', 'subnet-0abc5678'] }`,
  (region) => `images: { '${region}': 'ami-0abcdef1234567890' }`,
  (region) => `api: 'https://a1b2c3d4e5.execute-api.${region}.amazonaws.com/prod'`,
  (region) => `database: 'shop.c9akciq32xyz.${region}.rds.amazonaws.com'`,
  (region) => `login: 'https://shop.auth.${region}.amazoncognito.com/login'`,
  (region) => `issuer: 'https://cognito-idp.${region}.amazonaws.com/${region}_AbCdEf123'`,
  (region) => `key: 'arn:aws:kms:${region}:123456789012:key/12345678-1234-1234-1234-123456789012'`,
  () => `modelId: 'eu.anthropic.claude-sonnet-4-20250514-v1:0'`,
  (region) => `zones: ['${region}a', '${region}-lax-1a']`,
  (region) => `zones: ['${region}a', zoneOfTenant]`,
];

/** Properties that could move by themselves. */
const free: readonly ((region: string) => string)[] = [
  (region) => `region: '${region}'`,
  (region) => `queue: 'https://sqs.${region}.amazonaws.com/123456789012/orders'`,
  (region) => `topic: 'arn:aws:sns:${region}:123456789012:orders'`,
  (region) => `availabilityZones: ['${region}a', '${region}b', '${region}c']`,
  () => `timeout: 5`,
];

function shuffle<T>(items: readonly T[], random: (below: number) => number): T[] {
  return items
    .map((item) => ({ item, at: random(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

it.each(Array.from({ length: 120 }, (_, seed) => seed + 1))(
  'moves all of an object that is bound together, or nothing of it (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const region = regions[random(regions.length)] ?? 'us-east-1';
    const others = shuffle(free.slice(1), random).slice(0, random(free.length));
    const isBound = random(3) > 0;
    const own = isBound ? [bound[random(bound.length)]] : [];
    const properties = shuffle([free[0], ...others, ...own], random).map((make) => make?.(region) ?? '');
    const nested =
      random(2) === 0 ? properties.join(', ') : `client: { ${properties.join(', ')} }, retries: 2`;
    const text = `import { S3Client } from '@aws-sdk/client-s3';\nimport { zoneOfTenant } from './tenant.js';\nexport const s3 = new S3Client({ ${nested} });\n`;
    const { texts } = await fixAll(
      { 'package.json': '{ "type": "module" }', 'src/tenant.ts': '', 'src/a.ts': text },
      { kind: 'move-to-config' },
    );
    const after = texts['src/a.ts'] ?? '';
    if (isBound) expect(after).toBe(text);
    // What is not bound moves as a whole, or was not reported.
    else if (after !== text) expect(after).not.toContain(region);
  },
);
