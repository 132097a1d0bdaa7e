import { relative, sep } from 'node:path';
import { discoverFiles } from '../files/discover.ts';
import type { Notice } from '../files/notice.ts';
import { auditFiles, type Effort } from './audit-files.ts';
import type { AuditFinding } from './audit-finding.ts';
import type { MainAuditLinter } from './audit-linter.ts';
import type { BaselineEntry } from './baseline-entry.ts';
import { hasAddedLine, type Changes } from './changes.ts';
import type { Impact } from './impact/impact.ts';
import { groupByService, type ServiceRow } from './inventory.ts';
import { findRepositoryFolder } from '../files/git/find-repository.ts';
import { isInShard, type Shard } from './shard.ts';

/** What an audit of a folder found. */
export interface Audit {
  /** Absolute. */
  root: string;
  /** The audited folder seen from the root of its repository, with `/` and none at its end; '' for the root. */
  folder: string;
  /** The revision with which the files were compared, as it was given; undefined when all of them count. */
  changedSince: string | undefined;
  /** The part that this is; undefined when it is the whole. */
  shard: Shard | undefined;
  /** How many source files were found. */
  fileCount: number;
  /** In the order of files and lines; paths relative to `root`, with `/`. */
  findings: AuditFinding[];
  services: ServiceRow[];
  /** What could not be looked at, or was left out on purpose, in the order of paths. */
  leftOut: LeftOut[];
  /** What a baseline did; undefined without one. */
  baseline: BaselineOutcome | undefined;
  /** What goes down with one region; only there when it was asked for. */
  impact?: Impact;
}

/** A notice as reports hold it: its path is relative to the audited folder, with `/`. */
export type LeftOut = Notice;

/** What a baseline did to an audit. */
export interface BaselineOutcome {
  /** How many findings it hides. */
  hidden: number;
  /** The entries that hide nothing any more. */
  unneeded: BaselineEntry[];
}

/** Which part of a folder is audited. */
export interface Selection {
  /** What was added since a revision: other files are left out, and so are findings on old lines. */
  changes?: Changes | undefined;
  shard?: Shard | undefined;
  /** Whether git may be run to find files: only where code of the folder may be run. */
  usesGit?: boolean;
}

/**
 * Audits a folder: finds its source files and lints those that may concern regions. What cannot be read or
 * parsed is reported, and the rest goes on.
 *
 * @param root absolute; must exist
 * @param linter what lints a file
 * @param report is told of each file and folder that was left out, in their order; they are in the result too
 * @param effort how it gets through its files; the result does not depend on it
 */
export async function auditFolder(
  root: string,
  linter: MainAuditLinter,
  report: (notice: Notice) => void,
  { changes, shard, usesGit = false }: Selection = {},
  effort: Effort = {},
): Promise<Audit> {
  const leftOut: LeftOut[] = [];
  const note = (notice: Notice) => {
    report(notice);
    leftOut.push({ ...notice, path: relative(root, notice.path).replaceAll(sep, '/') });
  };
  const paths = (await discoverFiles(root, note, { usesGit, signal: effort.signal }))
    .filter((path) => changes === undefined || changes.files.has(path))
    .filter((_path, index) => isInShard(index, shard));
  const files = await auditFiles(root, paths, linter, effort);
  linter.takeNotices().forEach(note);
  for (const { notices } of files) notices.forEach(note);
  const findings = files.flatMap((file) => file.findings);
  return {
    root,
    folder: findRepositoryFolder(root),
    changedSince: changes?.revision,
    shard,
    fileCount: paths.length,
    findings: changes ? findings.filter((finding) => hasAddedLine(changes, finding)) : findings,
    services: groupByService(files.flatMap(({ places }) => places)),
    leftOut: sortLeftOut(leftOut),
    baseline: undefined,
  };
}

/** Puts notices in the order of paths and lines, each once. */
export function sortLeftOut(notices: readonly LeftOut[]): LeftOut[] {
  const byKey = new Map(
    notices.map((notice) => {
      const { path, line = 0, column = 0, message } = notice;
      return [[path, String(line).padStart(9), String(column).padStart(9), message].join('\0'), notice];
    }),
  );
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
}
