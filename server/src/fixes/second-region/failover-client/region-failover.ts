// Written by Multi-Region. It is yours now: change it as you like.
// What failing over means for your data, above all for writes:
// https://github.com/multi-region/multi-region/blob/main/docs/failover.md

export interface FailoverOptions {
  /**
   * How long a region may take to answer a call, in milliseconds, retries
   * included. The default, 25 seconds, is longer than SQS's longest poll; most
   * calls can do with far less. Infinity: as long as it likes.
   */
  timeoutMs?: number;
  /**
   * How long a region in trouble is left alone, in milliseconds; the default is
   * a minute. Infinity: until the process starts anew.
   */
  coolDownMs?: number;
  /** Told of each call that a region in trouble has failed: log it, count it. */
  onRegionTrouble?: (region: string, error: unknown) => void;
}

/** A client of the AWS SDK v3. */
interface RegionalClient {
  readonly config: object;
  readonly middlewareStack: object;
  send(command: Command, options?: object): unknown;
  destroy(): void;
}

interface Command {
  readonly input: object;
}

interface SendOptions {
  readonly abortSignal?: AbortSignal;
}

type Callback = (error: unknown, output?: unknown) => void;

/** What is read of the errors of the SDK, of Node and of fetch. */
interface CallError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: { readonly throttling?: boolean };
}

type Members = Record<PropertyKey, unknown>;

const networkCodes = [
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_HTTP2_GOAWAY_SESSION',
  'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_STREAM_CANCEL',
  'ERR_HTTP2_STREAM_ERROR',
  'ETIMEDOUT',
];

/** What fetch says in Node, Chrome, Firefox, Safari and React Native. */
const fetchFailed = /^(?:fetch failed|failed to fetch|load failed|network)/i;

const throttlingNames = [
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

/** One of them is in any stream: Node's, the web's, an iterable of events. */
const streamMethods = ['pipe', 'getReader', Symbol.asyncIterator];

const documentClientHelp =
  'withRegionFailover has to make the document client, not to be put into it: ' +
  '(region) => DynamoDBDocumentClient.from(new DynamoDBClient({ region })).';

/** The longest that setTimeout can wait, in milliseconds: 24 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * A client that goes to the next region when one is in trouble.
 *
 * Each region has a client of its own: a client of the AWS SDK v3 signs for the
 * region that it had first. A region in trouble is left alone for a while. Then
 * one call tries it, and the others come back when it answers.
 *
 * When all regions are in trouble, `send` fails with an `AllRegionsFailedError`,
 * whose `errors` are those of the regions.
 *
 * @param regions in the order in which they are tried
 * @param createClient makes the client of a region, once for each
 * @param options how long to wait for a region, and when to come back to it
 * @returns a client, to be used like one that `createClient` makes
 */
export function withRegionFailover<C extends RegionalClient>(
  regions: readonly string[],
  createClient: (region: string) => C,
  options: FailoverOptions = {},
): C {
  const { timeoutMs = 25_000, coolDownMs = 60_000 } = options;
  const [first] = regions;
  if (!first || !regions.every(Boolean)) {
    const list = JSON.stringify(regions);
    throw new Error(`withRegionFailover: a region is missing in ${list}.`);
  }
  if (!(timeoutMs > 0 && coolDownMs >= 0)) {
    const times = `timeoutMs ${timeoutMs}, coolDownMs ${coolDownMs}`;
    throw new Error(`withRegionFailover: these are not times: ${times}.`);
  }

  const clients = new Map<string, C>();
  /** When each region in trouble is to be tried again. */
  const retryTimes = new Map<string, number>();

  function getClient(region: string): C {
    const client = clients.get(region) ?? createClient(region);
    clients.set(region, client);
    return client;
  }

  function isWell(region: string): boolean {
    return (retryTimes.get(region) ?? 0) <= Date.now();
  }

  /** The regions as a call tries them now: those in trouble come last. */
  function getOrder(): string[] {
    return [...new Set([...regions.filter(isWell), ...regions])];
  }

  /** Sends to one region, and leaves it when it does not answer in time. */
  function sendTo(region: string, command: Command, sent: SendOptions) {
    const late = new AbortController();
    const signals = [late.signal];
    if (sent.abortSignal) signals.push(sent.abortSignal);
    const abortSignal = AbortSignal.any(signals);
    const client = getClient(region);
    const answer = client.send(command, { ...sent, abortSignal });

    return new Promise((resolve, reject) => {
      const leave = () => {
        const error = new Error(`no answer in ${timeoutMs} ms`);
        error.name = 'TimeoutError';
        reject(error);
        late.abort(error);
      };
      const timer = setTimeout(leave, Math.min(timeoutMs, longestTimer));
      const stay = () => {
        // Before the answer is read, which may take as long as it likes.
        clearTimeout(timer);
      };
      Promise.resolve(answer).finally(stay).then(resolve, reject);
    });
  }

  /** Sends to one region after the other, until one answers. */
  async function sendInOrder(command: Command, sent: SendOptions) {
    const failures = new Map<string, unknown>();
    for (const region of getOrder()) {
      // The first call after the cool-down tries the region. For the others it
      // stays in trouble until that call is answered.
      const isDue = retryTimes.has(region) && isWell(region);
      if (isDue) retryTimes.set(region, Date.now() + coolDownMs);
      const retryTime = retryTimes.get(region);
      const setWell = () => {
        // Another call may have met trouble since.
        const isUnchanged = retryTimes.get(region) === retryTime;
        if (isUnchanged) retryTimes.delete(region);
      };

      try {
        const output = await sendTo(region, command, sent);
        setWell();
        return output;
      } catch (error) {
        if (sent.abortSignal?.aborted) throw error;
        if (!isRegionTrouble(error)) {
          if (isAnswer(error)) setWell();
          throw error;
        }
        retryTimes.set(region, Date.now() + coolDownMs);
        options.onRegionTrouble?.(region, error);
        // A stream can be sent once only, and this region has had some of it.
        if (hasStream(command)) throw error;
        failures.set(region, error);
      }
    }
    throw allRegionsFailed(failures);
  }

  function send(
    command: Command,
    optionsOrCallback?: SendOptions | Callback,
    callback?: Callback,
  ): Promise<unknown> | undefined {
    if (typeof optionsOrCallback === 'function') {
      return send(command, {}, optionsOrCallback);
    }
    const output = sendInOrder(command, optionsOrCallback ?? {});
    if (!callback) return output;
    const succeed = callback.bind(undefined, null);
    // As in the SDK, what a callback throws is lost.
    output.then(succeed, callback).catch(() => undefined);
    return undefined;
  }

  const getActive = () => getClient(getOrder()[0] ?? first);

  const client = {
    send,
    destroy() {
      for (const each of clients.values()) each.destroy();
    },
    // These two are of the region that the next call tries first.
    get config() {
      const { config } = getActive();
      refuseDocumentClient(config);
      return config;
    },
    get middlewareStack() {
      return getActive().middlewareStack;
    },
  };
  // The rest is the first client's: `instanceof`, the methods of a `new S3()`.
  return Object.setPrototypeOf(client, getClient(first)) as C;
}

function isRegionTrouble(error: unknown): boolean {
  const callError = toCallError(error);
  const { name = '', message = '', code = '' } = callError;
  const status = callError.$metadata?.httpStatusCode ?? 0;
  return (
    name === 'TimeoutError' ||
    networkCodes.includes(code) ||
    (name === 'TypeError' && fetchFailed.test(message)) ||
    // 501: what is not implemented here is not implemented there, either.
    (status >= 500 && status !== 501) ||
    status === 429 ||
    throttlingNames.includes(name) ||
    callError.$retryable?.throttling === true
  );
}

/** Whether the service said so, and not the SDK before it asked. */
function isAnswer(error: unknown): boolean {
  return toCallError(error).$metadata?.httpStatusCode !== undefined;
}

function toCallError(error: unknown): CallError {
  return Object(error) as CallError;
}

function hasStream(command: Command): boolean {
  return Object.values(command.input).some((value) => {
    const members = Object(value) as Members;
    return streamMethods.some((key) => typeof members[key] === 'function');
  });
}

function allRegionsFailed(failures: Map<string, unknown>): Error {
  const errors = [...failures.values()];
  const reasons = [...failures].map(([region, error]) => {
    const { name, message, code } = toCallError(error);
    const parts = [region, name, code, message].filter(Boolean);
    return parts.join(': ');
  });
  const all = new Error(`All regions are in trouble. ${reasons.join('; ')}`);
  const name = 'AllRegionsFailedError';
  return Object.assign(all, { name, errors, cause: errors[0] });
}

/**
 * `DynamoDBDocumentClient.from(client)` takes a client's config and sends for
 * itself, so that it would never get to another region. Its mark is that it
 * writes this property.
 */
function refuseDocumentClient(config: object): void {
  if ('translateConfig' in config) return;
  Object.defineProperty(config, 'translateConfig', {
    configurable: true,
    set() {
      throw new Error(documentClientHelp);
    },
  });
}
