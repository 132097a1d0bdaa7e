import { Worker } from 'node:worker_threads';

const code = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  let isAlive = process.ppid === workerData.parent;
  try { process.kill(workerData.parent, 0); } catch (error) { isAlive &&= error.code === 'EPERM'; }
  if (!isAlive) process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/**
 * Ends this process when its parent is gone. A config may keep the main thread busy for ever, so that it would never
 * hear of that.
 */
export function watchParent(): void {
  new Worker(code, { eval: true, workerData: { parent: process.ppid }, stdin: false }).unref();
}
