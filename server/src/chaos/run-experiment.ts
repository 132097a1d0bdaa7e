import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDoubtful, readCalls, withoutUsual } from './calls.ts';
import type { LoggedEvent } from './engine/events.ts';
import type { Outage } from './engine/outage.ts';
import type { Experiment } from './experiment.ts';
import { Prober, share, type ProbeGoals, type ProbeOptions, type ProbeResult } from './probe.ts';
import { readEvents } from './read-events.ts';
import { startCommand, type RunningCommand } from './run-command.ts';
import type { CommandEnd, RunResult } from './run-result.ts';
import { judge, wasHit } from './verdict.ts';

export interface ExperimentOptions {
  command: readonly string[];
  hosts: Readonly<Record<string, string>>;
  /** When the outage begins, after the start of the command, in milliseconds. */
  afterMs: number;
  /** How long it lasts, in milliseconds. */
  forMs: number;
  mayFail: readonly string[];
  probe: (ProbeOptions & { goals: ProbeGoals; stopBelow: number | undefined }) | undefined;
  stdout: 'inherit' | 'stderr';
  preload: string;
  signal: AbortSignal;
}

/** How long a server may take until its probe is good, in milliseconds. */
const startLimitMs = 60_000;

/** How long is probed after the outage, in milliseconds. */
const recoveryMs = 5_000;

/** So many answers are needed before an outage is ended early. */
const fewestSamples = 10;

/**
 * Runs the command while the region fails, and once more without when it failed.
 *
 * @throws Error when the command could not be started
 */
export async function runExperiment(experiment: Experiment, options: ExperimentOptions): Promise<RunResult> {
  const { command, mayFail, probe } = options;
  const folder = mkdtempSync(join(tmpdir(), 'multi-region-chaos-'));
  try {
    const log = join(folder, 'events.ndjson');
    writeFileSync(log, '');
    const { end, probed } = probe
      ? await runProbed(experiment, log, options, probe)
      : { end: await runOnce(experiment, log, options), probed: undefined };
    const events = readEvents(log);
    const seen = readCalls(events);
    const processes = countProcesses(events);
    // Does it fail without the outage, too? And does it go to the other region without one?
    const isInDoubt = end.code === 0 ? seen.hit.some(isDoubtful) : wasHit(seen);
    const control =
      !probe && isInDoubt && !options.signal.aborted
        ? await runControl(experiment, folder, options)
        : undefined;
    const calls = control?.end.code === 0 ? withoutUsual(seen, control.events) : seen;
    const goals = probe?.goals ?? { minShare: 0, maxGapMs: undefined, maxMs: undefined };
    const result = { experiment, end, processes, calls, probe: probed, control: control?.end };
    return { ...result, command, verdict: judge({ ...result, mayFail, goals }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce(experiment: Experiment, log: string, options: ExperimentOptions): Promise<CommandEnd> {
  const from = Date.now() + options.afterMs;
  const outages = [createOutage(experiment, options, from, from + options.forMs)];
  return startCommand(options.command, { ...options, config: { log, outages } }).ended;
}

/** Runs the command without the outage, and logs its calls. */
async function runControl(
  experiment: Experiment,
  folder: string,
  options: ExperimentOptions,
): Promise<{ end: CommandEnd; events: readonly LoggedEvent[] }> {
  const log = join(folder, 'control.ndjson');
  writeFileSync(log, '');
  // One that is to come when all is over, so that the processes log.
  const from = Date.now() + 7 * 24 * 3_600_000;
  const outages = [createOutage(experiment, options, from, from + 1)];
  const end = await startCommand(options.command, { ...options, config: { log, outages } }).ended;
  return { end, events: readEvents(log) };
}

/** Runs a server, and probes it before, during and after the outage. */
async function runProbed(
  experiment: Experiment,
  log: string,
  options: ExperimentOptions,
  probe: NonNullable<ExperimentOptions['probe']>,
): Promise<{ end: CommandEnd; probed: ProbeResult }> {
  const { afterMs, forMs, signal } = options;
  const prober = new Prober(probe);
  // The outage is in a file of its own time: the server may take long to start.
  const switchFile = `${log}.on`;
  const outage = createOutage(
    experiment,
    options,
    0,
    Date.now() + startLimitMs + afterMs + forMs + recoveryMs,
  );
  const running = startCommand(options.command, {
    ...options,
    config: { log, outages: [{ ...outage, switchFile }] },
  });
  let hasEnded = false;
  const ended = running.ended.finally(() => {
    hasEnded = true;
  });
  const isOver = () => hasEnded || signal.aborted;
  const probed: ProbeResult = { before: [], during: [], after: [], stoppedAfterMs: undefined };
  try {
    const isUp = await Promise.race([prober.waitUntilGood(startLimitMs, signal), ended.then(() => false)]);
    if (isUp) {
      probed.before = await prober.probe(afterMs, isOver);
      // An answer that is under way must not be taken for a failure before the outage.
      await prober.settle();
      writeFileSync(switchFile, '');
      const start = Date.now();
      probed.during = await prober.probe(forMs, (samples) => isOver() || isTooBad(samples, probe.stopBelow));
      if (!isOver() && Date.now() - start < forMs - probe.everyMs) probed.stoppedAfterMs = Date.now() - start;
      await prober.settle();
      rmSync(switchFile, { force: true });
      probed.after = await prober.probe(recoveryMs, isOver);
      await prober.settle();
    }
  } finally {
    stopServer(running, hasEnded);
  }
  const end = await ended;
  // A server that was ended by us has done its work.
  const isOurs = end.signal === 'SIGTERM' || end.code === 143;
  return { end: isOurs ? { ...end, code: undefined } : end, probed };
}

function stopServer(running: RunningCommand, hasEnded: boolean): void {
  if (!hasEnded) running.stop();
}

function isTooBad(
  samples: readonly { time: number; ms: number; isGood: boolean }[],
  stopBelow: number | undefined,
): boolean {
  return stopBelow !== undefined && samples.length >= fewestSamples && share(samples) < stopBelow;
}

function createOutage(
  { region, fault, services, latencyMs }: Experiment,
  { hosts }: ExperimentOptions,
  from: number,
  until: number,
): Outage {
  return {
    region,
    fault,
    hosts,
    from,
    until,
    ...(services && { services }),
    ...(latencyMs !== undefined && { latencyMs }),
  };
}

function countProcesses(events: readonly LoggedEvent[]): number {
  return new Set(events.filter(({ kind }) => kind === 'process').map(({ process }) => process)).size;
}
