import type { Socket } from 'node:net';
import { connectTimeoutError, resetError } from './errors.ts';
import type { Outage } from './outage.ts';

/** How long Linux tries to connect, in milliseconds: tcp_syn_retries is 6. */
const connectTimeoutMs = 127_000;

const longestTimer = 2 ** 31 - 1;

/**
 * Has a socket hang as one of the kernel does: it keeps the process alive, and ends when the kernel would give up or
 * when the region comes back.
 */
export function hang(socket: Socket, outage: Outage, host: string, port: unknown): void {
  const leftMs = Math.min(outage.until - Date.now(), longestTimer);
  const givesUp = outage.fault === 'blackhole' && leftMs > connectTimeoutMs;
  const error = givesUp ? connectTimeoutError(host, port) : resetError();
  const end = () => socket.destroy(error);
  const timer = setTimeout(end, givesUp ? connectTimeoutMs : leftMs);
  const release = watchEnd(outage, end);
  socket.once('close', () => {
    clearTimeout(timer);
    release();
  });
}

/** Cuts a socket that does not hang when its region comes back: behind it is a stand-in. */
export function cutAtEnd(socket: Socket, outage: Outage): void {
  const end = () => socket.destroy();
  const leftMs = Math.min(outage.until - Date.now(), longestTimer);
  const timer = setTimeout(end, leftMs).unref();
  const release = watchEnd(outage, end);
  socket.once('close', () => {
    clearTimeout(timer);
    release();
  });
}

const waiting = new WeakMap<Outage, Set<() => void>>();

/** Calls back when an outage is ended by hand. */
function watchEnd(outage: Outage, end: () => void): () => void {
  const set = waiting.get(outage) ?? new Set();
  waiting.set(outage, set.add(end));
  return () => set.delete(end);
}

/** Ends an outage before its time, and lets go of what hangs. */
export function endOutage(outage: Outage): void {
  outage.until = 0;
  releaseOutage(outage);
}

/** Lets go of what hangs. */
export function releaseOutage(outage: Outage): void {
  for (const end of waiting.get(outage) ?? []) end();
}
