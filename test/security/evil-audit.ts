import { evil } from './evil.ts';

/** A finding with the text in every field. */
export const evilFinding = {
  ruleId: evil,
  message: evil,
  severity: 'error',
  path: evil,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  region: evil,
  service: evil,
  code: evil,
  fingerprint: evil,
} as const;

/** A place of a service in the same way. */
export const evilPlace = {
  path: evil,
  line: 1,
  column: 1,
  service: evil,
  region: evil,
  origin: 'literal',
  failover: 'none',
  critical: undefined,
  plan: evil,
} as const;

export const evilSubject = { name: evil, date: evil, commit: evil, link: undefined, folder: evil };
