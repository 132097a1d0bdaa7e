export type VerdictKind = 'passed' | 'failed' | 'inconclusive';

export interface Verdict {
  kind: VerdictKind;
  /** Why, in a sentence. */
  reason: string;
}
