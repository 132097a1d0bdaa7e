import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  leaveRegion,
  returnToRegion,
  withRegionFailover,
  type FailoverOptions,
} from '../../server/src/fixes/second-region/failover-client/region-failover.ts';
import { clientConfig, createClients } from './s3-clients.ts';
import { hang, hold, refuse, startS3Region, type S3Region } from './s3-region.ts';

let east: S3Region;
let west: S3Region;

beforeEach(async () => {
  [east, west] = await Promise.all([startS3Region('us-east-1'), startS3Region('us-west-2')]);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Promise.all([east.kill(), west.kill()]);
});

const names = ['us-east-1', 'us-west-2'];
const cut: Parameters<S3Region['behave']>[0] = (response) => response.destroy();
const put = (key = 'order-1') => new PutObjectCommand({ Bucket: 'orders', Key: key, Body: 'paid' });

function createClient(options?: FailoverOptions): S3Client {
  return withRegionFailover(names, createClients([east, west], { maxAttempts: 1 }), options);
}

/** How many requests east and west have had. */
function counts(): [number, number] {
  return [east.requests.length, west.requests.length];
}

function stopClock(): void {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.spyOn(Math, 'random').mockReturnValue(0);
}

async function sendAll(client: S3Client, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => client.send(put(`order-${index}`))));
}

describe('one call that fails', () => {
  it.each([
    ['an error of the server', refuse(500, 'InternalError')],
    ['a page of a proxy', (response: Parameters<typeof hang>[0]) => response.writeHead(503).end('<html>')],
  ])('goes on alone: %s', async (_, answer) => {
    const client = createClient();
    east.behave(answer);
    await client.send(put());
    east.recover();
    await sendAll(client, 10);
    expect(counts()).toEqual([11, 1]);
  });

  it('takes the others with it when it is the third in a row', async () => {
    const client = createClient();
    east.behave(refuse(500, 'InternalError'));
    for (const key of ['a', 'b', 'c', 'd']) await client.send(put(key));
    expect(counts()).toEqual([3, 4]);
  });

  it('does not when another one was answered in between', async () => {
    const client = createClient();
    for (let round = 0; round < 3; round++) {
      east.behave(refuse(500, 'InternalError'));
      await client.send(put());
      await client.send(put());
      east.recover();
      await client.send(put());
    }
    expect(counts()).toEqual([9, 6]);
  });

  it('takes the others with it when the region has never answered', async () => {
    const client = createClient();
    east.behave(cut);
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([1, 2]);
  });

  it('takes the others with it when the region has not answered for a minute', async () => {
    stopClock();
    const client = createClient();
    await client.send(put());
    vi.advanceTimersByTime(60_001);
    east.behave(cut);
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([2, 2]);
  });

  it('goes on alone when it failed quickly, and the third in a row does not', async () => {
    stopClock();
    const client = createClient();
    await client.send(put());
    east.behave(cut);
    await client.send(put());
    east.recover();
    vi.advanceTimersByTime(59_000);
    await client.send(put());
    expect(counts()).toEqual([3, 1]);
    east.behave(cut);
    for (const key of ['a', 'b', 'c', 'd']) await client.send(put(key));
    expect(counts()).toEqual([6, 5]);
  });

  it('takes the others with it when it waited for a second, and none was answered', async () => {
    const client = createClient({ timeoutMs: 1_000 });
    await client.send(put());
    east.behave(hang);
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([2, 2]);
  });

  it('does not when another call was answered while it waited', async () => {
    const client = createClient({ timeoutMs: 400 });
    const slow = hold();
    east.behave(slow.answer);
    const waiting = client.send(put('slow'));
    await slow.taken;
    east.recover();
    await client.send(put('quick'));
    await waiting;
    await sendAll(client, 5);
    // The slow one went on to the west, alone.
    expect(counts()).toEqual([7, 1]);
  });
});

describe('throttling', () => {
  it('moves the call that it hits, and no other', async () => {
    const client = withRegionFailover(
      names,
      (name) =>
        new DynamoDBClient({ ...(clientConfig(name === east.name ? east : west) as object), maxAttempts: 1 }),
    );
    const item = (id: string) => new PutItemCommand({ TableName: 'orders', Item: { id: { S: id } } });
    const answer: Parameters<S3Region['behave']>[0] = (response, { body }) => {
      const isHot = body.includes('hot');
      response.writeHead(isHot ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(isHot ? '{"__type":"ProvisionedThroughputExceededException"}' : '{}');
    };
    east.behave(answer);
    west.behave((response) => response.writeHead(200).end('{}'));
    for (let call = 0; call < 4; call++) {
      await client.send(item('hot'));
      await client.send(item('cold'));
    }
    expect(counts()).toEqual([8, 4]);
  });

  it('is no silence of the region, when the SDK is still at its attempts as the time is over', async () => {
    const told: unknown[] = [];
    const client = withRegionFailover(names, createClients([east, west], { maxAttempts: 10 }), {
      timeoutMs: 300,
      onRegionTrouble: (_, error) => told.push(String(error)),
    });
    east.behave(refuse(503, 'SlowDown'));
    // The status of S3's throttling is one of a server in trouble; 429 is not.
    east.behave(refuse(429, 'TooManyRequestsException'));
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(told).toEqual([
      'TimeoutError: no answer in 300 ms; the last attempt was answered with the status 429',
    ]);
    expect(west.requests.length).toBe(1);
    expect(east.objects.size).toBe(1);
  });
});

describe('a busy thread', () => {
  it('is not taken for a region that hangs', async () => {
    const client = createClient({ timeoutMs: 200 });
    await client.send(put());
    const sent = Array.from({ length: 10 }, (_, index) => client.send(put(`order-${index}`)));
    // The requests go out, then the thread is busy for longer than a region may take.
    await east.reached(3);
    const end = performance.now() + 300;
    while (performance.now() < end);
    await Promise.all(sent);
    expect(west.requests).toEqual([]);
  });
});

describe('when both regions are in trouble', () => {
  it('the one that has failed least is asked first', async () => {
    stopClock();
    const client = createClient();
    east.behave(refuse(500, 'InternalError'));
    for (const key of ['a', 'b', 'c']) await client.send(put(key));
    west.behave(cut);
    await client.send(put('d')).catch(() => undefined);
    const before = counts();
    west.recover();
    await client.send(put('e'));
    expect(counts()).toEqual([before[0], before[1] + 1]);
  });

  it('one failed call of the second does not send all callers back to the first, which hangs', async () => {
    const client = createClient({ timeoutMs: 300 });
    east.behave(hang);
    await client.send(put());
    let isFirst = true;
    west.behave((response, request) => {
      if (isFirst) refuse(503, 'ServiceUnavailable')(response, request);
      else response.end();
      isFirst = false;
    });
    const before = east.requests.length;
    await client.send(put('first')).catch(() => undefined);
    await sendAll(client, 20);
    expect(east.requests.length - before).toBeLessThanOrEqual(1);
  });

  it('each is given three seconds, and not the whole time', async () => {
    const client = createClient();
    for (const region of [east, west]) region.behave(cut);
    await client.send(put()).catch(() => undefined);
    for (const region of [east, west]) region.behave(hang);
    const error: unknown = await client.send(put()).catch((error: unknown) => error);
    expect(String(error)).toMatch(/us-east-1: TimeoutError: no answer in 3000 ms; us-west-2: TimeoutError/);
  }, 20_000);
});

describe('the cool-down', () => {
  it('doubles up to eight times while the region stays in trouble, and one answer clears it', async () => {
    stopClock();
    const told: string[] = [];
    const client = createClient({ coolDownMs: 1_000, onRegionWell: (region) => told.push(region) });
    east.behave(cut);
    await client.send(put());
    for (const seconds of [1, 2, 4, 8, 8]) {
      const before = east.requests.length;
      vi.advanceTimersByTime(seconds * 1_000 - 1);
      await client.send(put());
      expect(east.requests.length).toBe(before);
      vi.advanceTimersByTime(1);
      await client.send(put());
      expect(east.requests.length).toBe(before + 1);
    }
    east.recover();
    vi.advanceTimersByTime(8_000);
    expect(told).toEqual([]);
    await client.send(put());
    expect(told).toEqual(['us-east-1']);

    // From a second again.
    east.behave(cut);
    vi.advanceTimersByTime(1);
    for (const key of ['a', 'b', 'c']) await client.send(put(key));
    vi.advanceTimersByTime(1_000);
    const before = east.requests.length;
    await client.send(put());
    expect(east.requests.length).toBe(before + 1);
  });

  it('is not over for all processes at once', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const client = createClient({ coolDownMs: 1_000 });
    east.behave(cut);
    await client.send(put());
    east.recover();
    vi.advanceTimersByTime(1_200);
    await client.send(put());
    expect(east.requests.length).toBe(1);
    vi.advanceTimersByTime(50);
    await client.send(put());
    expect(east.requests.length).toBe(2);
    expect(random).toHaveBeenCalled();
  });

  it('does not end later when the clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const client = createClient({ coolDownMs: 50 });
    east.behave(cut);
    await client.send(put());
    east.recover();
    vi.setSystemTime(Date.now() - 3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await client.send(put());
    expect(east.requests.length).toBe(2);
  });
});

describe('what is told', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('the logger is down, too');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the metrics are down, too'))],
  ])('does not stand in the way when the callback %s', async (_, onRegionTrouble) => {
    const client = createClient({ onRegionTrouble });
    east.behave(cut);
    await client.send(put());
    expect(west.objects.size).toBe(1);
  });

  it('names the first region when the second one refuses', async () => {
    const client = createClient();
    east.behave(cut);
    west.behave(refuse(403, 'AccessDenied'));
    await expect(client.send(put())).rejects.toMatchObject({
      name: 'AccessDenied',
      regionsInTrouble: [{ region: 'us-east-1', error: { code: 'ECONNRESET' } }],
    });
  });

  it('names both when the client of the second one cannot be made', async () => {
    const client = withRegionFailover(names, (name) => {
      if (name === west.name) throw new Error('no settings for us-west-2');
      return createClients([east], { maxAttempts: 1 })(name);
    });
    east.behave(cut);
    await expect(client.send(put())).rejects.toMatchObject({
      name: 'AllRegionsFailedError',
      errors: [{ code: 'ECONNRESET' }, { message: 'no settings for us-west-2' }],
      $metadata: {},
    });
  });

  it('is nothing of regions when there are no credentials', async () => {
    const told: unknown[] = [];
    const client = withRegionFailover(
      names,
      (name) =>
        new S3Client({
          ...clientConfig(name === east.name ? east : west),
          credentials: () =>
            Promise.reject(Object.assign(new Error('the agent is away'), { code: 'ECONNREFUSED' })),
        }),
      { onRegionTrouble: (region) => told.push(region) },
    );
    const error: unknown = await client.send(put()).catch((error: unknown) => error);
    expect(error).toMatchObject({ message: 'the agent is away' });
    expect(told).toEqual([]);
    expect(counts()).toEqual([0, 0]);
  });
});

describe('the codes of a network', () => {
  it.each([
    'ENODATA',
    'ESERVFAIL',
    'ETIMEOUT',
    'EREFUSED',
    'EAI_FAIL',
    'ENETDOWN',
    'EHOSTDOWN',
    'EPROTO',
    'ERR_HTTP2_INVALID_SESSION',
    'ERR_HTTP2_PING_CANCEL',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_SOCKET',
  ])('are trouble of the region: %s', async (code) => {
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west], { maxAttempts: 1 })(name);
      if (name !== east.name) return client;
      client.middlewareStack.add(
        () => () => Promise.reject(Object.assign(new Error(`made up ${code}`), { code })),
        { step: 'deserialize', priority: 'low' },
      );
      return client;
    });
    await client.send(put());
    expect(counts()).toEqual([0, 1]);
  });

  it('are read from the message where the error is of another realm', async () => {
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west], { maxAttempts: 1 })(name);
      if (name !== east.name) return client;
      const text = 'AWS SDK error wrapper for Error: connect ECONNREFUSED 127.0.0.1:1';
      client.middlewareStack.add(() => () => Promise.reject(new Error(text)), { step: 'deserialize' });
      return client;
    });
    await client.send(put());
    expect(counts()).toEqual([0, 1]);
  });

  it('are no trouble of the region when they are of something else', async () => {
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west], { maxAttempts: 1 })(name);
      client.middlewareStack.add(
        () => () => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
        { step: 'deserialize' },
      );
      return client;
    });
    await expect(client.send(put())).rejects.toThrow('no such file');
    expect(counts()).toEqual([0, 0]);
  });

  it('are those of a name server that knows no address', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const lost = { ...east, endpoint: `http://127.0.0.1:${port}` };
    const client = withRegionFailover(names, createClients([lost, west], { maxAttempts: 1 }));
    await client.send(put());
    expect(counts()).toEqual([0, 1]);
  });
});

describe('a call that must not be repeated', () => {
  const mayRepeat = (command: object) => !(command instanceof PutObjectCommand);

  it.each([
    ['is cut off', cut],
    ['got an error of the server', refuse(500, 'InternalError')],
  ])('is not sent to the next region when it %s', async (_, answer) => {
    const client = createClient({ mayRepeat });
    east.behave(answer);
    await expect(client.send(put())).rejects.toBeInstanceOf(Error);
    expect(west.requests).toEqual([]);
  });

  it('is not when there was no answer in time', async () => {
    const client = createClient({ mayRepeat, timeoutMs: 100 });
    east.behave(hang);
    await expect(client.send(put())).rejects.toThrow('no answer in 100 ms');
    expect(west.requests).toEqual([]);
  });

  it('is when nothing of it was sent', async () => {
    const client = createClient({ mayRepeat });
    await east.kill();
    await client.send(put());
    expect(west.objects.size).toBe(1);
  });
});

describe('callers with time limits of their own', () => {
  it('find out together that a region hangs', async () => {
    const client = createClient();
    east.behave(hang);
    for (let call = 0; call < 3; call++) {
      const abortSignal = AbortSignal.timeout(100);
      await expect(client.send(put(), { abortSignal })).rejects.toMatchObject({ name: 'AbortError' });
    }
    await client.send(put(), { abortSignal: AbortSignal.timeout(5_000) });
    expect(counts()).toEqual([3, 1]);
  });

  it('learn nothing from a signal that was late already', async () => {
    const client = createClient();
    for (let call = 0; call < 3; call++) {
      const abortSignal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
      await expect(client.send(put(), { abortSignal })).rejects.toBeInstanceOf(Error);
    }
    await client.send(put());
    expect(counts()).toEqual([1, 0]);
  });
});

describe('a person', () => {
  afterEach(() => {
    names.forEach(returnToRegion);
  });

  it('takes all clients of the process away, and back', async () => {
    const clients = [createClient(), createClient()];
    leaveRegion('us-east-1');
    for (const client of clients) await client.send(put());
    expect(counts()).toEqual([0, 2]);
    // Not even as the last resort.
    west.behave(cut);
    await expect(clients[0]?.send(put())).rejects.toMatchObject({ name: 'AllRegionsFailedError' });
    expect(east.requests).toEqual([]);
    west.recover();
    returnToRegion('us-east-1');
    for (const client of clients) await client.send(put());
    expect(counts()).toEqual([2, 3]);
  });

  it('does so for a time', async () => {
    stopClock();
    const client = createClient();
    leaveRegion('us-east-1', 5_000);
    vi.advanceTimersByTime(4_999);
    await client.send(put());
    vi.advanceTimersByTime(1);
    await client.send(put());
    expect(counts()).toEqual([1, 1]);
  });

  it('ends a cool-down without an end', async () => {
    const client = createClient({ coolDownMs: Infinity });
    east.behave(cut);
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([1, 2]);
    await new Promise((resolve) => setTimeout(resolve, 2));
    returnToRegion('us-east-1');
    await client.send(put());
    expect(counts()).toEqual([2, 2]);
  });

  it('can leave all regions: then they are used as ever', async () => {
    for (const name of names) leaveRegion(name);
    await createClient().send(put());
    expect(counts()).toEqual([1, 0]);
  });
});
