import type { FileEdit } from '../lint/file-edit.ts';
import type { Finding } from '../lint/finding.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import type { ProjectContext } from '../project/project-context.ts';
import type { AddedVariable } from '../region-module/target.ts';

/** A file with those of its findings that something is to be done about. */
export interface FixTarget {
  file: LintedFile;
  findings: readonly Finding[];
}

/** Something that a fix can do about a finding. */
export interface PossibleFix {
  /** Which of several of its kind; it stays the same while the text does. */
  id: string;
  /** What it does, as a sentence for a menu. */
  title: string;
  /** Whether the program does the same afterwards, so that it may be done without asking. */
  isSafe: boolean;
  /** Whether there is a reason not to, which the title gives: it comes after what there is no reason against. */
  hasReasonAgainst?: boolean;
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
export interface EditPlan {
  files: readonly FileEdit[];
  done: readonly Finding[];
  refused: readonly Refusal[];
  /** The variables that entries of config begin to read. */
  variables?: readonly AddedVariable[];
}

/** One kind of edit that takes findings away: a folder, and a line in fixes.ts. */
export interface Fix<Kind extends string = string> {
  /** Its name in code actions: `move-to-config`. */
  kind: Kind;
  /** Whether it only silences findings: it comes last, and is never preferred. */
  isLastResort: boolean;
  /** What it can do about a finding, best first. It looks at the syntax of the file, and asks the project little. */
  list(file: LintedFile, finding: Finding, context: ProjectContext): PossibleFix[];
  /**
   * Computes its edits. Each finding is done or refused.
   *
   * @param targets in the order of their paths, with their findings in the order of the text
   * @param id which of what it can do; undefined: the best
   */
  plan(targets: readonly FixTarget[], context: ProjectContext, id: string | undefined): EditPlan;
}
