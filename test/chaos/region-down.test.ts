import { createRequire } from 'node:module';
import type * as Chaos from '../../server/src/chaos/region-down.ts';
import { Shop } from './shop.ts';

const require = createRequire(import.meta.url);
// The built entry, as a project gets it.
const { regionDown } = require('../../server/dist/chaos.cjs') as typeof Chaos;

const { DynamoDBClient, PutItemCommand } =
  require('@aws-sdk/client-dynamodb') as typeof import('@aws-sdk/client-dynamodb');

let shop: Shop;

beforeEach(async () => {
  shop = await Shop.open({});
});

afterEach(async () => {
  await shop.close();
});

const createClient = (region: string) =>
  new DynamoDBClient({
    region,
    endpoint: shop.url,
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
const put = new PutItemCommand({ TableName: 'orders', Item: { id: { S: '1' } } });

describe('regionDown', () => {
  it.each([
    ['refuse', { code: 'ECONNREFUSED' }],
    ['dns', { code: 'ENOTFOUND' }],
    ['reset', { code: 'ECONNRESET' }],
    ['503', { $metadata: { httpStatusCode: 503 } }],
    ['throttle', { name: 'ProvisionedThroughputExceededException' }],
    ['lost-answers', { code: 'ECONNRESET' }],
  ] as const)('makes calls to the region fail, and no others: %s', async (how, error) => {
    const outage = regionDown('us-east-1', { how });
    await expect(createClient('us-east-1').send(put)).rejects.toMatchObject(error);
    await createClient('us-west-2').send(put);
    expect(outage.calls).toEqual([
      { service: 'dynamodb', operation: 'PutItem', region: 'us-east-1', hit: true },
      { service: 'dynamodb', operation: 'PutItem', region: 'us-west-2', hit: false },
    ]);
    outage.restore();
    await createClient('us-east-1').send(put);
    expect(outage.calls).toHaveLength(2);
  });

  it('lets go of what hangs when it ends', async () => {
    const outage = regionDown('us-east-1', { how: 'silent' });
    const sent = createClient('us-east-1').send(put);
    const failed = expect(sent).rejects.toMatchObject({ code: 'ECONNRESET' });
    await vi.waitUntil(() => outage.calls.length === 1);
    outage.restore();
    await failed;
  });

  it('hits only the services that it is told', async () => {
    const outage = regionDown('us-east-1', { services: ['s3'] });
    await createClient('us-east-1').send(put);
    expect(outage.calls).toMatchObject([{ hit: false }]);
    outage.restore();
  });

  it('is over at the end of its block', async () => {
    {
      const outage = regionDown('us-east-1');
      outage[Symbol.dispose]();
    }
    await createClient('us-east-1').send(put);
    expect(shop.requests).toEqual(['PutItem us-east-1']);
  });

  it('says which faults there are', () => {
    expect(() => regionDown('us-east-1', { how: 'fire' as 'dns' })).toThrow(
      "how is 'fire', but can be dns, refuse",
    );
  });

  it('is not an answer of the stand-in after the end', async () => {
    const outage = regionDown('us-east-1', { how: '503', hosts: { 'orders.example': 'us-east-1' } });
    expect((await fetch('http://orders.example/')).status).toBe(503);
    outage.restore();
    const other = regionDown('us-east-1', { how: 'dns', hosts: { 'orders.example': 'us-east-1' } });
    await expect(fetch('http://orders.example/')).rejects.toMatchObject({ cause: { code: 'ENOTFOUND' } });
    other.restore();
  });
});
