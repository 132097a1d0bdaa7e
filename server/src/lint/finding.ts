import type { ReportedFact, TextEdit } from 'eslint-plugin-multi-region/facts';

/** A way out that someone has to choose, because it may change what the program does. */
export interface Suggestion {
  /** What it does, as a sentence. */
  message: string;
  /** Offsets include the byte order mark, as all ranges of findings do. */
  edit: TextEdit;
}

/** One report of one rule. */
export interface Finding {
  /** `multi-region/no-hardcoded-region` */
  ruleId: string;
  /** The page of the rule. */
  url: string | undefined;
  message: string;
  severity: 'error' | 'warn';
  /** The path that the linter was given. */
  path: string;
  /** From 1, as are all lines and columns here; columns in UTF-16 units, without a byte order mark. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The same place as offsets, byte order mark included. */
  range: [start: number, end: number];
  /** The region that the code depends on. */
  region: string | undefined;
  /** The service that it is used with, as its SDK package names it: `s3`. */
  service: string | undefined;
  suggestions: Suggestion[];
  /** What it is about; undefined where that is neither a region nor a client, or where the text has changed since. */
  fact: ReportedFact | undefined;
}
