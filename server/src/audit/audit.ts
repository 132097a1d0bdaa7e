import ignore from 'ignore';
import { relative, sep } from 'node:path';
import { discoverFiles } from '../files/discover.ts';
import type { Notice } from '../files/notice.ts';
import { isAuditedName, isDocumentName, isParsedHere } from '../files/source-names.ts';
import { isComponentName } from '../project/component-code.ts';
import { auditFiles, type Effort } from './audit-files.ts';
import type { AuditFinding } from './audit-finding.ts';
import type { MainAuditLinter } from './audit-linter.ts';
import type { BaselineEntry } from './baseline-entry.ts';
import { hasAddedLine, type Changes } from './changes.ts';
import type { Impact } from './impact/impact.ts';
import { type DeploymentRow, groupDeployments } from './deployments.ts';
import type { FileAudit } from './file-audit.ts';
import { groupByService, type ServiceRow } from './inventory.ts';
import { findRepositoryFolder } from '../files/git/find-repository.ts';
import type { Deployment } from '../program/deployment.ts';
import { findOtherKinds, groupUncovered, isOtherKind, type Coverage } from './coverage.ts';
import type { Repository } from './repository.ts';
import { findSubject, type Subject } from './subject.ts';
import { isInShard, type Shard } from './shard.ts';
import type { TriedRun } from './tried-runs.ts';

/** What an audit of a folder found. */
export interface Audit {
  /** Absolute. */
  root: string;
  /** The audited folder seen from the root of its repository, with `/` and none at its end; '' for the root. */
  folder: string;
  subject: Subject;
  /** The repositories, by name, where there are several: paths then start with their names. */
  repositories?: readonly Repository[];
  /** The revision with which the files were compared, as it was given; undefined when all of them count. */
  changedSince: string | undefined;
  /** The part that this is; undefined when it is the whole. */
  shard: Shard | undefined;
  /** How many source files were found. */
  fileCount: number;
  /** In the order of files and lines; paths relative to `root`, with `/`. */
  findings: AuditFinding[];
  services: ServiceRow[];
  /** Where the files of a repository say that it is deployed, kept, copied to. */
  deployments?: DeploymentRow[];
  /** What could not be looked at, or was left out on purpose, in the order of paths. */
  leftOut: LeftOut[];
  /** What was not read, beside what was left out. */
  coverage: Coverage;
  /** What a baseline did; undefined without one. */
  baseline: BaselineOutcome | undefined;
  /** What changed since an older revision; undefined where nobody asked. */
  trend?: Trend;
  /** What was tried with `multi-region chaos`; undefined where nobody asked. */
  tried?: readonly TriedRun[];
  /** What goes down with each region that was asked for. */
  impacts?: readonly Impact[];
}

/** A notice as reports hold it: its path is relative to the audited folder, with `/`. */
export type LeftOut = Notice;

/** What changed since an older revision. */
export interface Trend {
  /** As it was given. */
  revision: string;
  /** The day of its commit: `2026-11-01`. */
  date: string | undefined;
  /** How many findings there were then, and are now. */
  before: number;
  after: number;
  gone: number;
  fresh: number;
  /** How many places try no region but this one, then and now. */
  regions: readonly { region: string; before: number; after: number }[];
}

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
  /** Only these files, relative to the folder, with `/`. */
  only?: ReadonlySet<string> | undefined;
  /** Globs as in .gitignore, from the folder: only what the first names, without what the second names. */
  include?: readonly string[] | undefined;
  exclude?: readonly string[] | undefined;
  /** Where places can be looked at, for `findSubject`. */
  link?: string | undefined;
  /** What variables of the environment hold where the code is deployed. */
  deployment?: Deployment | undefined;
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
  {
    changes,
    shard,
    only,
    include = [],
    exclude = [],
    link,
    usesGit = false,
    deployment = new Map(),
  }: Selection = {},
  effort: Effort = {},
): Promise<Audit> {
  const leftOut: LeftOut[] = [];
  const note = (notice: Notice) => {
    report(notice);
    leftOut.push({ ...notice, path: relative(root, notice.path).replaceAll(sep, '/') });
  };
  const isIncluded = include.length > 0 ? ignore().add([...include]) : undefined;
  const isExcluded = ignore().add([...exclude]);
  const discovered = await discoverFiles(root, note, {
    isWanted: (name) => isAuditedName(name) || isOtherKind(name),
    usesGit,
    signal: effort.signal,
  });
  const names = discovered.filter((path) => (isIncluded?.ignores(path) ?? true) && !isExcluded.ignores(path));
  const all = names.filter(isAuditedName);
  const others = names.filter((name) => !isAuditedName(name));
  const paths = all
    .filter((path) => only === undefined || only.has(path))
    .filter((path) => changes === undefined || changes.files.has(path))
    .filter((path) => isInShard(path, shard));
  const files = await auditFiles(root, paths, linter, effort);
  linter.takeNotices().forEach(note);
  for (const { notices } of files) notices.forEach(note);
  const findings = files.flatMap((file) => file.findings);
  const own = files.flatMap(({ places }) => places);
  // Loaded when needed: a folder without clouds has nothing to follow.
  const isFollowed = deployment.size > 0 || files.some(({ hasFacts }) => hasFacts);
  const places = isFollowed
    ? await import('./follow-regions.ts').then(({ followRegions }) =>
        followRegions({
          root,
          files: all.filter((path) => isParsedHere(path) || isComponentName(path)),
          paths,
          places: own,
          linter,
          deployment,
          onNotice: note,
          signal: effort.signal,
        }),
      )
    : own;
  const folder = findRepositoryFolder(root);
  return {
    root,
    folder,
    subject: await findSubject(root, folder, { link, usesGit }),
    changedSince: changes?.revision,
    shard,
    fileCount: countFiles(paths, files),
    deployments: groupDeployments(files.flatMap(({ deployments = [] }) => deployments)),
    findings: changes ? findings.filter((finding) => hasAddedLine(changes, finding)) : findings,
    services: groupByService(places),
    leftOut: sortLeftOut(leftOut),
    coverage: {
      uncovered: groupUncovered(files),
      otherKinds:
        only !== undefined || isPart(shard, changes) ? [] : await findOtherKinds(root, others, effort.signal),
    },
    baseline: undefined,
  };
}

/** Whether only some of the files were wanted. */
function isPart(shard: Shard | undefined, changes: Changes | undefined): boolean {
  return changes !== undefined || (shard !== undefined && shard.index > 1);
}

/** Code counts in any case, documents when they are more than data. */
function countFiles(paths: readonly string[], files: readonly FileAudit[]): number {
  const code = paths.filter((path) => !isDocumentName(path)).length;
  return code + files.filter(({ isDocument }) => isDocument).length;
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
