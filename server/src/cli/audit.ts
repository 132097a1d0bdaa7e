import { applyServiceSettings } from '../audit/apply-service-settings.ts';
import { createAuditLinter } from '../audit/audit-linter.ts';
import { auditFolder, type Audit, type Trend } from '../audit/audit.ts';
import { findTriedRuns } from '../audit/tried-runs.ts';
import { combineRepositories, nameFolders } from '../audit/repositories.ts';
import { ChangesError, findChanges, type Changes } from '../audit/changes.ts';
import { isFolder } from '../files/folders.ts';
import type { Notice } from '../files/notice.ts';
import { readServiceSettings } from '../eslint-config/service-settings.ts';
import { createSettingsFinder, type SettingsFinder } from '../eslint-config/settings-file.ts';
import { RevisionError } from '../files/git/extract-revision.ts';
import type { Deployment } from '../program/deployment.ts';
import { isSourceName } from '../files/source-names.ts';
import { log } from './log.ts';
import { auditHelp, readAuditOptions, type AuditOptions } from './audit-options.ts';
import { useBaseline } from './baseline.ts';
import { run as runMerge } from './merge.ts';
import { createNoticeList } from './notice-list.ts';
import { createProgressLine, type ProgressLine } from './progress-line.ts';
import { showReport } from './report-output.ts';
import { listenForStop } from './stop-request.ts';
import { basename, dirname, join, resolve } from 'node:path';
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
  const options = readAuditOptions(args, log);
  if (!options) {
    process.stdout.write(auditHelp);
    return 0;
  }
  const stop = listenForStop();
  const progress = createProgressLine('Auditing', process.stderr);
  try {
    // What is under way may take long, and nothing of it is needed any more.
    const audit = await Promise.race([createAudit(options, progress, stop.signal), whenAborted(stop.signal)]);
    if (audit) return finish(audit, options);
    progress.end(); // following the signal may be the last thing that happens
    return stop.follow();
  } finally {
    progress.end();
  }
}

async function createAudit(
  options: AuditOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<Audit> {
  const settings = createSettingsFinder({ isTrusted: () => !options.noConfig, file: options.settingsFile });
  const roots = await findRoots(options, settings);
  const notices = createNoticeList(process.cwd(), log);
  const onNotice = (notice: Notice) => {
    progress.end();
    if (!options.isQuiet || notice.kind === 'failed') notices.show(notice);
  };
  const audits: Audit[] = [];
  for (const root of roots)
    audits.push(await auditOne(root, options, { progress, signal, onNotice, settings }));
  notices.end();
  const [only] = audits;
  if (only && roots.length === 1) return only;
  const names = nameFolders(roots);
  const parts = audits.map((audit, index) => {
    const subject = { ...audit.subject, name: names[index] ?? audit.subject.name };
    return { audit: { ...audit, subject }, isHere: true };
  });
  return combineRepositories(parts, process.cwd());
}

/** @returns absolute paths: what was named or, where nothing was, what the settings of the current folder name */
async function findRoots(
  { targets, noConfig, settingsFile }: AuditOptions,
  finder: SettingsFinder,
): Promise<readonly string[]> {
  // A folder that is not trusted does not say where else to look.
  if (!targets.isDefault || noConfig) return targets.roots;
  const [folder] = targets.roots;
  const settings = await finder.find(join(folder, 'x'));
  // Those above the current folder are about all of it.
  const isOwn = settings && (settingsFile !== undefined || dirname(settings.path) === folder);
  if (!isOwn || settings.repositories.length === 0) return targets.roots;
  return settings.repositories.map((name) => {
    const path = resolve(dirname(settings.path), name);
    if (isFolder(path)) return path;
    throw new UsageError(`${basename(settings.path)}: repositories names '${name}', which is no folder.`);
  });
}

interface Surroundings {
  progress: ProgressLine;
  signal: AbortSignal;
  onNotice: (notice: Notice) => void;
  /** Reads each settings file once, which may take a process. */
  settings: SettingsFinder;
}

async function auditOne(
  root: string,
  options: AuditOptions,
  { progress, signal, onNotice, settings }: Surroundings,
): Promise<Audit> {
  const { targets, shard, changedSince, regions, deployment, link, noConfig, isQuiet } = options;
  const changes = await readChanges(root, changedSince, signal);
  const linter = createAuditLinter(root, { noConfig, settingsFile: options.settingsFile });
  const effort = { ...options.getEffort(root), signal, onProgress: isQuiet ? undefined : progress.show };
  const { include, exclude } = (await settings.find(join(root, 'x'))) ?? {};
  const selection = {
    shard,
    changes,
    deployment,
    link,
    include,
    exclude,
    only: targets.files,
    usesGit: !noConfig,
  };
  const audit = await auditFolder(root, linter, onNotice, selection, effort);
  progress.end();
  for (const region of regions) {
    // Loaded when called: most audits need no resolver.
    const { addImpact } = await import('../audit/impact/add-impact.ts');
    await addImpact(audit, region, onNotice, !noConfig);
  }
  await linter.dispose();
  if (options.since !== undefined) audit.trend = await findTrend(root, options.since, deployment, signal);
  if (options.runs) audit.tried = await findTriedRuns(root, options.runs);
  // Where the config was run, it has told of the services.
  const isRead = !noConfig && !linter.hasFailed();
  return isRead ? audit : applyServiceSettings(audit, await readServiceSettings(root));
}

function finish(audit: Audit, { targets, baseline, report, shard, changedSince }: AuditOptions): number {
  // What the settings say wrongly may have hidden anything, so "no findings" would be no answer.
  const isMistaken = audit.leftOut.some(({ isMistake }) => isMistake);
  const isSilent = isMistaken && audit.findings.length === 0 && report.output === undefined;
  const code =
    isSilent && report.format.name === 'terminal' ? 2 : showReport(useBaseline(audit, baseline, log), report);
  if (isMistaken) {
    log('multi-region: there is a mistake in the settings; the messages above name it.');
    return 2;
  }
  // A part of the files may well have none that can be looked at.
  const isPart = targets.files !== undefined || shard !== undefined || changedSince !== undefined;
  if (isPart) return code;
  if (audit.fileCount === 0) {
    log(
      'multi-region: there is no source file to analyze in this folder. Check its path, and what .gitignore leaves out.',
    );
    return 2;
  }
  if (!isInVain(audit)) return code;
  log('multi-region: no source file could be analyzed; the messages above say why.');
  return 2;
}

/** Whether something was to be looked at, and nothing could be. */
function isInVain({ fileCount, leftOut }: Audit): boolean {
  const failed = new Set(leftOut.flatMap(({ kind, path }) => (kind === 'failed' ? path : [])));
  // A config above the folder may have failed as well.
  const inside = [...failed].filter((path) => !path.startsWith('../'));
  return inside.length > 0 && inside.filter(isSourceName).length >= fileCount;
}

async function findTrend(
  root: string,
  revision: string,
  deployment: Deployment,
  signal: AbortSignal,
): Promise<Trend> {
  const { compareWithPast, describeChange } = await import('../audit/past-audit.ts');
  try {
    return describeChange(await compareWithPast({ root, revision, deployment, signal }), revision);
  } catch (error) {
    if (error instanceof RevisionError) throw new UsageError(`--since: ${error.message}`);
    throw error;
  }
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
