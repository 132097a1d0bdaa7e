import { appendFileSync } from 'node:fs';
import { isMainThread, threadId } from 'node:worker_threads';
import type { Fault } from './outage.ts';

/** A call site of the application: `sendInOrder (/app/src/failover.mjs:89:5)`. */
export type Frame = string;

interface Aimed {
  region: string;
  service: string;
  host: string;
  /** Present when the outage hit it. */
  fault?: Fault;
}

/** What the processes of a run tell. Times are of `Date.now()`. */
export type ChaosEvent =
  | { kind: 'process'; argv: string[]; node: string }
  | ({ kind: 'lookup' | 'connection' | 'cut' } & Aimed)
  | ({
      kind: 'request';
      id: string;
      operation: string;
      /** What the SDK calls its call, whatever the number of attempts. */
      invocation?: string;
      frames: Frame[];
    } & Aimed)
  | { kind: 'answer'; id: string; ms: number; status?: number; error?: string; operation?: string }
  | { kind: 'lost'; id: string; status: number };

/** An event with the time and the process it comes from. */
export type LoggedEvent = ChaosEvent & { time: number; process: string };

/** Takes events; must never fail. */
export type EventSink = (event: ChaosEvent) => void;

/** Adds what an event does not know itself. */
export function stamp(event: ChaosEvent): LoggedEvent {
  const thread = isMainThread ? '' : `.${threadId}`;
  return { time: Date.now(), process: `${process.pid}${thread}`, ...event };
}

/** Appends events to a file, a line each; several processes may write to it. */
export function createFileSink(path: string): EventSink {
  return (event) => {
    try {
      appendFileSync(path, `${JSON.stringify(stamp(event))}\n`);
    } catch {
      // A run does not fail for its report; a report without events says so.
    }
  };
}
