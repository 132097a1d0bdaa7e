import type { RecordedRun } from './record.ts';
import type { VerdictKind } from './verdict-kind.ts';

/** A record that cannot be read; the message says why, as a sentence. */
export class RecordError extends Error {}

const verdicts: readonly VerdictKind[] = ['passed', 'failed', 'inconclusive'];

/**
 * Reads what `multi-region chaos --record` wrote: a line of JSON for each run.
 *
 * @throws RecordError that names the line
 */
export function readRecord(text: string): RecordedRun[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const run = parse(line);
    if (!run) {
      throw new RecordError(
        `line ${index + 1} is no run of 'multi-region chaos --record'. Remove the line, or record the runs again.`,
      );
    }
    return [run];
  });
}

function parse(line: string): RecordedRun | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isRun(value) ? value : undefined;
}

function isRun(value: unknown): value is RecordedRun {
  const { version, time, commit, region, fault, verdict, services } = Object(value) as Partial<
    Record<keyof RecordedRun, unknown>
  >;
  return (
    version === 1 &&
    typeof time === 'string' &&
    !Number.isNaN(Date.parse(time)) &&
    (commit === null || (typeof commit === 'string' && /^[0-9a-f]{7,64}$/u.test(commit))) &&
    typeof region === 'string' &&
    typeof fault === 'string' &&
    verdicts.some((each) => each === verdict) &&
    Array.isArray(services) &&
    services.every(isService)
  );
}

function isService(value: unknown): boolean {
  const { service, calls, failed } = Object(value) as Record<string, unknown>;
  return typeof service === 'string' && typeof calls === 'number' && typeof failed === 'number';
}
