import type { Refusal } from '../fixes/fix.ts';
import type { Finding } from '../lint/finding.ts';
import type { Notice } from '../files/notice.ts';
import type { OldFailover } from '../fixes/second-region/update-failover.ts';
import type { AffectedTest } from './find-tests.ts';
import type { AddedVariable } from '../region-module/target.ts';
import type { Draft } from './drafts.ts';

/** A file that a fix writes. */
export interface FixChange extends Draft {
  /** The findings that are gone from it. */
  done: readonly Finding[];
}

/** What a fix of a folder is going to write, and what it is not. */
export interface FixPlan {
  /** Absolute. */
  root: string;
  /** How many source files there are. */
  fileCount: number;
  /** In the order in which they are to be written: what is read by others comes first. */
  changes: readonly FixChange[];
  /** The findings that are gone afterwards. */
  done: readonly Finding[];
  /** The findings that stay, at their places after the fix, in the order of files. */
  refused: readonly Refusal[];
  /** The variables that entries of config begin to read. */
  variables: readonly AddedVariable[];
  /** The tests that set or name what config reads now. */
  tests: readonly AffectedTest[];
  /** The modules with `withRegionFailover` of which there is a newer version. */
  outdated: readonly OldFailover[];
  /** What could not be looked at, or was left out on purpose. */
  notices: readonly Notice[];
}
