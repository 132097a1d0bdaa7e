import { Readable } from 'node:stream';
import {
  PutObjectCommand,
  S3,
  S3Client,
  type PutObjectCommandOutput,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { withRegionFailover } from '../../server/src/fixes/second-region/failover-client/region-failover.ts';
import { fetchHandler } from './fetch-handler.ts';
import { clientConfig, createClients } from './s3-clients.ts';
import { refuse, startS3Region, type S3Region } from './s3-region.ts';

let east: S3Region;
let west: S3Region;

beforeEach(async () => {
  [east, west] = await Promise.all([startS3Region('us-east-1'), startS3Region('us-west-2')]);
});

afterEach(async () => {
  await Promise.all([east.kill(), west.kill()]);
});

const names = ['us-east-1', 'us-west-2'];
const put = new PutObjectCommand({ Bucket: 'orders', Key: 'order-1', Body: 'paid' });

describe('the clients', () => {
  it('are made when they are needed, once for each region', async () => {
    const made: string[] = [];
    const client = withRegionFailover(names, (name) => {
      made.push(name);
      return createClients([east, west])(name);
    });
    await client.send(put);
    expect(made).toEqual(['us-east-1']);
    await east.kill();
    await client.send(put);
    await client.send(put);
    expect(made).toEqual(['us-east-1', 'us-west-2']);
  });

  it('are all destroyed', async () => {
    const client = withRegionFailover(names, createClients([east, west]));
    east.behave(refuse(503, 'ServiceUnavailable'));
    await client.send(put);
    expect(await Promise.all([east.countConnections(), west.countConnections()])).toEqual([1, 1]);
    const closed = [east.nextClosed(), west.nextClosed()];
    client.destroy();
    await Promise.all(closed);
  });

  it('are made for each region once, when a region is in the list twice', async () => {
    const made: string[] = [];
    const client = withRegionFailover([...names, 'us-east-1'], (name) => {
      made.push(name);
      return createClients([east, west])(name);
    });
    await Promise.all([east.kill(), west.kill()]);
    await expect(client.send(put)).rejects.toMatchObject({ name: 'AllRegionsFailedError' });
    expect(made).toEqual(names);
  });
});

describe('what is handed out', () => {
  it('passes for a client', () => {
    const client = withRegionFailover(names, createClients([east, west]));
    expect(client).toBeInstanceOf(S3Client);
  });

  it('has the methods of an aggregated client', async () => {
    const s3 = withRegionFailover(names, (name) => new S3(clientConfig(name === east.name ? east : west)));
    await east.kill();
    await s3.putObject({ Bucket: 'orders', Key: 'order-1', Body: 'paid' });
    const { Body } = await s3.getObject({ Bucket: 'orders', Key: 'order-1' });
    expect(await Body?.transformToString()).toBe('paid');
    expect(west.objects.size).toBe(1);
  });

  it('takes callbacks', async () => {
    const client = withRegionFailover(names, createClients([east, west]));
    await east.kill();
    const output = await new Promise<PutObjectCommandOutput | undefined>((resolve, reject) => {
      client.send(put, (error: unknown, output) => {
        if (error instanceof Error) reject(error);
        else resolve(output);
      });
    });
    expect(output?.ETag).toBe('"0"');

    west.behave(refuse(403, 'AccessDenied'));
    const error = await new Promise((resolve) => {
      client.send(put, { requestTimeout: 10_000 }, resolve);
    });
    expect(error).toMatchObject({ name: 'AccessDenied' });
  });

  it('has the config of the region that is in use', async () => {
    const client = withRegionFailover(names, createClients([east, west]));
    expect(await client.config.region()).toBe('us-east-1');
    await east.kill();
    await client.send(put);
    expect(await client.config.region()).toBe('us-west-2');
    expect(client.middlewareStack.identify().length).toBeGreaterThan(0);
  });
});

describe('a client of a region', () => {
  it('can have its own bucket, by a middleware', async () => {
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west])(name);
      client.middlewareStack.add(
        (next) => (args) => next({ ...args, input: { ...args.input, Bucket: `orders-${name}` } }),
        { step: 'initialize' },
      );
      return client;
    });
    await client.send(put);
    await east.kill();
    await client.send(put);
    expect([...east.objects.keys()]).toEqual(['/orders-us-east-1/order-1']);
    expect([...west.objects.keys()]).toEqual(['/orders-us-west-2/order-1']);
  });
});

describe('a stream', () => {
  const stream = () =>
    new PutObjectCommand({
      Bucket: 'orders',
      Key: 'order-1',
      Body: Readable.from([Buffer.from('the first half, '), Buffer.from('the second half')]),
      ContentLength: 31,
    });

  // Without a checksum after the stream, so that the body is the bytes and nothing else.
  const config: S3ClientConfig = { requestChecksumCalculation: 'WHEN_REQUIRED' };

  it('is not sent to a second region, for the first has had some of it', async () => {
    const client = withRegionFailover(names, createClients([east, west], config));
    east.behave((response) => response.destroy());
    await expect(client.send(stream())).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(west.requests).toEqual([]);
    // The next call knows.
    await client.send(stream());
    expect(west.objects.get('/orders/order-1')).toBe('the first half, the second half');
    expect(east.requests.length).toBe(1);
  });

  it.each([
    ['of the web', () => new Blob(['paid']).stream()],
    ['of Node', () => Readable.from(['paid'])],
  ])('is known as one: %s', async (_, createBody) => {
    await east.kill();
    const client = withRegionFailover(
      names,
      createClients([east, west], { ...config, requestHandler: fetchHandler }),
    );
    const command = new PutObjectCommand({
      Bucket: 'orders',
      Key: 'a',
      Body: createBody(),
      ContentLength: 4,
    });
    await expect(client.send(command)).rejects.toThrow('fetch failed');
    expect(west.requests).toEqual([]);
  });

  it.each([
    ['a string', 'paid'],
    ['bytes', Buffer.from('paid')],
    ['a blob', new Blob(['paid'])],
  ])('is not what can be sent again: %s', async (_, Body) => {
    await east.kill();
    const client = withRegionFailover(
      names,
      createClients([east, west], { ...config, requestHandler: fetchHandler }),
    );
    await client.send(new PutObjectCommand({ Bucket: 'orders', Key: 'a', Body }));
    expect(west.objects.get('/orders/a')).toBe('paid');
  });
});

describe('wrong arguments are refused at the start', () => {
  const create = createClients([]);
  it.each([
    [[], '[]'],
    [['us-east-1', ''], '["us-east-1",""]'],
    [['us-east-1', process.env.NO_SUCH_REGION as unknown as string], '["us-east-1",null]'],
  ])('regions %j', (regions, shown) => {
    expect(() => withRegionFailover(regions, create)).toThrow(`a region is missing in ${shown}`);
  });

  it.each([[['us-east-1']], [['us-east-1', 'us-east-1']]])('no second region: %j', (regions) => {
    expect(() => withRegionFailover(regions, create)).toThrow('there is no region but us-east-1');
  });

  it.each([{ timeoutMs: 0 }, { timeoutMs: Number.NaN }, { coolDownMs: -1 }])('options %j', (options) => {
    expect(() => withRegionFailover(names, create, options)).toThrow('these are not times');
  });
});
