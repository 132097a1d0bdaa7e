import type { FileChange } from '../files/file-change.ts';

/** Something that only the user can do. */
export interface Task {
  /** the file that it is about, absolute */
  path: string;
  /** what to do, and why it is not done here: a clause without a full stop */
  what: string;
  /** what to write there, line by line */
  lines: readonly string[];
}

/** What one part of the set-up comes to. */
export interface Step {
  changes: readonly FileChange[];
  byHand: readonly Task[];
  /** files that have what is wanted already, absolute */
  present: readonly string[];
}

/** A step that has nothing to do. */
export const emptyStep: Step = { changes: [], byHand: [], present: [] };

/** One step out of several, in their order. */
export function joinSteps(steps: readonly Step[]): Step {
  return {
    changes: steps.flatMap(({ changes }) => changes),
    byHand: steps.flatMap(({ byHand }) => byHand),
    present: steps.flatMap(({ present }) => present),
  };
}
