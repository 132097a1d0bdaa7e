import { constants } from 'node:os';

/** Somebody's options to stop the process, for work that ends between two steps. */
export interface StopRequest {
  /** Aborted by the first SIGINT or SIGTERM; the second one ends the process at once. */
  signal: AbortSignal;
  /**
   * Ends the process the way the signal wants it, so that a shell stops its script as well.
   *
   * @returns the exit code for where the signal does not end it
   */
  follow(): number;
}

/** Starts to listen. */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  let received: 'SIGINT' | 'SIGTERM' | undefined;
  const stop = (name: 'SIGINT' | 'SIGTERM') => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    received = name;
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    follow() {
      const name = received ?? 'SIGTERM';
      process.kill(process.pid, name);
      return 128 + constants.signals[name];
    },
  };
}
