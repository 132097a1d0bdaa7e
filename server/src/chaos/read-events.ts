import { readFileSync } from 'node:fs';
import type { LoggedEvent } from './engine/events.ts';

/** Reads what the processes of a run wrote. A process that was killed may have left half a line. */
export function readEvents(path: string): LoggedEvent[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as LoggedEvent];
      } catch {
        return [];
      }
    });
}
