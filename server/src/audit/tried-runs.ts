import type { RecordedRun } from '../chaos/record.ts';
import { runGit } from '../files/git/run-git.ts';
import { isSourceName } from '../files/source-names.ts';

/** How a service got on in the last run in which a region failed in one way. */
export interface TriedRun {
  service: string;
  region: string;
  /** The option that asked for it: `--down refuse`. */
  fault: string;
  /** The day: `2026-11-28`. */
  date: string;
  /** The commit, where there was git. */
  commit: string | undefined;
  /** What the run came to, or that the calls of this service failed in it. */
  result: 'passed' | 'failed' | 'inconclusive';
  /** Whether source files have changed since; undefined where that is not known. */
  isStale: boolean | undefined;
}

/**
 * The last run for each service, region and fault.
 *
 * @param root absolute; its repository tells what has changed since
 */
export async function findTriedRuns(root: string, runs: readonly RecordedRun[]): Promise<TriedRun[]> {
  const last = new Map<string, { run: RecordedRun; service: RecordedRun['services'][number] }>();
  for (const run of runs.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time))) {
    for (const service of run.services)
      last.set(`${service.service} ${run.region} ${run.fault}`, { run, service });
  }
  const stale = new Map<string, boolean | undefined>();
  for (const { commit } of runs) {
    if (commit !== null && !stale.has(commit)) stale.set(commit, await hasChanged(root, commit));
  }
  return [...last.values()]
    .map(({ run, service }) => ({
      service: service.service,
      region: run.region,
      fault: run.fault,
      date: new Date(run.time).toISOString().slice(0, 10),
      commit: run.commit?.slice(0, 7),
      result: service.failed > 0 && run.verdict !== 'passed' ? ('failed' as const) : run.verdict,
      // What was tried was not what is in the commit.
      isStale: run.commit === null || !run.clean ? undefined : stale.get(run.commit),
    }))
    .sort(
      (a, b) => compare(a.service, b.service) || compare(a.region, b.region) || compare(a.fault, b.fault),
    );
}

async function hasChanged(root: string, commit: string): Promise<boolean | undefined> {
  const args = ['diff', '--name-only', '--no-ext-diff', '--end-of-options', commit];
  const { stdout } = await runGit(args, root, { readsFiles: true });
  return stdout?.split('\n').some((path) => isSourceName(path));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
