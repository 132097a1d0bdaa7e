import type { Frame } from './events.ts';

const mostFrames = 12;

/**
 * Reads who called: the frames of the application, innermost first. V8 follows `await`, so that they are known
 * behind the SDK, too.
 *
 * @param own files whose frames are left out
 */
export function readFrames(own: readonly string[]): Frame[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = limit;
  return stack
    .split('\n')
    .slice(1)
    .map((line) => line.trim().replace(/^at (?:async )?/u, ''))
    .filter((line) => isOfApplication(line) && !own.some((file) => line.includes(file)))
    .slice(0, mostFrames);
}

function isOfApplication(line: string): boolean {
  // Which of several calls it was, in a list that is waited for together.
  if (/^Promise\.\w+ \(index \d+\)$/u.test(line)) return true;
  return /[\\/]/u.test(line) && !/node_modules|\bnode:/u.test(line);
}
