// The package's entry `multi-region/chaos`.
import { runInThisContext } from 'node:vm';
import type * as Preload from './engine/preload.ts';

/** How a region fails. */
export type Fault =
  /** Its hosts have no address: ENOTFOUND. */
  | 'dns'
  /** Connections are refused: ECONNREFUSED. */
  | 'refuse'
  /** Connections are never made. After 127 seconds ETIMEDOUT, as on Linux. */
  | 'blackhole'
  /** Connections are made, and nothing is ever answered. */
  | 'silent'
  /** Connections are made and cut: ECONNRESET. */
  | 'reset'
  /** Requests are answered with the status 503 and a page of HTML. */
  | '503'
  /** Requests are answered with the throttling error of their service. */
  | 'throttle'
  /** Requests are sent later. */
  | 'latency'
  /** The region does what it is asked, and the answer gets lost: ECONNRESET. */
  | 'lost-answers';

export interface RegionDownOptions {
  /** How it fails; by default connections are refused. */
  how?: Fault;
  /** Only these services, as their SDK packages name them: `dynamodb`, `s3`. By default all. */
  services?: readonly string[];
  /** Regions of hosts that name none, by pattern: `{ '*.blob.core.windows.net': 'eastus' }`. */
  hosts?: Readonly<Record<string, string>>;
  /** For `latency`: how much later, in milliseconds; 500 by default. */
  latencyMs?: number;
}

/** A request that was aimed at a region, seen while an outage was on. */
export interface Call {
  /** As its SDK package names it; the host where it is not known. */
  service: string;
  /** `PutItem`; the method and path where the request does not name it. */
  operation: string;
  region: string;
  /** Whether the outage hit it. */
  hit: boolean;
}

export interface Outage {
  /** The requests to cloud regions so far, to this one and to others. Each attempt of an SDK counts. */
  readonly calls: readonly Call[];
  /** Ends the outage, and lets go of what hangs. */
  restore(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** The longest time that an outage lasts when nobody ends it, in milliseconds: 15 minutes. */
const longestMs = 15 * 60_000;

/**
 * Makes a cloud region fail in this process, until `restore` is called. Other processes and worker threads go on;
 * `multi-region chaos` reaches them.
 *
 * @param region such as `us-east-1`
 * @param options how it fails, and for which services
 * @throws TypeError for a fault that there is not
 */
export function regionDown(region: string, options: RegionDownOptions = {}): Outage {
  const { how = 'refuse', services, hosts, latencyMs = 500 } = options;
  if (!faults.includes(how))
    throw new TypeError(`regionDown: how is '${how}', but can be ${faults.join(', ')}.`);
  const { getChaos, endOutage } = loadPreload();
  const chaos = getChaos();
  const calls: Call[] = [];
  const outage = {
    region,
    fault: how === '503' ? ('status' as const) : how,
    latencyMs,
    from: 0,
    until: Date.now() + longestMs,
    ...(services && { services }),
    ...(hosts && { hosts }),
  };
  const stop = chaos.listen((event) => {
    if (event.kind !== 'request') return;
    const { service, operation, region, fault } = event;
    calls.push({ service, operation, region, hit: fault !== undefined });
  });
  chaos.start(outage);
  const restore = (): void => {
    endOutage(outage);
    stop();
  };
  return { calls, restore, [Symbol.dispose]: restore };
}

const faults: readonly string[] = [
  'dns',
  'refuse',
  'blackhole',
  'silent',
  'reset',
  '503',
  'throttle',
  'latency',
  'lost-answers',
];

/**
 * Loads the preload outside of the test's own realm, once in a process: Jest and `vmThreads` load modules again for
 * each test file, and errors made in their realm are not those that Node makes.
 */
function loadPreload(): typeof Preload {
  const load = runInThisContext(
    "(path) => process.getBuiltinModule('node:module').createRequire(path)(path)",
  ) as (path: string) => typeof Preload;
  return load(`${__dirname}/chaos-preload.cjs`);
}
