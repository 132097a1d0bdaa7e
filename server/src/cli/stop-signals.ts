/**
 * Lets the step end that is under way when somebody stops the process, so that no file is left half-written, and
 * then ends the way the signal wants it. Threads end with the process.
 */
export function endStepBeforeStopping(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.kill(process.pid, signal); // nobody listens any more, so this is the end
    });
  }
}
