import type { WriteStream } from 'node:tty';

/** One line at the bottom of a terminal that says how far the work is. */
export interface ProgressLine {
  show: (done: number, total: number) => void;
  /** Takes the line away, until it is shown again. */
  end: () => void;
}

/** What is done sooner needs no line. */
const firstAfterMs = 500;
const intervalMs = 100;
const barLength = 24;

/**
 * Makes a line; nothing is shown where `stream` is no terminal.
 *
 * @param what is being done: `Looking at files`
 * @param now in milliseconds
 */
export function createProgressLine(
  what: string,
  stream: Pick<WriteStream, 'columns' | 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): ProgressLine {
  let nextAt = now() + firstAfterMs;
  let isShown = false;
  return {
    show(done, total) {
      if (!stream.isTTY || now() < nextAt) return;
      nextAt = now() + intervalMs;
      isShown = true;
      const filled = Math.round((done / Math.max(total, 1)) * barLength);
      const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
      const line = `${what} ${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      // A line that wraps could not be taken away.
      stream.write(`\r\u001B[K${line.slice(0, Math.max(stream.columns - 1, 0))}`);
    },
    end() {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
