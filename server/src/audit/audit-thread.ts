import { Worker, type MessagePort } from 'node:worker_threads';
import type { CacheOptions } from '../files/result-cache.ts';
import type { FileConfigs } from '../eslint-config/file-configs.ts';
import { serveFileConfigs } from '../eslint-config/thread-configs.ts';
import type { FileOutcome } from './file-audit.ts';
import { workerLimits } from './worker-script.ts';

/** What a thread needs to do the same as the main one. */
export interface ThreadTask {
  /** Absolute. */
  root: string;
  cache: CacheOptions | undefined;
  /** How files are to be linted: the thread asks for it here. */
  configs?: FileConfigs | undefined;
}

/** What the thread is started with. */
export interface ThreadData extends Omit<ThreadTask, 'configs'> {
  /** For `connectFileConfigs`. */
  configs: MessagePort | undefined;
  /** One number: which path of its batch the thread works on, or -1 before its first. */
  progress: SharedArrayBuffer;
}

/** What came of a batch: an outcome for each path, or the end of the thread. */
export type BatchOutcome =
  | { files: (FileOutcome | undefined)[] }
  | {
      files: undefined;
      /** Which path of the batch was in work; -1 when the thread did not get that far. */
      at: number;
      reason: string;
    };

/** A thread that audits files beside the main one. */
export interface AuditThread {
  /**
   * One batch at a time.
   *
   * @returns never rejects; after a thread has died there is nothing to expect of it
   */
  audit(paths: readonly string[]): Promise<BatchOutcome>;
  stop(): Promise<void>;
}

/**
 * Starts a thread. What it needs too much memory for, or breaks down on, ends the thread and not the process.
 *
 * @param script as `findWorkerScript` gives it
 */
export function startAuditThread(script: URL, { configs, ...task }: ThreadTask): AuditThread {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const position = new Int32Array(progress).fill(-1);
  const port = configs && serveFileConfigs(configs);
  const worker = new Worker(script, {
    workerData: { ...task, progress, configs: port } satisfies ThreadData,
    transferList: port ? [port] : [],
    resourceLimits: workerLimits,
  });
  let settle: ((outcome: BatchOutcome) => void) | undefined;
  let death: BatchOutcome | undefined;

  function finish(outcome: BatchOutcome): void {
    settle?.(outcome);
    settle = undefined;
  }
  function die(reason: string): void {
    // An error is followed by an exit; the error says more.
    death ??= { files: undefined, at: Atomics.load(position, 0), reason };
    finish(death);
  }
  worker.on('message', (files: (FileOutcome | undefined)[]) => {
    finish({ files });
  });
  worker.on('error', (error: unknown) => {
    die(error instanceof Error ? error.message : String(error));
  });
  worker.on('exit', (code) => {
    die(`it ended with code ${code}`);
  });

  return {
    audit(paths) {
      if (death) return Promise.resolve(death);
      Atomics.store(position, 0, -1);
      return new Promise((resolve) => {
        settle = resolve;
        worker.postMessage(paths);
      });
    },
    async stop() {
      await worker.terminate();
    },
  };
}
