import { basename, dirname, join, relative, sep } from 'node:path';
import { isTestPath } from 'eslint-plugin-multi-region/facts';
import type { WorkspaceFiles } from '../../files/workspace-files.ts';
import { listFoldersAbove, showPath } from '../../project/paths.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { findBound, refuse, type FileJob } from './file-job.ts';
import type { Move } from './moves.ts';

/**
 * Leaves out the moves that nobody asked for one by one, and that a maintainer would send back: those that gain nothing,
 * and those that change what a test or a snapshot states.
 *
 * @param jobs all files of the plan
 */
export function leaveOutUnasked(jobs: readonly FileJob[], context: ProjectContext): FileJob[] {
  const idle = findIdleMoves(jobs);
  return jobs.map((job) => {
    const reasons = new Map<Move, string>();
    for (const move of job.moves) {
      const reason = idle.has(move)
        ? 'This package is published and the region stands in one place: moving it to another file would gain nothing.'
        : changesText(move)
          ? (findTwin(move, job, jobs, context) ??
            findOtherHome(move, job, jobs, context) ??
            findStatement(move, job, context))
          : undefined;
      if (reason !== undefined) reasons.set(move, reason);
    }
    for (const move of job.moves) {
      const bound = reasons.has(move) ? undefined : findBound(move, reasons);
      if (bound !== undefined) reasons.set(move, bound);
    }
    if (reasons.size === 0) return job;
    return {
      ...job,
      moves: job.moves.filter((move) => !reasons.has(move)),
      refused: [...job.refused, ...[...reasons].flatMap(([move, reason]) => refuse(move, reason))],
    };
  });
}

/**
 * A published package reads no variable of its own, so its new module would hold plain values. That is worth a file
 * only where it brings two places together.
 */
function findIdleMoves(jobs: readonly FileJob[]): Set<Move> {
  const groups = new Map<string, Move[]>();
  for (const { target, moves } of jobs) {
    if (target.exists || target.kind !== 'env' || !target.isPublished) continue;
    const group = groups.get(target.path) ?? [];
    groups.set(target.path, group);
    group.push(...moves.filter(({ mend }) => !mend.nearest));
  }
  const idle = [...groups.values()].filter((moves) => {
    const regions = moves.map(({ site }) => site.region);
    const isRead = moves.some(({ mend }) => mend.reading.reads.length > 0);
    return !isRead && new Set(regions).size === regions.length;
  });
  return new Set(idle.flat());
}

/** Whether the text becomes another one, which follows what is around it. */
function changesText({ mend: { nearest } }: Move): boolean {
  return nearest !== undefined && !nearest.isSame;
}

/**
 * The text of a topic in the code and in the policy that allows it has to name one region: in the stack it would follow
 * the deployment, in the code it would not.
 */
function findTwin(
  { site, mend: { nearest } }: Move,
  { file }: FileJob,
  jobs: readonly FileJob[],
  { root }: ProjectContext,
): string | undefined {
  if (site.form !== 'arn') return undefined;
  const twin = jobs.find(
    (job) =>
      job.file !== file &&
      job.file.facts.regionSites.some(
        (each) =>
          each.text === site.text &&
          !job.moves.some(
            (move) => move.site === each && move.mend.nearest?.expression === nearest?.expression,
          ),
      ),
  );
  return (
    twin &&
    `${showPath(twin.file.path, root)} names it too, and would not follow the stack: they have to move together.`
  );
}

/** Where the program deploys its stacks to another region, what follows the stack would name that one. */
function findOtherHome(
  { site }: Move,
  { target: { packageFolder } }: FileJob,
  jobs: readonly FileJob[],
  { root }: ProjectContext,
): string | undefined {
  for (const { file, target } of jobs) {
    if (target.packageFolder !== packageFolder) continue;
    const home = file.facts.regionSites.find(
      ({ role, region }) => role === 'infrastructure' && region !== site.region,
    );
    if (!home) continue;
    const place = `${showPath(file.path, root)}:${home.literal.loc.start.line}`;
    return `The stack may be deployed to ${home.region} (${place}), and this is in ${site.region}.`;
  }
  return undefined;
}

const testFolders = ['', '__snapshots__', '__tests__', 'test', 'tests'];

/**
 * What comes from the stack around a text is another text in the template: `Ref: AWS::Region`. A snapshot, or an
 * assertion, that has the text would fail.
 */
function findStatement(
  { site }: Move,
  { file: { path }, target: { packageFolder } }: FileJob,
  { files, root }: ProjectContext,
): string | undefined {
  const test = listTests(path, packageFolder, files).find((each) => files.read(each)?.includes(site.text));
  return test === undefined
    ? undefined
    : `${showPath(test, root)} states this text, so the test would fail: look at both together.`;
}

/** The tests and snapshots of a file: beside it, in the folders above, and in those that mirror its own. */
function listTests(path: string, packageFolder: string, files: WorkspaceFiles): string[] {
  const [, ...inner] = relative(packageFolder, dirname(path)).split(sep);
  const mirrors = ['__tests__', 'test', 'tests'].flatMap((each) =>
    inner.map((_, index) => join(packageFolder, each, ...inner.slice(0, index + 1))),
  );
  return [...listFoldersAbove(path, packageFolder), ...mirrors]
    .flatMap((folder) => testFolders.map((each) => join(folder, each)))
    .flatMap((folder) => [
      folder,
      ...(basename(folder) === '__snapshots__' ? [] : [join(folder, '__snapshots__')]),
    ])
    .filter((folder, index, all) => all.indexOf(folder) === index)
    .flatMap((folder) =>
      files
        .list(folder)
        .map((name) => join(folder, name))
        .filter(
          (each) => each.endsWith('.snap') || isTestPath(relative(packageFolder, each).split(sep).join('/')),
        ),
    );
}
