import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Verdict } from './verdict-kind.ts';

/** An answer to the probe. Times are of `Date.now()`. */
export interface Sample {
  time: number;
  ms: number;
  isGood: boolean;
}

/** What the probe saw before, during and after the outage. */
export interface ProbeResult {
  before: Sample[];
  during: Sample[];
  after: Sample[];
  /** How long the outage was on, in milliseconds, when it was ended early. */
  stoppedAfterMs: number | undefined;
}

/** What the probe has to see during the outage. */
export interface ProbeGoals {
  /** The share of good answers, from 0 to 1. */
  minShare: number;
  /** The longest time without a good answer, in milliseconds. */
  maxGapMs: number | undefined;
  /** The slowest good answer, in milliseconds. */
  maxMs: number | undefined;
}

export interface ProbeOptions {
  /** A URL, or a command whose exit code counts. */
  target: string;
  everyMs: number;
  /** An answer that takes longer is none. */
  timeoutMs: number;
}

/** Asks again and again, whether or not an answer is there. */
export class Prober {
  readonly #options: ProbeOptions;
  readonly #pending = new Set<Promise<void>>();

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  /** Waits until the probe is good. @returns whether it ever was */
  async waitUntilGood(limitMs: number, signal: AbortSignal): Promise<boolean> {
    const end = Date.now() + limitMs;
    while (Date.now() < end && !signal.aborted) {
      if (await this.#ask()) return true;
      await wait(100);
    }
    return false;
  }

  /**
   * Probes for a time.
   *
   * @param shouldStop asked after each answer
   * @returns the answers, in the order of their questions
   */
  async probe(ms: number, shouldStop: (samples: readonly Sample[]) => boolean): Promise<Sample[]> {
    const samples: Sample[] = [];
    const end = Date.now() + ms;
    const state = { isStopped: false };
    while (Date.now() < end && !state.isStopped) {
      const time = Date.now();
      const asked = this.#ask().then((isGood) => {
        samples.push({ time, ms: Date.now() - time, isGood });
        state.isStopped ||= shouldStop(samples);
      });
      this.#pending.add(asked);
      void asked.finally(() => this.#pending.delete(asked));
      await wait(Math.min(this.#options.everyMs, Math.max(0, end - Date.now())));
    }
    return samples;
  }

  /** Waits for the answers that are under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #ask(): Promise<boolean> {
    const { target, timeoutMs } = this.#options;
    return /^https?:\/\//u.test(target) ? askUrl(target, timeoutMs) : askCommand(target, timeoutMs);
  }
}

async function askUrl(url: string, timeoutMs: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function askCommand(command: string, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: 'ignore', timeout });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}

/** @returns what is wrong; undefined when the goals are met */
export function judgeProbe(
  { before, during, after, stoppedAfterMs }: ProbeResult,
  goals: ProbeGoals,
): Verdict | undefined {
  const failed = (reason: string): Verdict => ({ kind: 'failed', reason });
  if (during.length === 0 || share(before) < 1) {
    return { kind: 'inconclusive', reason: 'The probe failed before the outage, too.' };
  }
  if (stoppedAfterMs !== undefined) {
    return failed(
      `The outage was ended after ${formatMs(stoppedAfterMs)}: only ${percent(share(during))} of the probes were good.`,
    );
  }
  if (share(during) < goals.minShare) {
    return failed(
      `${percent(share(during))} of the probes were good during the outage; ${percent(goals.minShare)} were wanted.`,
    );
  }
  const gap = longestGap(during);
  if (goals.maxGapMs !== undefined && gap > goals.maxGapMs) {
    return failed(`For ${formatMs(gap)} no probe was good; ${formatMs(goals.maxGapMs)} were allowed.`);
  }
  const slowest = Math.max(...during.filter(({ isGood }) => isGood).map(({ ms }) => ms));
  if (goals.maxMs !== undefined && slowest > goals.maxMs) {
    return failed(`The slowest answer took ${formatMs(slowest)}; ${formatMs(goals.maxMs)} were allowed.`);
  }
  if (after.length > 0 && after.at(-1)?.isGood !== true) {
    return failed('The probe was not good again after the outage.');
  }
  return undefined;
}

/** The share of good answers, from 0 to 1; 1 when there are none. */
export function share(samples: readonly Sample[]): number {
  return samples.length === 0 ? 1 : samples.filter(({ isGood }) => isGood).length / samples.length;
}

/** The longest time without a good answer, from question to question, in milliseconds. */
export function longestGap(samples: readonly Sample[]): number {
  const sorted = samples.toSorted((a, b) => a.time - b.time);
  let gap = 0;
  let lastGood = sorted[0]?.time ?? 0;
  for (const { time, ms, isGood } of sorted) {
    if (isGood) lastGood = time;
    else gap = Math.max(gap, time + ms - lastGood);
  }
  return gap;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

function formatMs(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
