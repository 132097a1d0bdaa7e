import { toOption } from '../experiment.ts';
import type { RunResult } from '../run-result.ts';

/** The report for programs. @returns JSON with a line break at its end */
export function formatJson(results: readonly RunResult[]): string {
  const runs = results.map(({ experiment, command, end, processes, calls, probe, control, verdict }) => ({
    region: experiment.region,
    fault: toOption(experiment),
    services: experiment.services ?? null,
    command,
    verdict: verdict.kind,
    reason: verdict.reason,
    exitCode: end.code ?? null,
    ms: end.ms,
    processes,
    control: control ? { exitCode: control.code ?? null, ms: control.ms } : null,
    calls: calls.hit.map(
      ({ service, operation, region, outcome, answeredIn, error, ms, doneInAll, frames }) => ({
        service,
        operation,
        region,
        outcome,
        answeredIn: answeredIn ?? null,
        error: error ?? null,
        ms,
        done: doneInAll,
        frames,
      }),
    ),
    straight: calls.straight.map(({ service, operation, region }) => ({ service, operation, region })),
    connections: calls.connections,
    probe: probe ?? null,
  }));
  return `${JSON.stringify({ version: 1, runs }, undefined, 2)}\n`;
}
