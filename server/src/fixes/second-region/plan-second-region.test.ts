import { fixAll, type Texts } from '../testing/memory-project.ts';

const choice = { kind: 'second-region' } as const;

/** Gives all clients of a file a second region, and checks that nothing of them is left to do. */
async function wrap(text: string, path = 'src/a.ts', others: Texts = {}): Promise<Texts> {
  const { texts, plan } = await fixAll({ '.env': '', 'src/log.ts': '', ...others, [path]: text }, choice);
  expect(plan.refused).toEqual([]);
  const again = await fixAll(texts, choice);
  expect(again.plan.files).toEqual([]);
  expect(again.plan.refused.map(({ finding }) => finding.message)).toEqual([]);
  return texts;
}

async function refuse(text: string, path = 'src/a.ts'): Promise<string[]> {
  const { texts, plan } = await fixAll(
    { [path]: text },
    { ...choice },
    { pick: (ruleId) => ruleId === 'multi-region/require-client-failover' },
  );
  expect(texts[path]).toBe(text);
  expect(plan.files).toEqual([]);
  return plan.refused.map(({ reason }) => reason);
}

const imports = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { log } from './log.js';
`;
const added = `import { regions } from './config/regions.js';
import { withRegionFailover } from './config/region-failover.js';
`;

describe('second-region', () => {
  it('wraps the client, and writes the modules that it needs', async () => {
    const texts = await wrap(`${imports}
export const db = new DynamoDBClient({ region: 'us-east-1' });
`);
    expect(texts['src/a.ts']).toBe(`${imports}${added}
export const db = withRegionFailover(
  [regions.primary, regions.secondary],
  (region) => new DynamoDBClient({ region }),
);
`);
    expect(Object.keys(texts)).toEqual([
      '.env',
      'src/log.ts',
      'src/a.ts',
      'src/config/regions.ts',
      '.env.example',
      'src/config/region-failover.ts',
    ]);
    expect(texts['src/config/region-failover.ts']).toContain('export function withRegionFailover<');
    expect(texts['.env.example']).toMatch(/=us-east-1\n.+=us-west-2\n/);
  });

  it.each([
    [
      'on one line where it fits',
      "const a = new S3({ region: 'us-east-1' });",
      'const a = withRegionFailover([regions.primary, regions.secondary], (region) => new S3({ region }));',
    ],
    [
      'a document client with the client that is made in it',
      "use(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1', maxAttempts: 2 })));",
      `use(withRegionFailover(
  [regions.primary, regions.secondary],
  (region) => DynamoDBDocumentClient.from(new DynamoDBClient({ region, maxAttempts: 2 })),
));`,
    ],
    [
      'a document client that is made of the client later',
      "const client = new DynamoDBClient({ region: 'us-east-1' });\n\nexport const documents = DynamoDBDocumentClient.from(client, {});",
      `\nexport const documents = withRegionFailover(
  [regions.primary, regions.secondary],
  (region) => DynamoDBDocumentClient.from(new DynamoDBClient({ region }), {}),
);
`,
    ],
    [
      'with a constant for the first region',
      "const REGION = 'us-east-1';\nconst a = new S3({ region: REGION });",
      'const REGION = regions.primary;\nconst a = withRegionFailover([REGION, regions.secondary], (region) => new S3({ region }));',
    ],
    [
      'with a constant of the same name',
      "const region = 'us-east-1';\nconst a = new S3({ region });",
      'const region = regions.primary;\nconst a = withRegionFailover([region, regions.secondary], (region) => new S3({ region }));',
    ],
    [
      'with another name where the options use that one',
      "const db = new DynamoDBClient({ region: 'us-east-1', logger: logOf(region) });",
      'eachRegion) => new DynamoDBClient({ region: eachRegion, logger: logOf(region) })',
    ],
    [
      'with options that are spread',
      "const common = { region: 'us-east-1' };\nconst db = new DynamoDBClient({ ...common, maxAttempts: 2 });",
      'new DynamoDBClient({ ...common, maxAttempts: 2, region })',
    ],
    [
      'with options that have a name',
      "const options = { region: 'us-east-1' };\nconst db = new DynamoDBClient(options);",
      'new DynamoDBClient({ ...options, region })',
    ],
    [
      'with lines of its own',
      "const database = new DynamoDBClient({\n  region: 'us-east-1',\n  maxAttempts: 2,\n});",
      `const database = withRegionFailover(
  [regions.primary, regions.secondary],
  (region) => new DynamoDBClient({
    region,
    maxAttempts: 2,
  }),
);`,
    ],
    [
      'in a class',
      "class A {\n  private db = new DynamoDBClient({ region: 'us-east-1' });\n}",
      `class A {
  private db = withRegionFailover(
    [regions.primary, regions.secondary],
    (region) => new DynamoDBClient({ region }),
  );
}`,
    ],
  ])('writes it %s', async (_, before, after) => {
    const texts = await wrap(`${imports}\n${before}\n`);
    expect(texts['src/a.ts']).toContain(after);
    expect(texts['src/a.ts']).toContain(`${imports}${added}`);
  });

  it('uses what is there already', async () => {
    const texts = await wrap(
      `import { S3 } from '@aws-sdk/client-s3';
import { withRegionFailover } from './config/region-failover.js';

export const s3 = new S3({ region: 'us-east-1' });
export const other = withRegionFailover(['eu-west-1', 'eu-central-1'], (region) => new S3({ region }));
`,
      'src/a.ts',
      { 'src/config/region-failover.ts': 'export function withRegionFailover() {}\n' },
    );
    expect(texts['src/config/region-failover.ts']).toBe('export function withRegionFailover() {}\n');
    expect(texts['src/a.ts']?.match(/import \{ withRegionFailover \}/gu)).toHaveLength(1);
  });

  it('works in CommonJS', async () => {
    const texts = await wrap(
      `const { S3Client } = require('@aws-sdk/client-s3');
module.exports = new S3Client({ region: 'eu-west-1' });
`,
      'src/a.js',
    );
    expect(texts['src/a.js']).toBe(`const { S3Client } = require('@aws-sdk/client-s3');
const { regions } = require('./config/regions');
const { withRegionFailover } = require('./config/region-failover');
module.exports = withRegionFailover(
  [regions.primary, regions.secondary],
  (region) => new S3Client({ region }),
);
`);
    expect(texts['src/config/region-failover.js']).toMatch(/^module\.exports = \{.*withRegionFailover/mu);
  });

  it.each([
    ["import AWS from 'aws-sdk';\nnew AWS.S3({ region: 'us-east-1' });", 'AWS SDK v3'],
    [
      "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1', endpoint: 'https://s3.us-east-1.amazonaws.com' });",
      'endpoint',
    ],
    [
      "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1', credentials: await get() });",
      'wait',
    ],
    [
      "'use client';\nimport { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });",
      'browsers',
    ],
    [
      "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({ region: 'us-east-1' });\nsqs.send(new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/a', MessageBody: '' }));",
      'queue',
    ],
    [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nconst db = new DynamoDBClient({ region: 'us-east-1' });\nexport const documents = DynamoDBDocumentClient.from(db);\nexport { db };",
      'document client',
    ],
    [
      "import { S3Client } from '@aws-sdk/client-s3';\nfunction withRegionFailover() {}\nnew S3Client({ region: 'us-east-1' });",
      'withRegionFailover',
    ],
  ])('says why not: %#', async (text, reason) => {
    const reasons = await refuse(`${text}\n`);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(reason);
    expect(reasons[0]).toMatch(/\.$/);
  });
});
