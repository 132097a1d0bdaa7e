import type { Linter } from 'eslint';
import type { FileFacts } from 'eslint-plugin-multi-region/facts';
import type { Notice } from '../files/notice.ts';

const stackOverflow = 'Maximum call stack size exceeded';

/** Says that a file cannot be parsed, and where it stopped the parser. */
export function createParseNotice(path: string, { line, column, message }: Linter.LintMessage): Notice {
  if (message.includes(stackOverflow)) return createCrashNotice(path, new RangeError(stackOverflow));
  const reason = message.replace(/^Parsing error: /u, '');
  if (/could not allocate memory|out of memory/iu.test(reason)) {
    return createFileNotice(
      path,
      'Cannot be parsed: the system gives the parser no memory. It reserves 12 GB of addresses, of which it uses few: raise ulimit -v.',
    );
  }
  return { kind: 'failed', path, line, column, message: `Cannot be parsed: ${reason}` };
}

/**
 * Says what is wrong with a file that was linted all the same: a comment for ESLint that cannot be read, say. One comment
 * may not hide what else there is.
 */
export function createProblemNotice(
  path: string,
  messages: readonly Linter.LintMessage[],
): Notice | undefined {
  const problem = messages.find((message) => message.fatal);
  if (!problem) return undefined;
  const { line, column, message } = problem;
  const [reason = ''] = message.split('\n');
  return {
    kind: 'failed',
    path,
    line,
    column,
    message: `A comment for ESLint counts for nothing: ${reason}`,
  };
}

/** Whether ESLint could not parse a file, and so did not lint it. */
export function isParseError({ fatal, message }: Linter.LintMessage): boolean {
  return fatal === true && message.startsWith('Parsing error: ');
}

/** Says that something broke down on a file. */
export function createCrashNotice(path: string, error: unknown): Notice {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const message = reason.includes(stackOverflow)
    ? 'Cannot be linted: the code is nested too deeply.'
    : `Could not be linted, which is a fault in multi-region; please report it: ${reason}`;
  return createFileNotice(path, message);
}

/** Says that a part of a file was not looked at, where that is so. */
export function createUnreadNotice(path: string, { unread }: FileFacts): Notice | undefined {
  if (unread === undefined) return undefined;
  return createFileNotice(
    path,
    unread === 'time'
      ? 'Not looked at to its end: that would take too long. Split the file.'
      : 'Not looked at to its end: it is nested too deeply.',
  );
}

/** Says something about a whole file that should have been looked at. */
export function createFileNotice(path: string, message: string): Notice {
  return { kind: 'failed', path, line: undefined, column: undefined, message };
}
