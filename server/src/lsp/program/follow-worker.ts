import { parentPort, workerData } from 'node:worker_threads';
import { createThreadAuditLinter } from '../../audit/audit-linter.ts';
import { followRegions } from '../../audit/follow-regions.ts';
import { createEmbeddedConfigs } from '../../eslint-config/embedded-configs.ts';
import type { FollowTask } from './follow-thread.ts';

// The entry of the thread. What rejects here ends it, which tells the server.

const { root, files, places, texts } = workerData as FollowTask;

const followed = await followRegions({
  ...{ root, files, paths: files, places, texts },
  // Only facts are asked for, which no configuration changes.
  linter: createThreadAuditLinter(createEmbeddedConfigs(() => root)),
  deployment: new Map(),
  onNotice: () => undefined, // the audit tells of configuration that could not be used
});
parentPort?.postMessage(followed);
