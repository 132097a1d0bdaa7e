import { sortLeftOut, type Audit } from './audit.ts';
import type { JsonReport } from './reports/read-json.ts';
import { groupByService } from './inventory.ts';
import { formatShard } from './shard.ts';

/** Reports that do not make one audit; the message says why. */
export class MergeError extends Error {}

/** A report and where it comes from, for messages. */
export interface NamedReport {
  file: string;
  report: JsonReport;
}

/**
 * Puts the shards of an audit together: the same as one run over all files.
 *
 * @param reports in any order
 * @param root absolute; the folder from which paths are shown
 * @throws MergeError when one is missing, there twice or of another audit
 */
export function mergeReports(reports: readonly NamedReport[], root: string): Audit {
  const [first] = reports;
  if (!first) throw new MergeError('there is nothing to merge. Give the JSON reports of all shards.');
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

  const all = reports.map(({ report }) => report);
  return {
    root,
    folder,
    changedSince,
    shard: undefined,
    fileCount: all.reduce((sum, { fileCount }) => sum + fileCount, 0),
    findings: sortByPath(all.flatMap(({ findings }) => findings)),
    services: groupByService(
      sortByPath(all.flatMap(({ services }) => services.flatMap(({ places }) => places))),
    ),
    leftOut: sortLeftOut(all.flatMap(({ leftOut }) => leftOut)),
    baseline: undefined,
  };
}

function checkShard({ file, report }: NamedReport) {
  if (report.shard) return report.shard;
  throw new MergeError(`'${file}' is the report of a whole audit, not of a shard. Make it with --shard.`);
}

/** A file lies in one shard, so its own order is kept. */
function sortByPath<T extends { path: string }>(items: readonly T[]): T[] {
  return items.toSorted(({ path: a }, { path: b }) => (a === b ? 0 : a < b ? -1 : 1));
}
