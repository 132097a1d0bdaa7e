import { relative } from 'node:path';

/** What all ways in say of a finding. */
export interface Verdict {
  path: string;
  line: number;
  column: number;
  endLine: number | undefined;
  endColumn: number | undefined;
  severity: string;
  ruleId: string;
  message: string;
}

/** A finding as one line, the same from whichever way in. */
export function show({ path, line, column, endLine, endColumn, severity, ruleId, message }: Verdict): string {
  return `${path}:${line}:${column}-${endLine ?? line}:${endColumn ?? column} ${severity} ${ruleId} ${message}`;
}

/** A path as it is shown: with forward slashes, from the root of the tree. */
export function toRelative(tree: string, file: string): string {
  return relative(tree, file).replaceAll('\\', '/');
}
