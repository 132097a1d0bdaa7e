import { sortLeftOut, type Audit } from './audit.ts';
import { combineCoverage } from './coverage.ts';
import type { JsonReport } from './reports/read-json.ts';
import { groupDeployments } from './deployments.ts';
import { groupByService } from './inventory.ts';
import { combineRepositories } from './repositories.ts';
import { formatShard } from './shard.ts';

/** Reports that do not make one audit; the message says why. */
export class MergeError extends Error {}

/** A report and where it comes from, for messages. */
export interface NamedReport {
  file: string;
  report: JsonReport;
}

/**
 * Puts reports together: the shards of an audit, and the audits of several repositories. The result is the same as
 * that of one run over all of it.
 *
 * @param reports in any order
 * @param root absolute; the folder from which paths are shown
 * @throws MergeError when one is missing, there twice or of another audit
 */
export function mergeReports(reports: readonly NamedReport[], root: string): Audit {
  if (reports.length === 0)
    throw new MergeError('there is nothing to merge. Give the JSON reports of all shards.');
  const groups = new Map<string, NamedReport[]>();
  for (const named of reports) {
    const { name } = named.report.subject;
    groups.set(name, [...(groups.get(name) ?? []), named]);
  }
  const isSeveral = groups.size > 1;
  const audits = [...groups.values()].map((group) => mergeOne(group, root, isSeveral));
  const [only] = audits;
  if (only && !isSeveral) return only;
  return combineRepositories(
    audits.map((audit) => ({ audit, isHere: false })),
    root,
  );
}

/** @param mayBeWhole whether a report that is no shard will do: as one of several repositories */
function mergeOne(reports: readonly NamedReport[], root: string, mayBeWhole: boolean): Audit {
  const [first, second] = reports;
  if (!first) throw new MergeError('there is nothing to merge.');
  const { folder, changedSince, subject } = first.report;
  const isWhole = mayBeWhole && first.report.shard === undefined;
  if (isWhole && second) {
    throw new MergeError(`'${first.file}' and '${second.file}' are both of ${subject.name}.`);
  }
  if (!isWhole) checkShards(reports, first);
  const all = reports.map(({ report }) => report);
  return {
    root,
    folder,
    subject,
    changedSince,
    shard: undefined,
    fileCount: all.reduce((sum, { fileCount }) => sum + fileCount, 0),
    findings: sortByPath(all.flatMap(({ findings }) => findings)),
    services: groupByService(
      sortByPath(all.flatMap(({ services }) => services.flatMap(({ places }) => places))),
    ),
    deployments: groupDeployments(sortByPath(all.flatMap(({ deployments }) => deployments))),
    leftOut: sortLeftOut(all.flatMap(({ leftOut }) => leftOut)),
    coverage: combineCoverage(all.map(({ coverage }) => coverage)),
    baseline: undefined,
  };
}

function checkShards(reports: readonly NamedReport[], first: NamedReport): void {
  const { folder, changedSince } = first.report;
  const count = checkShard(first).count;
  const files = new Map<number, string>();
  for (const named of reports) {
    const { file, report } = named;
    const shard = checkShard(named);
    const same = report.folder === folder && report.changedSince === changedSince && shard.count === count;
    if (!same) {
      throw new MergeError(
        `'${file}' is not of the same audit as '${first.file}': the folder, the number of shards and --changed-since have to be the same.`,
      );
    }
    const other = files.get(shard.index);
    if (other !== undefined) {
      throw new MergeError(`'${other}' and '${file}' are the same shard, ${formatShard(shard)}.`);
    }
    files.set(shard.index, file);
  }
  for (let index = 1; index <= count; index++) {
    if (!files.has(index)) {
      throw new MergeError(
        `shard ${formatShard({ index, count })} is missing. Give the reports of all shards.`,
      );
    }
  }
}

function checkShard({ file, report }: NamedReport) {
  if (report.shard) return report.shard;
  throw new MergeError(`'${file}' is the report of a whole audit, not of a shard. Make it with --shard.`);
}

/** A file lies in one shard, so its own order is kept. */
function sortByPath<T extends { path: string }>(items: readonly T[]): T[] {
  return items.toSorted(({ path: a }, { path: b }) => (a === b ? 0 : a < b ? -1 : 1));
}
