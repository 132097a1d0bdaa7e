import { applyServiceSettings } from '../audit/apply-service-settings.ts';
import { createAuditLinter } from '../audit/audit-linter.ts';
import { auditFolder, type Audit } from '../audit/audit.ts';
import { ChangesError, findChanges, type Changes } from '../audit/changes.ts';
import type { Notice } from '../files/notice.ts';
import { readServiceSettings } from '../eslint-config/service-settings.ts';
import { isSourceName } from '../files/source-names.ts';
import { auditHelp, readAuditWish, type AuditWish } from './audit-wish.ts';
import { useBaseline } from './baseline.ts';
import { run as runMerge } from './merge.ts';
import { createNoticeList } from './notice-list.ts';
import { createProgressLine, type ProgressLine } from './progress-line.ts';
import { showReport } from './report-output.ts';
import { listenForStop } from './stop-request.ts';
import { UsageError } from './usage-error.ts';

/**
 * The command `audit`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  if (args[0] === 'merge') return runMerge(args.slice(1));
  const wish = readAuditWish(args, say);
  if (!wish) {
    process.stdout.write(auditHelp);
    return 0;
  }
  const stop = listenForStop();
  const progress = createProgressLine('Auditing', process.stderr);
  try {
    // What is under way may take long, and nothing of it is needed any more.
    const audit = await Promise.race([createAudit(wish, progress, stop.signal), whenAborted(stop.signal)]);
    if (audit) return finish(audit, wish);
    progress.end(); // following the signal may be the last thing that happens
    return stop.follow();
  } finally {
    progress.end();
  }
}

async function createAudit(wish: AuditWish, progress: ProgressLine, signal: AbortSignal): Promise<Audit> {
  const { root, shard, changedSince, region, noConfig, isQuiet } = wish;
  const notices = createNoticeList(process.cwd(), say);
  const report = (notice: Notice) => {
    progress.end();
    if (!isQuiet || notice.kind === 'failed') notices.show(notice);
  };
  const changes = await readChanges(root, changedSince, signal);
  const linter = createAuditLinter(root, { noConfig });
  const effort = { ...wish.effort, signal, onProgress: isQuiet ? undefined : progress.show };
  const audit = await auditFolder(root, linter, report, { shard, changes, usesGit: !noConfig }, effort);
  progress.end();
  if (region !== undefined) {
    // Loaded when called: most audits need no resolver.
    const { addImpact } = await import('../audit/impact/add-impact.ts');
    await addImpact(audit, region, report, !noConfig);
  }
  notices.end();
  await linter.dispose();
  // Where the config was run, it has told of the services.
  const isRead = !noConfig && !linter.hasFailed();
  return isRead ? audit : applyServiceSettings(audit, await readServiceSettings(root));
}

function finish(audit: Audit, { baseline, report, shard, changedSince }: AuditWish): number {
  const code = showReport(useBaseline(audit, baseline, say), report);
  // A part of the files may well have none that can be looked at.
  const isPart = shard !== undefined || changedSince !== undefined;
  if (isPart || !isInVain(audit)) return code;
  say('multi-region: none of the source files could be looked at; the messages above say why.');
  return 2;
}

/** Whether something was to be looked at, and nothing could be. */
function isInVain({ fileCount, leftOut }: Audit): boolean {
  const failed = new Set(leftOut.flatMap(({ kind, path }) => (kind === 'failed' ? path : [])));
  // A config above the folder may have failed as well.
  const inside = [...failed].filter((path) => !path.startsWith('../'));
  return inside.length > 0 && inside.filter(isSourceName).length >= fileCount;
}

async function readChanges(
  root: string,
  revision: string | undefined,
  signal: AbortSignal,
): Promise<Changes | undefined> {
  if (revision === undefined) return undefined;
  try {
    return await findChanges(root, revision, signal);
  } catch (error) {
    if (error instanceof ChangesError && !signal.aborted) {
      throw new UsageError(`--changed-since: ${error.message}`);
    }
    throw error;
  }
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
