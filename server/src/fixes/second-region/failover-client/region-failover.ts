// Written by Multi-Region: region-failover, version 2.
// It is yours now: change it as you like. What failing over means for your data,
// above all for writes, and what a newer version has:
// https://github.com/multi-region/multi-region/blob/main/docs/users/failover.md

export interface FailoverOptions {
  /**
   * How long a region may take to answer a call, in milliseconds, retries
   * included. The default, 25 seconds, is longer than SQS's longest poll; most
   * calls can do with far less. Infinity: as long as it likes.
   */
  timeoutMs?: number;
  /**
   * How long a region in trouble is left alone, in milliseconds; the default is
   * a minute. It doubles while the region stays in trouble, up to eight times.
   * Infinity: until `returnToRegion`, or until the process starts anew.
   */
  coolDownMs?: number;
  /** Told of each call that a region has failed: log it, count it. May be async. */
  onRegionTrouble?: (region: string, error: unknown) => unknown;
  /** Told when a region that was in trouble answers again. */
  onRegionWell?: (region: string) => unknown;
  /**
   * Whether a call may be sent to the next region although this one may have
   * carried it out already. By default all may.
   */
  mayRepeat?: (command: object) => boolean;
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

/** What sends a request, for the middleware of the SDK. */
type Handler = (args: unknown) => Promise<HandlerOutput>;

interface HandlerOutput {
  readonly response?: { readonly statusCode?: number };
}

interface MiddlewareStack {
  add?: (middleware: (next: Handler) => Handler, options: object) => void;
}

/** What is read of the errors of the SDK, of Node and of fetch. */
interface CallError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: { readonly throttling?: boolean };
}

/** What a client knows of a region. All times are of `performance.now()`. */
interface RegionState {
  /** Such as `us-east-1`. */
  readonly name: string;
  /** How many calls in a row the region has failed. */
  failures: number;
  /** How often in a row it was left. */
  departures: number;
  /** When it last answered. */
  answerTime: number;
  /** When it was last left. */
  leaveTime: number;
  /** When it is to be tried again; 0 while it is well. */
  retryTime: number;
}

/** A call to one region, with all the attempts that the SDK makes. */
interface Call {
  /** Of the region that is asked. */
  readonly state: RegionState;
  /** Of `performance.now()`. */
  readonly startTime: number;
  /** Whether it is to find out if a region in trouble answers again. */
  isTrial: boolean;
  /** Whether the attempts can be watched; those of a mock cannot. */
  isWatched: boolean;
  /** Whether a request was ready to be sent: signed, with credentials. */
  isSent: boolean;
  /** The status of the last answer to an attempt, or 0. */
  status: number;
  /** Whether the region may have carried it out. */
  mayBeDone: boolean;
}

type Members = Record<PropertyKey, unknown>;

/** Errors before a request went out, so that nothing was carried out. */
const connectCodes = [
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENODATA',
  'ENOTFOUND',
  'EREFUSED',
  'ESERVFAIL',
  'ETIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
];

const networkCodes = [
  ...connectCodes,
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'EPROTO',
  'ERR_HTTP2_GOAWAY_SESSION',
  'ERR_HTTP2_INVALID_SESSION',
  'ERR_HTTP2_PING_CANCEL',
  'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_STREAM_CANCEL',
  'ERR_HTTP2_STREAM_ERROR',
  'ETIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
];

/**
 * What the SDK makes of Node's errors where they are of another realm, as under
 * Jest: the name and the code are in the message only.
 */
const otherRealm = /^AWS SDK error wrapper for (.*)/s;
const codeInText = /\b(?:E[A-Z]{3,}|EAI_[A-Z]+|ERR_HTTP2_[A-Z_]+)\b/;

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

/** How long a region in trouble may take to answer, in milliseconds. */
const trialMs = 3_000;

/** How many failed calls in a row are no accident. */
const failureLimit = 3;

/** A call that fails sooner, in milliseconds, has cost nobody much: two more may tell. */
const quickMs = 1_000;

/** How long an answer speaks for a region when a call fails quickly, in milliseconds. */
const trustMs = 60_000;

/** Until when the regions are left that `leaveRegion` was called for. */
const leftUntil = new Map<string, number>();

/** When `returnToRegion` was called. */
const returnTimes = new Map<string, number>();

/**
 * Takes all clients of this process away from a region. It is asked nothing
 * meanwhile, unless all regions of a client are left.
 *
 * @param region such as `us-east-1`
 * @param forMs how long, in milliseconds; by default until `returnToRegion`
 */
export function leaveRegion(region: string, forMs?: number): void {
  leftUntil.set(region, performance.now() + (forMs ?? Infinity));
}

/**
 * Lets all clients of this process use a region again, be it left or in trouble.
 *
 * @param region such as `us-east-1`
 */
export function returnToRegion(region: string): void {
  leftUntil.delete(region);
  returnTimes.set(region, performance.now());
}

/**
 * A client that goes to the next region when one does not serve a call.
 *
 * Each region has a client of its own: a client of the AWS SDK v3 signs for the
 * region that it had first.
 *
 * The other calls leave a region, too, when three in a row failed; at once when
 * one waited in vain for a second or longer while no other was answered, or when
 * the region has not answered for a minute. Throttling moves only the call that
 * it hits. A region in trouble is left alone for a while. Then one call
 * tries it, and the others come back when it answers.
 *
 * When no region serves a call, `send` fails with an `AllRegionsFailedError`,
 * whose `errors` are those of the regions. Any other error of a later region has
 * the property `regionsInTrouble`: those before it, each with its error.
 *
 * @param regions in the order in which they are tried; two or more
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
  if (new Set(regions).size < 2) {
    throw new Error(`withRegionFailover: there is no region but ${first}.`);
  }
  if (!(timeoutMs > 0 && coolDownMs >= 0)) {
    const times = `timeoutMs ${timeoutMs}, coolDownMs ${coolDownMs}`;
    throw new Error(`withRegionFailover: these are not times: ${times}.`);
  }

  const clients = new Map<string, C>();
  const states = [...new Set(regions)].map(createState);
  /** How long the slowest call took that was answered, in milliseconds. */
  let slowestMs = 0;
  /** What is being sent. The SDK builds the handlers of a call inside `send`. */
  const idle = createCall(createState(first));
  let current = idle;

  function getClient(region: string): C {
    const existing = clients.get(region);
    if (existing) return existing;
    const client = createClient(region);
    // Next to the network, so that each attempt is seen.
    const { middlewareStack } = client;
    const stack = Object(middlewareStack) as MiddlewareStack;
    stack.add?.(watchAttempts, { step: 'deserialize', priority: 'low' });
    clients.set(region, client);
    return client;
  }

  function watchAttempts(next: Handler): Handler {
    const call = current;
    call.isWatched = true;
    return attempt;

    async function attempt(args: unknown): Promise<HandlerOutput> {
      call.isSent = true;
      call.status = 0;
      try {
        const output = await next(args);
        call.status = output.response?.statusCode ?? 0;
        call.mayBeDone ||= call.status >= 500;
        return output;
      } catch (error) {
        const isUnsent = connectCodes.includes(getCode(error));
        call.mayBeDone ||= !isUnsent;
        throw error;
      }
    }
  }

  /** The regions as a call tries them now. */
  function getOrder(): RegionState[] {
    const now = performance.now();
    for (const state of states) {
      const returnTime = returnTimes.get(state.name) ?? -Infinity;
      if (returnTime <= state.leaveTime) continue;
      reset(state);
      state.leaveTime = returnTime;
    }
    const open = states.filter(({ name }) => {
      return (leftUntil.get(name) ?? 0) <= now;
    });
    // Those in trouble come last, the one that has failed least before the others.
    const ranked = (open.length > 0 ? open : states).map((state) => {
      const rank = state.retryTime > now ? 1 + state.failures : 0;
      return { state, rank };
    });
    return ranked.sort((a, b) => a.rank - b.rank).map(({ state }) => state);
  }

  /** Leaves a region alone, each time for longer, and not for as long as other processes do. */
  function leave(state: RegionState): void {
    const factor = 2 ** Math.min(state.departures, 3) + Math.random() / 4;
    state.leaveTime = performance.now();
    state.retryTime = state.leaveTime + coolDownMs * factor;
    state.departures += 1;
  }

  function noteAnswer(call: Call): void {
    const { state, startTime } = call;
    const now = performance.now();
    slowestMs = Math.max(slowestMs, now - startTime);
    state.failures = 0;
    state.answerTime = now;
    // What was asked before the region got into trouble says nothing.
    if (state.retryTime === 0 || startTime <= state.leaveTime) return;
    reset(state);
    inform(() => options.onRegionWell?.(state.name));
  }

  /** Notes a call that a region has failed, and leaves the region when others would fail, too. */
  function noteFailure(call: Call, isSilent: boolean): void {
    const { state, isTrial, startTime } = call;
    state.failures += 1;
    if (state.retryTime > 0 && !isTrial) return;
    const isQuick = performance.now() - startTime < quickMs;
    const silenceStart = isQuick ? startTime - trustMs : startTime;
    const isSure = isSilent && state.answerTime < silenceStart;
    if (isSure || state.failures >= failureLimit) leave(state);
  }

  /** Begins a call. The first after the cool-down is a trial; for the others the region stays in trouble until that is answered. */
  function startCall(state: RegionState): Call {
    const call = createCall(state);
    call.isTrial = state.retryTime > 0 && state.retryTime <= call.startTime;
    return call;
  }

  /** Sends to one region, and gives up when it does not answer in time. */
  function sendTo(call: Call, command: Command, sent: SendOptions) {
    const late = new AbortController();
    const signals = [late.signal];
    if (sent.abortSignal) signals.push(sent.abortSignal);
    const abortSignal = AbortSignal.any(signals);
    const { state } = call;
    const client = getClient(state.name);
    const trialLimitMs = Math.max(trialMs, 2 * slowestMs);
    const isWell = state.retryTime === 0;
    const limitMs = isWell ? timeoutMs : Math.min(timeoutMs, trialLimitMs);
    if (call.isTrial) state.retryTime = call.startTime + coolDownMs;
    current = call;
    const answer = client.send(command, { ...sent, abortSignal });
    current = idle;
    // The attempts of a mock cannot be watched.
    if (!call.isWatched) call.isSent = true;

    return new Promise((resolve, reject) => {
      const stop = onceWaited(limitMs, () => {
        const error = createTimeoutError(limitMs, call);
        reject(error);
        late.abort(error);
      });
      // Before the answer is read, which may take as long as it likes.
      Promise.resolve(answer).finally(stop).then(resolve, reject);
    });
  }

  /** Sends to one region after the other, until one answers. */
  async function sendInOrder(command: Command, sent: SendOptions) {
    const failures = new Map<string, unknown>();
    let isAnySent = false;
    for (const state of getOrder()) {
      const call = startCall(state);
      const wasAborted = sent.abortSignal?.aborted === true;
      try {
        const output = await sendTo(call, command, sent);
        noteAnswer(call);
        return output;
      } catch (error) {
        if (sent.abortSignal?.aborted) {
          // Callers may give up before a region that hangs is left.
          const isLate = isTimeout(sent.abortSignal.reason);
          if (isLate && !wasAborted) notePatience(call);
          throw error;
        }
        if (!noteError(call, error)) throw withHistory(error, failures);
        failures.set(state.name, error);
        isAnySent ||= call.isSent;
        if (isLast(command, call, error)) throw error;
      }
    }
    // Without credentials nothing is sent, and no region is to blame.
    if (!isAnySent) throw [...failures.values()][0];
    throw allRegionsFailed(failures);
  }

  /** Notes what an error says of the region. Returns whether the call is to go on. */
  function noteError(call: Call, error: unknown): boolean {
    const { name } = call.state;
    const hasClient = clients.has(name);
    if (hasClient && !isRegionTrouble(error)) {
      if (getStatus(error) > 0) noteAnswer(call);
      return false;
    }
    const status = getStatus(error) || call.status;
    const isServed = status > 0 && status < 500;
    if (isServed || isThrottled(error)) {
      call.state.answerTime = performance.now();
    } else if (hasClient) noteFailure(call, call.isSent && status === 0);
    if (call.isSent || !hasClient) {
      inform(() => options.onRegionTrouble?.(name, error));
    }
    return true;
  }

  /** Notes that a caller gave up after its own time limit. */
  function notePatience(call: Call): void {
    if (call.isSent && call.status === 0) noteFailure(call, false);
  }

  function isLast(command: Command, call: Call, error: unknown): boolean {
    const mayBeDone = call.mayBeDone || (call.isSent && isTimeout(error));
    if (mayBeDone && options.mayRepeat?.(command) === false) return true;
    // A stream can be sent once only, and this region has had some of it.
    return hasStream(command);
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

  const getActive = () => getClient(getOrder()[0]?.name ?? first);

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

function createState(name: string): RegionState {
  const never = -Infinity;
  const times = { answerTime: never, leaveTime: never, retryTime: 0 };
  return { name, failures: 0, departures: 0, ...times };
}

function reset(state: RegionState): void {
  state.failures = 0;
  state.departures = 0;
  state.retryTime = 0;
}

function createCall(state: RegionState): Call {
  return {
    state,
    startTime: performance.now(),
    isTrial: false,
    isWatched: false,
    isSent: false,
    status: 0,
    mayBeDone: false,
  };
}

/** Calls a function of the user, which must not stand in the way of a call. */
function inform(tell: () => unknown): void {
  try {
    Promise.resolve(tell()).catch(() => undefined);
  } catch {
    // A logger that is down, too.
  }
}

/**
 * Waits in four steps. A step that ends late is not counted: the thread was busy
 * then, and the answer may be there, but could not be read.
 *
 * @param ms how long to wait, in milliseconds; at most twice that is waited
 * @returns stops it
 */
function onceWaited(ms: number, act: () => void): () => void {
  if (ms === Infinity) return () => undefined;
  const stepMs = Math.min(ms / 4, longestTimer);
  let left = 4;
  let extra = 4;
  let due = performance.now() + stepMs;
  let timer = setTimeout(step, stepMs);
  return () => {
    clearTimeout(timer);
  };

  function step() {
    const now = performance.now();
    const isLate = now - due > 50 && extra > 0;
    if (isLate) extra -= 1;
    else left -= 1;
    if (left === 0) {
      act();
      return;
    }
    due = now + stepMs;
    timer = setTimeout(step, stepMs);
  }
}

function createTimeoutError(limitMs: number, call: Call): Error {
  const { status } = call;
  const last = `; the last attempt was answered with the status ${status}`;
  const text = `no answer in ${limitMs} ms${status > 0 ? last : ''}`;
  return Object.assign(new Error(text), { name: 'TimeoutError' });
}

function isTimeout(error: unknown): boolean {
  return toCallError(error).name === 'TimeoutError';
}

function isRegionTrouble(error: unknown): boolean {
  const { name = '', message = '' } = toCallError(error);
  const status = getStatus(error);
  return (
    name === 'TimeoutError' ||
    networkCodes.includes(getCode(error)) ||
    otherRealm.exec(message)?.[1]?.startsWith('TimeoutError') === true ||
    (name === 'TypeError' && fetchFailed.test(message)) ||
    // 501: what is not implemented here is not implemented there, either.
    (status >= 500 && status !== 501) ||
    isThrottled(error)
  );
}

function isThrottled(error: unknown): boolean {
  const { name = '', $retryable } = toCallError(error);
  if (throttlingNames.includes(name)) return true;
  return getStatus(error) === 429 || $retryable?.throttling === true;
}

/** The status that the service answered with; 0 when the SDK failed before. */
function getStatus(error: unknown): number {
  return toCallError(error).$metadata?.httpStatusCode ?? 0;
}

/** The code of a network error, or an empty string. */
function getCode(error: unknown): string {
  const { code, message = '' } = toCallError(error);
  if (typeof code === 'string') return code;
  const text = otherRealm.exec(message)?.[1] ?? '';
  return codeInText.exec(text)?.[0] ?? '';
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

/** An error of a later region says which regions were in trouble before. */
function withHistory(error: unknown, failures: Map<string, unknown>): unknown {
  if (failures.size > 0 && Object.isExtensible(error)) {
    const regionsInTrouble = listFailures(failures);
    Object.assign(error as object, { regionsInTrouble });
  }
  return error;
}

function allRegionsFailed(failures: Map<string, unknown>): Error {
  const errors = [...failures.values()];
  const reasons = [...failures].map(([region, error]) => {
    const { name, message, code } = toCallError(error);
    const parts = [region, name, code, message].filter(Boolean);
    return parts.join(': ');
  });
  const all = new Error(`All regions are in trouble. ${reasons.join('; ')}`);
  const [cause] = errors;
  return Object.assign(all, {
    name: 'AllRegionsFailedError',
    errors,
    cause,
    regionsInTrouble: listFailures(failures),
    // As errors of the SDK have them.
    $fault: 'server',
    $metadata: toCallError(cause).$metadata ?? {},
  });
}

function listFailures(failures: Map<string, unknown>): object[] {
  return [...failures].map(([region, error]) => ({ region, error }));
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
