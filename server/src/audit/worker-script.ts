import { fileURLToPath } from 'node:url';
import type { ResourceLimits } from 'node:worker_threads';
import { isFile } from '../files/folders.ts';

/**
 * The code of a thread: the bundle carries it beside itself.
 *
 * @param name of its file: `audit-worker.js`
 * @returns undefined when run from sources
 */
export function findWorkerScript(name: string): URL | undefined {
  const beside = new URL(name, import.meta.url);
  return isFile(fileURLToPath(beside)) ? beside : undefined;
}

/** The young generation would take twice as much otherwise, and no less time. */
export const workerLimits: ResourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };
