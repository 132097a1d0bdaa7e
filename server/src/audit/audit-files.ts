import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileConfigs } from '../eslint-config/file-configs.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import { openResultCache, type CacheOptions } from '../files/result-cache.ts';
import { startAuditThread, type ThreadTask } from './audit-thread.ts';
import { findWorkerScript } from './worker-script.ts';
import { createFileAuditor, toCache, type FileAudit, type FileOutcome } from './file-audit.ts';

/** How an audit gets through its files. */
export interface Effort {
  /** Where results are kept between runs; undefined: nowhere. */
  cache?: CacheOptions | undefined;
  /** At most so many threads, the main one included; 1 when left out. */
  threads?: number | undefined;
  /** The code of the threads; found by itself in the bundle. */
  threadScript?: URL | undefined;
  /** When threads pay: after so much time, when so much more is to be expected; measured by default. */
  worthThreads?: { afterMs: number; remainingMs: number } | undefined;
  /** Is told how many files have been looked at. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the work between two batches of files. */
  signal?: AbortSignal | undefined;
  /** Is told why the cache could not be written. */
  onCacheError?: ((error: Error) => void) | undefined;
}

const batchSize = 32;
/**
 * Measured on two cores: a second thread costs one second of work, until it has started and its code is hot. And
 * the first guess of what remains is too high, for at that time no code is hot.
 */
const measured = { afterMs: 500, remainingMs: 1500 };
const deathsAllowed = 3;

/**
 * Audits files, here and in other threads when there is enough to do for them. How much that is shows only
 * after a start: one folder has nothing to parse in it, another of the same size takes a minute.
 *
 * @param root absolute
 * @param paths relative to `root`, with `/`
 * @param linter what lints here; threads make the same for themselves, with its configs
 * @returns what there is to say, in the order of `paths`, whichever thread said it
 * @throws the reason of the signal
 */
export async function auditFiles(
  root: string,
  paths: readonly string[],
  linter: FileLinter & { configs?: FileConfigs },
  effort: Effort,
): Promise<FileAudit[]> {
  const {
    cache,
    threads = 1,
    threadScript = findWorkerScript('audit-worker.js'),
    worthThreads = measured,
  } = effort;
  const results = cache && openResultCache(cache);
  const auditor = createFileAuditor(root, linter, results);
  const audits = new Map<number, FileAudit>();
  const start = performance.now();
  const again: number[][] = [];
  let next = 0;
  let done = 0;
  let deaths = 0;
  let helpers: Promise<void>[] | undefined;

  function takeBatch(): number[] | undefined {
    const left = again.pop();
    if (left) return left;
    if (next >= paths.length) return undefined;
    const first = next;
    next = Math.min(first + batchSize, paths.length);
    return Array.from({ length: next - first }, (_, offset) => first + offset);
  }

  function keep(index: number, outcome: FileOutcome | undefined): void {
    done++;
    effort.onProgress?.(done, paths.length);
    if (!outcome) return;
    audits.set(index, outcome.audit);
    if (outcome.newKey !== undefined) results?.set(outcome.newKey, toCache(outcome.audit));
  }

  async function workHere(): Promise<void> {
    for (let batch = takeBatch(); batch; batch = takeBatch()) {
      effort.signal?.throwIfAborted();
      const files = await auditor.prepare(batch.map((index) => paths[index] ?? ''));
      for (const [position, index] of batch.entries()) {
        const file = files[position];
        keep(index, file && (await auditor.audit(file)));
        if (isWorthThreads()) helpers ??= startHelpers();
      }
      await setImmediate(); // yields to the event loop: other threads and signals
    }
  }

  function isWorthThreads(): boolean {
    if (threads < 2 || !threadScript || helpers) return false;
    const elapsed = performance.now() - start;
    return (
      elapsed > worthThreads.afterMs && (elapsed / done) * (paths.length - done) > worthThreads.remainingMs
    );
  }

  function startHelpers(): Promise<void>[] {
    return Array.from({ length: threads - 1 }, workInThread);
  }

  async function workInThread(): Promise<void> {
    if (!threadScript) return;
    const task: ThreadTask = { root, cache, configs: linter.configs };
    let thread = startAuditThread(threadScript, task);
    for (let batch = takeBatch(); batch; batch = takeBatch()) {
      const { files, ...end } = await thread.audit(batch.map((index) => paths[index] ?? ''));
      if (files) {
        for (const [position, index] of batch.entries()) keep(index, files[position]);
        continue;
      }
      const { at, reason } = end as { at: number; reason: string };
      const culprit = batch[at];
      if (culprit !== undefined) keep(culprit, describeDeath(paths[culprit] ?? '', reason));
      again.push(batch.filter((index) => index !== culprit));
      deaths++;
      // A thread that does not even start is no loss: the rest is done here.
      if (culprit === undefined || deaths >= deathsAllowed) return;
      thread = startAuditThread(threadScript, task);
    }
    await thread.stop();
  }

  function describeDeath(path: string, reason: string): FileOutcome {
    const message = `Could not be linted: the thread that did so broke down (${reason}). Please report it.`;
    const notice = {
      kind: 'failed',
      path: join(root, path),
      line: undefined,
      column: undefined,
      message,
    } as const;
    return { audit: { findings: [], places: [], notices: [notice] }, newKey: undefined };
  }

  await workHere();
  await Promise.all(helpers ?? []);
  await workHere(); // what a thread gave back when it died
  const error = results?.save();
  if (error) effort.onCacheError?.(error);
  return [...audits].sort(([a], [b]) => a - b).map(([, audit]) => audit);
}
