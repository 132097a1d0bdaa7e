import { readRecord, RecordError } from '../chaos/read-record.ts';
import type { RecordedRun } from '../chaos/record.ts';
import { describeFileError } from '../files/describe-file-error.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads what `multi-region chaos --record FILE` wrote.
 *
 * @param file as it was given with `--runs`
 * @throws UsageError when it cannot be read
 */
export function readRuns(file: string): RecordedRun[] {
  try {
    return readRecord(readText(file));
  } catch (error) {
    if (error instanceof RecordError) throw new UsageError(`--runs: '${file}', ${error.message}`);
    throw new UsageError(`--runs: '${file}': ${describeFileError(error)}`);
  }
}
