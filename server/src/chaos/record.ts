import { appendOutput } from '../files/write-output.ts';
import { runGit } from '../files/git/run-git.ts';
import { toOption } from './experiment.ts';
import type { RunResult } from './run-result.ts';
import type { VerdictKind } from './verdict-kind.ts';

/** A line of a record: one run. */
export interface RecordedRun {
  version: 1;
  /** When the command began, ISO 8601. */
  time: string;
  /** The commit of the folder; null without git. */
  commit: string | null;
  /** Whether the folder was as in the commit. */
  clean: boolean;
  command: string;
  region: string;
  /** The option that asked for it: `--down refuse`. */
  fault: string;
  verdict: VerdictKind;
  reason: string;
  ms: number;
  /** The services that were hit. */
  services: { service: string; calls: number; elsewhere: number; failed: number }[];
}

/** What a run is recorded as. */
export function toRecord(result: RunResult, revision: Revision): RecordedRun {
  const { experiment, command, end, verdict, calls } = result;
  const names = new Set([...calls.hit, ...calls.connections].map(({ service }) => service));
  return {
    version: 1,
    time: new Date(end.start).toISOString(),
    ...revision,
    command: command.join(' '),
    region: experiment.region,
    fault: toOption(experiment),
    verdict: verdict.kind,
    reason: verdict.reason,
    ms: end.ms,
    services: [...names].sort().map((service) => {
      const hit = calls.hit.filter((call) => call.service === service);
      const connections = calls.connections.find((each) => each.service === service)?.count ?? 0;
      return {
        service,
        calls: hit.length + connections,
        elsewhere: hit.filter(({ outcome }) => outcome === 'elsewhere').length,
        failed: hit.filter(({ outcome }) => outcome === 'failed' || outcome === 'followed').length,
      };
    }),
  };
}

export interface Revision {
  commit: string | null;
  clean: boolean;
}

/** The commit of a folder, and whether something of it is changed. */
export async function readRevision(folder: string): Promise<Revision> {
  const head = await runGit(['rev-parse', 'HEAD'], folder);
  const status = await runGit(['status', '--porcelain'], folder, { readsFiles: true });
  return { commit: head.stdout?.trim() ?? null, clean: status.stdout === '' };
}

/** Appends a run to a record. @throws FileError, or the error of the file system */
export function appendRecord(path: string, run: RecordedRun): void {
  appendOutput(path, `${JSON.stringify(run)}\n`);
}
