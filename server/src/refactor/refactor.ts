import type { FactsInput, FileFacts, Settings } from 'eslint-plugin-multi-region/facts';
import type { Finding, TextEdit } from '../workspace/finding.ts';

/** The ways out of a finding. */
export type RefactorKind = 'disable-line' | 'follow-deployment' | 'move-to-config' | 'second-region';

/** The text as ESLint sees it, with the types of typescript-eslint. */
export type SourceCode = FactsInput['sourceCode'];

/** A file in the version that is to be edited, and what linting it said. */
export interface LintedFile {
  /** absolute */
  path: string;
  text: string;
  findings: readonly Finding[];
  facts: FileFacts;
  sourceCode: SourceCode;
}

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

/** The edits of one file. */
export interface FileEdit {
  /** absolute */
  path: string;
  /** What the edits are for; undefined for a file that is to be created. */
  before: string | undefined;
  /** In the order of the text; they do not overlap. A new file has one, at 0. */
  edits: readonly TextEdit[];
  /** What happens to the file, for a preview: `Read regions from src/config/regions.ts`. */
  label: string;
}

/** A finding that was left alone. */
export interface Refusal {
  finding: Finding;
  /** A sentence. */
  reason: string;
}

/** What is to be written, and what is not. */
export interface RefactorPlan {
  files: readonly FileEdit[];
  done: readonly Finding[];
  refused: readonly Refusal[];
}

/** The files around those that are edited: open documents first, then the disk. */
export interface WorkspaceFiles {
  /** @returns undefined when there is no such file, or it is not text */
  read(path: string): string | undefined;
  /** The names in a folder, without those of its folders; empty when there is no such folder. */
  list(folder: string): readonly string[];
  /** What these files are a view of, for one request; who needs something for longer keeps it with that. */
  origin?: WorkspaceFiles;
}

/** Where an edit takes place, for one request: what is learned of the project may be remembered with it. */
export interface RefactorContext {
  files: WorkspaceFiles;
  /** Absolute: the folder that is open, or was named on the command line. */
  root: string;
  /** Of the edited file, for where config is kept and in which form. */
  getSettings(path: string): Settings;
}
