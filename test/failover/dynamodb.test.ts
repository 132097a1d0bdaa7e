import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  ResourceNotFoundException,
  paginateScan,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { withRegionFailover } from '../../server/src/fixes/second-region/failover-client/region-failover.ts';
import { clientConfig, startDynamoDBRegion } from './dynamodb-region.ts';
import type { Region } from './region.ts';

let east: Region;
let west: Region;

beforeEach(async () => {
  [east, west] = await Promise.all([startDynamoDBRegion('us-east-1'), startDynamoDBRegion('us-west-2')]);
});

afterEach(async () => {
  await Promise.all([east.kill(), west.kill()]);
});

const names = ['us-east-1', 'us-west-2'];
const createClient = (name: string) => new DynamoDBClient(clientConfig(name === east.name ? east : west));
const createDocumentClient = (name: string) => DynamoDBDocumentClient.from(createClient(name));

/** How many requests of this operation a region has had. */
function count(region: Region, operation: string): number {
  return region.requests.filter((request) => request.operation === operation).length;
}

/** The ids of the orders that a region holds. */
async function readIds(region: Region): Promise<string[]> {
  const client = createDocumentClient(region.name);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'orders' }));
  return Items.map(({ id }) => String(id)).sort();
}

describe('DynamoDB, when its first region is killed in mid-traffic', () => {
  it('answers every call from the second', async () => {
    const client = withRegionFailover(names, createClient);
    const ids = Array.from({ length: 20 }, (_, index) => `order-${String(index).padStart(2, '0')}`);
    for (const id of ids) {
      if (id === 'order-08') await east.kill();
      await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: id } } }));
    }
    await east.revive();
    expect(await readIds(east)).toEqual(ids.slice(0, 8));
    expect(await readIds(west)).toEqual(ids.slice(8));
  });

  it('signs for the region that it sends to', async () => {
    const client = withRegionFailover(names, createClient);
    const command = new PutItemCommand({ TableName: 'orders', Item: { id: { S: 'order-1' } } });
    await client.send(command);
    await east.kill();
    // The same command: what its first region has left in it does not matter.
    await client.send(command);
    await client.send(command);
    expect(new Set(east.requests.map(({ signedFor }) => signedFor))).toEqual(new Set(['us-east-1']));
    expect(new Set(west.requests.map(({ signedFor }) => signedFor))).toEqual(new Set(['us-west-2']));
    expect(count(west, 'PutItem')).toBe(2);
  });

  it('loses no call of fifty at once', async () => {
    const client = withRegionFailover(names, createDocumentClient);
    const ids = Array.from({ length: 50 }, (_, index) => `order-${index}`);
    let done = 0;
    await Promise.all(
      ids.map(async (id) => {
        await client.send(new PutCommand({ TableName: 'orders', Item: { id } }));
        done += 1;
        if (done === 20) await east.kill();
      }),
    );
    await east.revive();
    const stored = new Set([...(await readIds(east)), ...(await readIds(west))]);
    expect([...stored].sort()).toEqual([...ids].sort());
  });
});

describe('an answer of DynamoDB that is the same in all regions', () => {
  it.each([
    [
      'a condition that fails',
      ConditionalCheckFailedException,
      new PutItemCommand({
        TableName: 'orders',
        Item: { id: { S: 'order-1' } },
        ConditionExpression: 'attribute_exists(id)',
      }),
    ],
    [
      'no such table',
      ResourceNotFoundException,
      new PutItemCommand({ TableName: 'invoices', Item: { id: { S: 'order-1' } } }),
    ],
    ['an invalid item', Error, new PutItemCommand({ TableName: 'orders', Item: { id: { N: '1' } } })],
  ])('is handed on, and no other region is asked: %s', async (_, type, command) => {
    const client = withRegionFailover(names, createClient);
    const error: unknown = await client.send(command).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(type);
    expect(error).toHaveProperty('$metadata.httpStatusCode', 400);
    expect(count(east, 'PutItem')).toBe(1);
    expect(count(west, 'PutItem')).toBe(0);
  });
});

describe('the document client', () => {
  it('has its items translated in each region', async () => {
    for (const region of [east, west]) {
      const item = { id: 'order-1', from: region.name, lines: [{ sku: 'A7', count: 2 }] };
      await createDocumentClient(region.name).send(new PutCommand({ TableName: 'orders', Item: item }));
    }
    const client = withRegionFailover(names, createDocumentClient);
    const command = new GetCommand({ TableName: 'orders', Key: { id: 'order-1' } });
    expect((await client.send(command)).Item).toMatchObject({ from: 'us-east-1', lines: [{ count: 2 }] });
    await east.kill();
    expect((await client.send(command)).Item).toMatchObject({ from: 'us-west-2', lines: [{ count: 2 }] });
  });

  it('has its methods, too', async () => {
    const documents = withRegionFailover(names, (name) => DynamoDBDocument.from(createClient(name)));
    await east.kill();
    await documents.put({ TableName: 'orders', Item: { id: 'order-1' } });
    expect(await readIds(west)).toEqual(['order-1']);
  });

  it('cannot be put around the wrapper, for its calls would not fail over', () => {
    const client = withRegionFailover(names, createClient);
    expect(() => DynamoDBDocumentClient.from(client)).toThrow(
      '(region) => DynamoDBDocumentClient.from(new DynamoDBClient({ region }))',
    );
    expect(() => DynamoDBDocument.from(client)).toThrow('withRegionFailover');
  });
});

describe('what takes a client', () => {
  it('gets the next page from the second region', async () => {
    for (const region of [east, west])
      for (const id of ['order-1', 'order-2', 'order-3'])
        await createDocumentClient(region.name).send(new PutCommand({ TableName: 'orders', Item: { id } }));

    const client = withRegionFailover(names, createClient);
    const ids: (string | undefined)[] = [];
    for await (const { Items } of paginateScan({ client, pageSize: 1 }, { TableName: 'orders' })) {
      ids.push(...(Items ?? []).map(({ id }) => id?.S));
      await east.kill();
    }
    expect(ids.sort()).toEqual(['order-1', 'order-2', 'order-3']);
    expect(count(east, 'Scan')).toBe(1);
  });

  it('waits in the second region', async () => {
    const client = withRegionFailover(names, createClient);
    await east.kill();
    const { state } = await waitUntilTableExists(
      { client, minDelay: 1, maxWaitTime: 10 },
      { TableName: 'orders' },
    );
    expect(state).toBe('SUCCESS');
  });
});
