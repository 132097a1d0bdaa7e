import type { FixKind } from '../../../fixes/fixes.ts';
import type { Finding } from '../../../lint/finding.ts';

/** What a code action carries until it is chosen: which edits are to be made, and for which text. */
export interface ActionData {
  uri: string;
  version: number;
  /**
   * `offer`: what is offered for some findings. `disableFile`: a comment for their rules. `fixAll`, `file` and `workspace`
   * say by themselves which. `updateFailover`: a newer `withRegionFailover`, whatever the findings.
   */
  scope: 'disableFile' | 'file' | 'fixAll' | 'offer' | 'updateFailover' | 'workspace';
  choice?: { kind: FixKind; id: string };
  findings?: FindingKey[];
}

/** An action that is about findings. */
export type FindingsAction = ActionData & { scope: Exclude<ActionData['scope'], 'updateFailover'> };

type FindingKey = [ruleId: string, start: number, end: number];

/** Names findings of a text, so that they are found again in the same text. */
export function toKeys(findings: readonly Finding[]): FindingKey[] {
  return findings.map(({ ruleId, range: [start, end] }) => [ruleId, start, end]);
}

export function findByKeys(findings: readonly Finding[], keys: readonly FindingKey[]): Finding[] {
  return findings.filter(({ ruleId, range: [start, end] }) =>
    keys.some(([keyRule, keyStart, keyEnd]) => keyRule === ruleId && keyStart === start && keyEnd === end),
  );
}

/** What comes back from the editor is its own to keep, and may be anything. */
export function readActionData(data: unknown): ActionData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, version, scope } = data as Partial<ActionData>;
  const isValid = typeof uri === 'string' && typeof version === 'number' && scope !== undefined;
  return isValid ? (data as ActionData) : undefined;
}
