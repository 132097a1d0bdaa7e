import type { CallReport } from './calls.ts';
import type { Experiment } from './experiment.ts';
import type { ProbeResult } from './probe.ts';
import type { Verdict } from './verdict-kind.ts';

/** How the command ended. */
export interface CommandEnd {
  /** The exit code; undefined when a signal ended it, or when it was ended after the probe. */
  code: number | undefined;
  signal: string | undefined;
  /** When it began, as `Date.now()` has it. */
  start: number;
  ms: number;
}

/** One experiment, and what was seen. */
export interface RunResult {
  experiment: Experiment;
  /** The command as it was given. */
  command: readonly string[];
  end: CommandEnd;
  /** How many processes with Node took part. */
  processes: number;
  calls: CallReport;
  probe: ProbeResult | undefined;
  /** How the command ended without the outage, where that was tried. */
  control: CommandEnd | undefined;
  verdict: Verdict;
}
