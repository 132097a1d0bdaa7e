import { Worker } from 'node:worker_threads';
import type { ServicePlace } from '../../audit/inventory.ts';
import { workerLimits } from '../../audit/worker-script.ts';

/** A folder whose regions are to be followed from file to file. */
export interface FollowTask {
  /** Absolute. */
  root: string;
  /** Its code files, relative to `root`, with `/`. */
  files: readonly string[];
  /** What each file says by itself, with paths like these. */
  places: readonly ServicePlace[];
  /** The texts of open documents, by paths like these: they count, not what is on the disk. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Follows the regions of a folder in a thread of its own: it reads and parses many files, and the server has to hear the
 * editor meanwhile. Its memory is given back when it is done.
 *
 * @param script as `findWorkerScript` gives it
 * @returns the places of all files, in their order
 * @throws an Error when the thread breaks down; the reason of the signal when that stops it
 */
export async function followInThread(
  script: URL,
  task: FollowTask,
  signal: AbortSignal,
): Promise<readonly ServicePlace[]> {
  signal.throwIfAborted();
  const worker = new Worker(script, {
    workerData: task,
    resourceLimits: workerLimits,
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<readonly ServicePlace[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(signal.aborted ? (signal.reason as Error) : new Error(`The thread ended with code ${code}.`));
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
