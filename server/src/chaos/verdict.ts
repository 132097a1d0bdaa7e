import { plural } from '../printing/plural.ts';
import type { CallReport } from './calls.ts';
import type { Experiment } from './experiment.ts';
import { judgeProbe, type ProbeGoals, type ProbeResult } from './probe.ts';
import type { CommandEnd } from './run-result.ts';
import type { Verdict } from './verdict-kind.ts';

/** What a run is judged by. */
export interface Evidence {
  experiment: Experiment;
  end: CommandEnd;
  processes: number;
  calls: CallReport;
  /** Services whose calls may fail. */
  mayFail: readonly string[];
  probe: ProbeResult | undefined;
  goals: ProbeGoals;
  control: CommandEnd | undefined;
}

/** Whether there was something to survive. A command that fails without it needs no control run. */
export function wasHit({ hit, connections }: CallReport): boolean {
  return hit.length > 0 || connections.length > 0;
}

/**
 * The verdict is the command's, where it says something: an outage that hit nothing proves nothing, and neither does
 * a command that fails without it, or one that does not notice that its calls failed.
 */
export function judge(evidence: Evidence): Verdict {
  const { experiment, end, processes, calls, probe, goals, control } = evidence;
  const { region } = experiment;
  if (processes === 0) {
    return inconclusive(
      'No process with Node took part: the command runs something else, or starts Node with an environment of its own. This proves nothing.',
    );
  }
  const isGood = probe ? end.code === undefined || end.code === 0 : end.code === 0;
  if (!wasHit(calls)) {
    const what = experiment.services ? `${experiment.services.join(', ')} in ${region}` : region;
    return inconclusive(
      isGood
        ? `Nothing was sent to ${what}. A mocked SDK? Another region? This proves nothing.`
        : `The command failed, but nothing was sent to ${what}: it fails by itself.`,
    );
  }
  if (control && control.code !== 0) {
    return inconclusive(`The command fails without the outage${isGood ? '' : ', too'}.`);
  }
  if (!isGood) {
    return { kind: 'failed', reason: `The command failed while ${region} was in trouble.` };
  }
  if (probe) {
    const verdict = judgeProbe(probe, goals);
    if (verdict) return verdict;
  }
  return judgeCalls(evidence);
}

function judgeCalls({ calls: { hit, connections }, mayFail, experiment: { region } }: Evidence): Verdict {
  const lost = hit.filter(({ outcome, service }) => outcome === 'failed' && !mayFail.includes(service));
  const unclear = hit.filter(({ outcome, service }) => outcome === 'followed' && !mayFail.includes(service));
  if (lost.length > 0) {
    return inconclusive(
      `The command succeeded, though ${plural(lost.length, 'call')} failed and nothing answered elsewhere. If they may fail, say so with --may-fail ${names(lost)}.`,
    );
  }
  if (unclear.length > 0) {
    return inconclusive(
      `The command succeeded, but it is not known whether ${plural(unclear.length, 'failed call')} went on to another region: calls that did the same followed, but from elsewhere in the code, or as they do without the outage.`,
    );
  }
  const unseen = connections.filter(({ service }) => !mayFail.includes(service));
  if (unseen.length > 0) {
    return inconclusive(
      `The command succeeded, but what became of its connections to ${names(unseen)} cannot be seen. If they may fail, say so with --may-fail ${names(unseen)}.`,
    );
  }
  return { kind: 'passed', reason: `The command succeeded while ${region} was in trouble.` };
}

function inconclusive(reason: string): Verdict {
  return { kind: 'inconclusive', reason };
}

function names(calls: readonly { service: string }[]): string {
  return [...new Set(calls.map(({ service }) => service))].join(',');
}
