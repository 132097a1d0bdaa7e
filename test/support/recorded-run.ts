import type { RecordedRun } from '../../server/src/chaos/record.ts';

/** A run that passed, as `multi-region chaos --record` writes it, with what is different this time. */
export function recordRun(more: Partial<RecordedRun>): RecordedRun {
  return {
    version: 1,
    time: '2026-11-27T12:00:00.000Z',
    commit: null,
    clean: true,
    command: 'npm test',
    region: 'us-east-1',
    fault: '--down refuse',
    verdict: 'passed',
    reason: '',
    ms: 1,
    services: [{ service: 'dynamodb', calls: 1, elsewhere: 1, failed: 0 }],
    ...more,
  };
}
