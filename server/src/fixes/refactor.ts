import type { FileEdit } from '../lint/file-edit.ts';
import type { Finding } from '../lint/finding.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import type { AddedVariable } from '../region-module/target.ts';

/** The ways out of a finding. */
export type RefactorKind = 'disable-line' | 'follow-deployment' | 'move-to-config' | 'second-region';

/** A file with those of its findings that something is to be done about. */
export interface RefactorTarget {
  file: LintedFile;
  findings: readonly Finding[];
}

/** Something that can be done about a finding. */
export interface RefactorOffer {
  kind: RefactorKind;
  /** Which of several offers of its kind; it stays the same while the text does. */
  id: string;
  /** What it does, as a sentence for a menu. */
  title: string;
  /** Whether it is the best of the offers. */
  isPreferred: boolean;
  /** Whether the program does the same afterwards, so that it may be done without asking. */
  isSafe: boolean;
}

/** A finding that was left alone. */
export interface Refusal {
  finding: Finding;
  /** The same before other findings of the file were edited, where that is another place. */
  original?: Finding;
  /** A sentence. */
  reason: string;
}

/** What is to be written, and what is not. */
export interface RefactorPlan {
  files: readonly FileEdit[];
  done: readonly Finding[];
  refused: readonly Refusal[];
  /** The variables that entries of config begin to read. */
  variables?: readonly AddedVariable[];
}
