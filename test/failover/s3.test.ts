import { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  withRegionFailover,
  type FailoverOptions,
} from '../../server/src/fixes/second-region/failover-client/region-failover.ts';
import { fetchHandler } from './fetch-handler.ts';
import { createClients } from './s3-clients.ts';
import { hang, hold, refuse, startS3Region, type S3Region } from './s3-region.ts';

let east: S3Region;
let west: S3Region;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  // No jitter.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  [east, west] = await Promise.all([startS3Region('us-east-1'), startS3Region('us-west-2')]);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Promise.all([east.kill(), west.kill()]);
});

const names = ['us-east-1', 'us-west-2'];
const put = (key = 'order-1', body = 'paid') =>
  new PutObjectCommand({ Bucket: 'orders', Key: key, Body: body });
const get = (key = 'order-1') => new GetObjectCommand({ Bucket: 'orders', Key: key });

function createClient(options?: FailoverOptions): S3Client {
  return withRegionFailover(names, createClients([east, west]), options);
}

/** How many requests east and west have had. */
function counts(): [number, number] {
  return [east.requests.length, west.requests.length];
}

function fail(sent: Promise<unknown>): Promise<Error> {
  return sent.then(
    () => {
      throw new Error('The call was expected to fail.');
    },
    (error: unknown) => error as Error,
  );
}

/** Stops the timers, too; the network goes on. */
function stopTimers(): void {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
}

function passCoolDown(ms = 60_000): void {
  vi.advanceTimersByTime(ms);
}

describe('trouble of the region', () => {
  it.each([
    ['an internal error', 500, 'InternalError', 3],
    ['an unavailable service', 503, 'ServiceUnavailable', 3],
    ['throttling, retried to the end', 503, 'SlowDown', 3],
    ['throttling, by its status', 429, 'Odd', 3],
    ['throttling, by its name', 400, 'ThrottlingException', 3],
  ])('sends the call to the next one: %s', async (_, status, code, attempts) => {
    east.behave(refuse(status, code));
    await createClient().send(put());
    expect(west.objects.get('/orders/order-1')).toBe('paid');
    expect(counts()).toEqual([attempts, 1]);
  });

  it('is throttling, by what the SDK knows of the error', async () => {
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west])(name);
      client.middlewareStack.add(
        (next) => (args) =>
          next(args).catch((error: unknown) => {
            throw Object.assign(error as Error, { $retryable: { throttling: true } });
          }),
        { step: 'initialize' },
      );
      return client;
    });
    east.behave(refuse(400, 'TooBusy'));
    await client.send(put());
    expect(counts()).toEqual([1, 1]);
  });

  it('is an answer that is none of S3', async () => {
    east.behave((response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway'),
    );
    await createClient().send(put());
    expect(counts()).toEqual([3, 1]);
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('is a host without an address: %s', async (code) => {
    const httpAgent = new Agent({
      lookup: (host, _options, done) => {
        done(Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code }), '');
      },
    });
    const lost = { ...east, endpoint: 'http://nowhere.invalid' };
    await withRegionFailover(names, (name) =>
      name === 'us-east-1'
        ? createClients([lost], { requestHandler: { httpAgent } })(name)
        : createClients([west])(name),
    ).send(put());
    expect(counts()).toEqual([0, 1]);
  });

  it('is a connection that is cut', async () => {
    east.behave((response) => response.destroy());
    await createClient().send(put());
    expect(counts()).toEqual([3, 1]);
  });

  it('is what fetch says when there is no connection', async () => {
    const clients = createClients([east, west], { requestHandler: fetchHandler });
    const client = withRegionFailover(names, clients);
    await east.kill();
    await client.send(put());
    expect(west.objects.size).toBe(1);
  });

  it('is told, call by call', async () => {
    const told: unknown[] = [];
    const client = createClient({ onRegionTrouble: (region, error) => told.push([region, error]) });
    east.behave(refuse(503, 'ServiceUnavailable'));
    await client.send(put());
    await client.send(put());
    const trouble = ['us-east-1', expect.objectContaining({ name: 'ServiceUnavailable' })];
    expect(told).toEqual([trouble, trouble]);
  });
});

describe('an answer that is the same in all regions', () => {
  it.each([
    ['access denied', 403, 'AccessDenied'],
    ['not found', 404, 'NoSuchBucket'],
    ['invalid', 400, 'InvalidArgument'],
    ['a precondition that fails', 412, 'PreconditionFailed'],
    ['a bucket of another region', 301, 'PermanentRedirect'],
    ['not implemented', 501, 'NotImplemented'],
  ])('is handed on, and no other region is asked: %s', async (_, status, code) => {
    const client = createClient();
    east.behave(refuse(status, code));
    const error = await fail(client.send(put()));
    expect(error.name).toBe(code);
    east.recover();
    await client.send(put());
    expect(west.requests).toEqual([]);
    expect(east.objects.size).toBe(1);
  });

  it('is handed on from the second region', async () => {
    await east.kill();
    west.behave(refuse(403, 'AccessDenied'));
    expect((await fail(createClient().send(put()))).name).toBe('AccessDenied');
  });

  it('is handed on when no region was asked', async () => {
    const invalid = new GetObjectCommand({ Bucket: 'orders', Key: undefined });
    expect((await fail(createClient().send(invalid))).message).toContain('Key');
    expect(counts()).toEqual([0, 0]);
  });
});

describe('a region in trouble', () => {
  it('is left alone until the cool-down is over, and then used again', async () => {
    const client = createClient();
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown(59_999);
    await client.send(put());
    expect(counts()).toEqual([0, 2]);
    passCoolDown(1);
    await client.send(put());
    await client.send(put());
    expect(counts()).toEqual([2, 2]);
  });

  it('is left alone for as long as was asked for', async () => {
    const client = createClient({ coolDownMs: 5_000 });
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown(5_000);
    await client.send(put());
    expect(counts()).toEqual([1, 1]);
  });

  it('is left for good, when so asked', async () => {
    const client = createClient({ coolDownMs: Infinity });
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown(365 * 24 * 60 * 60 * 1000);
    await client.send(put());
    expect(counts()).toEqual([0, 2]);
  });

  it('is left alone by all callers, when one has met the trouble', async () => {
    const client = createClient();
    east.behave((response) => response.destroy());
    await client.send(put());
    const before = east.requests.length;
    await Promise.all(['a', 'b', 'c'].map((key) => client.send(put(key))));
    expect(east.requests.length).toBe(before);
  });

  it('is tried by one call, while the others wait for what it finds', async () => {
    const client = createClient();
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown();

    const held = hold();
    east.behave(held.answer);
    const trying = client.send(put('trying'));
    await held.taken;
    await Promise.all(['a', 'b', 'c'].map((key) => client.send(put(key))));
    expect(counts()).toEqual([1, 4]);

    held.release();
    await trying;
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([2, 4]);
  });

  it('is left alone for another cool-down when it is still in trouble', async () => {
    const client = createClient();
    east.behave((response) => response.destroy());
    await client.send(put());
    passCoolDown();
    await client.send(put());
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([6, 3]);
  });

  it('is well again by any answer of its service', async () => {
    const client = createClient();
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown();
    expect((await fail(client.send(get('none')))).name).toBe('NoSuchKey');
    await client.send(put());
    expect(counts()).toEqual([2, 1]);
  });

  it('is not well by an error of a call that was not sent', async () => {
    const client = createClient();
    await east.kill();
    await client.send(put());
    await east.revive();
    passCoolDown();
    await fail(client.send(new GetObjectCommand({ Bucket: 'orders', Key: undefined })));
    await client.send(put());
    expect(counts()).toEqual([0, 2]);
  });

  it('is not well by an answer that was under way before the trouble', async () => {
    const client = createClient();
    const held = hold();
    east.behave(held.answer);
    const slow = client.send(put('slow'));
    await held.taken;
    east.behave((response) => response.destroy());
    await client.send(put());
    held.release();
    await slow;
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([4, 2]);
  });
});

describe('a region that accepts and never answers', () => {
  it.each([
    ['with the handler of the SDK', {}],
    ['with a handler that knows no signal', { requestHandler: fetchHandler }],
  ])('is left after the timeout, %s', async (_, config) => {
    const client = withRegionFailover(names, createClients([east, west], config));
    const held = hold();
    east.behave(held.answer);
    stopTimers();
    const sent = client.send(put());
    await held.taken;
    vi.advanceTimersByTime(24_999);
    expect(west.requests).toEqual([]);
    vi.advanceTimersByTime(1);
    await sent;
    // An answer after all is too late, and nobody's.
    held.release();
    expect(counts()).toEqual([1, 1]);
    expect(west.objects.size).toBe(1);
  });

  it('has its request given up', async () => {
    const client = createClient();
    const held = hold();
    east.behave(held.answer);
    stopTimers();
    const sent = client.send(put());
    await held.taken;
    const closed = east.nextClosed();
    vi.advanceTimersByTime(25_000);
    await Promise.all([sent, closed]);
  });

  it('is left after the timeout that was asked for', async () => {
    const client = createClient({ timeoutMs: 2_000 });
    east.behave(hang);
    stopTimers();
    const sent = client.send(put());
    await east.reached(1);
    vi.advanceTimersByTime(1_999);
    expect(west.requests).toEqual([]);
    vi.advanceTimersByTime(1);
    await sent;
    expect(counts()).toEqual([1, 1]);
  });

  it('is waited for without an end, when so asked', async () => {
    const client = createClient({ timeoutMs: Infinity });
    const held = hold();
    east.behave(held.answer);
    stopTimers();
    const sent = client.send(put());
    await held.taken;
    vi.advanceTimersByTime(24 * 60 * 60 * 1000);
    held.release();
    await sent;
    expect(counts()).toEqual([1, 0]);
  });

  it('is not a region whose answer takes long to read', async () => {
    const client = createClient();
    let release: (() => void) | undefined;
    east.behave((response) => {
      response.write('the beginning, ');
      release = () => response.end('and the end');
    });
    stopTimers();
    const { Body } = await client.send(get());
    vi.advanceTimersByTime(60 * 60 * 1000);
    release?.();
    expect(await Body?.transformToString()).toBe('the beginning, and the end');
  });
});

describe('the signal of the caller', () => {
  it('ends the call, and no other region is asked', async () => {
    const client = createClient();
    const controller = new AbortController();
    east.behave(hang);
    const failed = fail(client.send(put(), { abortSignal: controller.signal }));
    await east.reached(1);
    controller.abort();
    expect((await failed).name).toBe('AbortError');
    east.recover();
    await client.send(put());
    expect(counts()).toEqual([2, 0]);
  });

  it('is not taken for the timeout of a region', async () => {
    const controller = new AbortController();
    const client = withRegionFailover(names, (name) => {
      const client = createClients([east, west])(name);
      // As a handler does that hands on the signal's reason, where the SDK has an AbortError.
      client.middlewareStack.add(
        (next) => (args) =>
          next(args).finally(() => {
            controller.signal.throwIfAborted();
          }),
        { step: 'initialize' },
      );
      return client;
    });
    east.behave(hang);
    const failed = fail(client.send(put(), { abortSignal: controller.signal }));
    await east.reached(1);
    controller.abort(new DOMException('The caller has waited for too long.', 'TimeoutError'));
    expect((await failed).message).toBe('The caller has waited for too long.');
    expect(west.requests).toEqual([]);
  });

  it('still ends an answer that is being read', async () => {
    const controller = new AbortController();
    east.behave((response) => void response.write('the beginning'));
    const { Body } = await createClient().send(get(), { abortSignal: controller.signal });
    const read = fail(text(Body as Readable));
    controller.abort();
    expect((await read).message).toBe('aborted');
  });
});

describe('all regions in trouble', () => {
  it('are one error, which names them and has the error of each', async () => {
    await east.kill();
    west.behave(refuse(503, 'ServiceUnavailable'));
    const error = await fail(createClient().send(put()));
    expect(error.name).toBe('AllRegionsFailedError');
    expect(error.message).toMatch(/us-east-1: .*ECONNREFUSED.*us-west-2: ServiceUnavailable/);
    expect(error).toMatchObject({
      errors: [{ code: 'ECONNREFUSED' }, { name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } }],
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('are named when they hang, too', async () => {
    east.behave(hang);
    west.behave(hang);
    const error = await fail(createClient({ timeoutMs: 100 }).send(put()));
    expect(error.message).toContain('us-east-1: TimeoutError: no answer in 100 ms');
    expect(error.message).toContain('us-west-2: TimeoutError: no answer in 100 ms');
  });

  it('are tried in order all the same', async () => {
    const client = createClient();
    await Promise.all([east.kill(), west.kill()]);
    await fail(client.send(put()));
    await Promise.all([east.revive(), west.revive()]);
    await client.send(put());
    await client.send(put());
    expect(counts()).toEqual([2, 0]);
  });
});

describe('fifty calls at once', () => {
  it('are answered once each, when the first region is killed among them', async () => {
    const client = createClient();
    const keys = Array.from({ length: 50 }, (_, index) => `order-${index}`);
    // Twenty are answered; thirty wait for an answer when it goes down.
    let taken = 0;
    east.behave((response, { path }) => {
      taken += 1;
      if (taken <= 20) response.setHeader('etag', `"${path}"`).end();
    });
    west.behave((response, { path }) => response.setHeader('etag', `"${path}"`).end());

    let done = 0;
    const tags = await Promise.all(
      keys.map(async (key) => {
        const { ETag } = await client.send(put(key));
        done += 1;
        if (done === 20) {
          await east.reached(50);
          await east.kill();
        }
        return ETag;
      }),
    );
    expect(tags).toEqual(keys.map((key) => `"/orders/${key}"`));
    expect([east.answered.length, west.answered.length]).toEqual([20, 30]);
    expect(new Set([...east.answered, ...west.answered]).size).toBe(50);
    expect([east.requests.length, west.requests.length]).toEqual([50, 30]);
  });
});
