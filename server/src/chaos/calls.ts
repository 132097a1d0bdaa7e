import type { Frame, LoggedEvent } from './engine/events.ts';
import type { Fault } from './engine/outage.ts';
import { haveSameCaller } from './same-caller.ts';

/** What became of a call that the outage hit. */
export type Outcome =
  | 'answered' // by the region itself: late, or when it was back
  | 'elsewhere' // by another region, asked by the same caller
  | 'followed' // not known; a call that did the same was answered by another region later
  | 'failed'; // nothing answered

/** A call of the application, with all attempts that its SDK made. */
export interface Call {
  service: string;
  operation: string;
  region: string;
  process: string;
  frames: readonly Frame[];
  /** Of `Date.now()`. */
  start: number;
  end: number;
  /** Present when the outage hit it. */
  fault: Fault | undefined;
  /** Whether the last attempt got an answer of the service. */
  isAnswered: boolean;
  error: string | undefined;
  /** How often the region did what it was asked, as far as is known. */
  done: number;
}

export interface HitCall extends Call {
  outcome: Outcome;
  /** The region that answered, for `elsewhere` and `followed`. */
  answeredIn?: string;
  /** The caller of the call that was answered, for `elsewhere`. */
  answerFrames?: readonly Frame[];
  /** How long the caller waited in all, in milliseconds. */
  ms: number;
  /** How often it was done in all regions. */
  doneInAll: number;
}

/** What the events say of the calls. */
export interface CallReport {
  hit: HitCall[];
  /** Calls to other regions that were no answer to a failure. */
  straight: Call[];
  /** Connections that were hit and carried no request that was seen: databases, HTTP/2, gRPC. */
  connections: { service: string; count: number }[];
}

/** A call may begin a little before the one that it follows is over. */
const overlapMs = 100;

/** @param events in the order in which they were written */
export function readCalls(events: readonly LoggedEvent[]): CallReport {
  const calls = groupAttempts(events);
  const taken = new Set<Call>();
  const hit = calls.filter(({ fault }) => fault !== undefined).map((call) => judge(call, calls, taken));
  const straight = calls.filter((call) => call.fault === undefined && !taken.has(call));
  return { hit, straight, connections: countConnections(events, calls) };
}

function judge(call: Call, calls: readonly Call[], taken: Set<Call>): HitCall {
  const own = { ms: call.end - call.start, doneInAll: call.done };
  if (call.isAnswered) return { ...call, ...own, outcome: 'answered' };
  const later = calls.filter(
    (other) =>
      other.fault === undefined &&
      other.isAnswered &&
      other.process === call.process &&
      other.service === call.service &&
      other.operation === call.operation &&
      other.start >= call.end - overlapMs &&
      !taken.has(other),
  );
  const next = later.find((other) => haveSameCaller(call.frames, other.frames));
  if (next) {
    taken.add(next);
    return {
      ...call,
      outcome: next.region === call.region ? 'answered' : 'elsewhere',
      answeredIn: next.region,
      answerFrames: next.frames,
      ms: next.end - call.start,
      doneInAll: call.done + next.done,
    };
  }
  const similar = later.find(({ region }) => region !== call.region);
  return similar
    ? { ...call, ...own, outcome: 'followed', answeredIn: similar.region }
    : { ...call, ...own, outcome: 'failed' };
}

/** The failover client asks another region for no other reason. */
const failoverClient = /\bregion-failover\.|\bsendInOrder\b/u;

/** Whether a call may have been answered elsewhere by chance: the caller may ask that region anyway. */
export function isDoubtful({ outcome, answerFrames = [] }: HitCall): boolean {
  return outcome === 'elsewhere' && !answerFrames.some((frame) => failoverClient.test(frame));
}

/**
 * Takes back that calls were answered elsewhere where their caller asks the other region as often without an outage:
 * a loop over all regions is no failover.
 *
 * @param usual what was logged in a run without the outage
 */
export function withoutUsual(report: CallReport, usual: readonly LoggedEvent[]): CallReport {
  const usualCalls = groupAttempts(usual);
  const keyOf = (call: Call, region = call.region, frames = call.frames) =>
    [call.service, call.operation, region, ...frames].join('\n');
  const count = (keys: readonly string[], key: string) => keys.filter((each) => each === key).length;
  const usualKeys = usualCalls.map((call) => keyOf(call));
  const elsewhere = report.hit.filter(isDoubtful);
  const keys = [
    ...report.straight.map((call) => keyOf(call)),
    ...elsewhere.map((call) => keyOf(call, call.answeredIn, call.answerFrames)),
  ];
  const hit = report.hit.map((call): HitCall => {
    if (!isDoubtful(call)) return call;
    const key = keyOf(call, call.answeredIn, call.answerFrames);
    return count(usualKeys, key) >= count(keys, key) ? { ...call, outcome: 'followed' } : call;
  });
  return { ...report, hit };
}

type RequestEvent = Extract<LoggedEvent, { kind: 'request' }>;
type AnswerEvent = Extract<LoggedEvent, { kind: 'answer' }>;

function groupAttempts(events: readonly LoggedEvent[]): Call[] {
  const answers = new Map<string, AnswerEvent>();
  const lost = new Set<string>();
  for (const event of events) {
    if (event.kind === 'answer') answers.set(event.id, event);
    if (event.kind === 'lost') lost.add(event.id);
  }
  const calls = new Map<string, Call>();
  for (const event of events) {
    if (event.kind !== 'request') continue;
    const answer = answers.get(event.id);
    const key = event.invocation === undefined ? event.id : `${event.invocation} ${event.region}`;
    const call = calls.get(key);
    const attempt = toCall(event, answer, lost.has(event.id));
    calls.set(key, call ? addAttempt(call, attempt) : attempt);
  }
  return [...calls.values()];
}

function toCall(event: RequestEvent, answer: AnswerEvent | undefined, isLost: boolean): Call {
  const { service, region, process, frames, time, fault } = event;
  const status = answer?.status;
  const isServed = status !== undefined && status < 500 && status !== 429;
  const isLostLater = fault === 'lost-answers' && status !== undefined;
  const isReal = fault === undefined || fault === 'latency';
  return {
    service,
    operation: answer?.operation ?? event.operation,
    region,
    process,
    frames,
    start: time,
    end: time + (answer?.ms ?? 0),
    fault,
    isAnswered: isReal && isServed,
    error: isReal && isServed ? undefined : (answer?.error ?? describeStatus(status)),
    done: isLost || isLostLater || (isReal && status !== undefined && status < 300) ? 1 : 0,
  };
}

function addAttempt(call: Call, attempt: Call): Call {
  return {
    ...call,
    ...attempt,
    start: call.start,
    fault: call.fault ?? attempt.fault,
    done: call.done + attempt.done,
  };
}

function describeStatus(status: number | undefined): string {
  return status === undefined ? 'no answer' : `status ${status}`;
}

function countConnections(events: readonly LoggedEvent[], calls: readonly Call[]): CallReport['connections'] {
  const withRequests = new Set(
    calls.filter(({ fault }) => fault !== undefined).map(({ service, process }) => `${process} ${service}`),
  );
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== 'connection' && event.kind !== 'lookup') continue;
    if (event.fault === undefined || withRequests.has(`${event.process} ${event.service}`)) continue;
    counts.set(event.service, (counts.get(event.service) ?? 0) + 1);
  }
  return [...counts].map(([service, count]) => ({ service, count }));
}
