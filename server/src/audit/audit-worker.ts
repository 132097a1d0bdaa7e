import { parentPort, workerData } from 'node:worker_threads';
import { openResultCache } from '../files/result-cache.ts';
import { connectFileConfigs } from '../eslint-config/thread-configs.ts';
import { createEmbeddedConfigs } from '../eslint-config/embedded-configs.ts';
import { createThreadAuditLinter } from './audit-linter.ts';
import type { ThreadData } from './audit-thread.ts';
import { createFileAuditor, type FileOutcome } from './file-audit.ts';

// The entry of a thread: gets batches of paths, answers with an outcome for each path.

const { root, cache, progress, configs } = workerData as ThreadData;
const position = new Int32Array(progress);
const auditor = createFileAuditor(
  root,
  createThreadAuditLinter(configs ? connectFileConfigs(configs) : createEmbeddedConfigs(() => root)),
  cache && openResultCache({ ...cache, secret: Buffer.from(cache.secret) }),
);

async function auditBatch(paths: readonly string[]): Promise<(FileOutcome | undefined)[]> {
  const outcomes: (FileOutcome | undefined)[] = [];
  for (const [index, file] of (await auditor.prepare(paths)).entries()) {
    Atomics.store(position, 0, index);
    outcomes.push(await auditor.audit(file));
  }
  return outcomes;
}

parentPort?.on('message', (paths: readonly string[]) => {
  // What rejects here ends the thread, which tells the main one.
  void auditBatch(paths).then((outcomes) => parentPort?.postMessage(outcomes));
});
