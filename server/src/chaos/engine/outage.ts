import { existsSync } from 'node:fs';

/** How a region fails. */
export type Fault =
  | 'dns' // its names have no address
  | 'refuse' // connections are refused
  | 'blackhole' // connections are never made
  | 'silent' // it accepts connections and never answers
  | 'reset' // it accepts connections and cuts them
  | 'status' // it answers with an error page
  | 'throttle' // it answers that there were too many requests
  | 'latency' // it answers late
  | 'lost-answers'; // it does what it is asked, and the answer gets lost

/** A region that is made to fail. */
export interface Outage {
  region: string;
  fault: Fault;
  /** The services that fail, as their SDK packages name them; all of them when absent. */
  services?: readonly string[];
  /** Regions of hosts that do not name theirs, by pattern: `*.blob.core.windows.net` -> `eastus`. */
  hosts?: Readonly<Record<string, string>>;
  /** For `latency`: how much later, in milliseconds. */
  latencyMs?: number;
  /** For `status`: the status of the answer; 503 when absent. */
  status?: number;
  /** When it begins and ends, as `Date.now()` has it. */
  from: number;
  until: number;
  /** A file that has to be there for it to be on: whoever probes a server turns it on and off. */
  switchFile?: string;
}

/** What the processes of a run are told, in the environment variable `MULTI_REGION_CHAOS`. */
export interface RunConfig {
  /** The file that events are appended to. */
  log: string;
  outages: Outage[];
}

/** Whether an outage is on. */
export function isActive({ from, until, switchFile }: Outage): boolean {
  const now = Date.now();
  return now >= from && now < until && (switchFile === undefined || existsSync(switchFile));
}
