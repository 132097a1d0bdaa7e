import { join } from 'node:path';
import { applyEdits } from '../parse/apply-edits.ts';
import type { AddedVariable } from '../region-module/target.ts';
import type { Settings } from 'eslint-plugin-multi-region/facts';
import { planTightening } from '../fixes/move-to-config/tighten-config.ts';
import { planEdits } from '../fixes/plan-edits.ts';
import { findOldFailover } from '../fixes/second-region/update-failover.ts';
import { isFailoverName } from '../fixes/second-region/failover-module.ts';
import type { Refusal } from '../fixes/fix.ts';
import { createDiskFiles } from '../files/workspace-files.ts';
import { discoverFiles } from '../files/discover.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Finding } from '../lint/finding.ts';
import type { Notice } from '../files/notice.ts';
import { isSourceName } from '../files/source-names.ts';
import { createDrafts, type Draft } from './drafts.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import { findTests } from './find-tests.ts';
import { groupByPackage } from './group-by-package.ts';
import { lintFiles } from './lint-files.ts';
import { planPackage, type PackagePlan } from './plan-package.ts';

/** What is to be fixed, and how. */
export interface FixChoice {
  /** Regions move to the config module, or the code takes them from where it is deployed. */
  strategy: 'config' | 'env';
  /** Full ids of rules; undefined for all. */
  only: ReadonlySet<string> | undefined;
  /** The regions that are meant; undefined for all. */
  regions?: ReadonlySet<string> | undefined;
}

/** What a fix works with. */
export interface FixTools {
  linter: FileLinter;
  /** Of a file, for where its config is kept. */
  getSettings: (path: string) => Settings;
  /** Whether git may be run to find files: only where code of the folder may be run. */
  usesGit?: boolean;
  /** Is told how many of the files have been looked at. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the work between two files. */
  signal?: AbortSignal | undefined;
}

/**
 * Computes what a fix of a folder would write. Nothing is written. Files of a package are taken together, so that the
 * names in its config module fit all of them.
 *
 * @param root absolute; must exist
 * @throws the reason of the signal
 */
export async function planFix(
  root: string,
  { strategy, only, regions }: FixChoice,
  { linter, getSettings, onProgress, usesGit = false, signal }: FixTools,
): Promise<FixPlan> {
  const notices: Notice[] = [];
  const paths = await discoverFiles(root, (notice) => notices.push(notice), { usesGit, signal });
  const drafts = createDrafts(createDiskFiles());
  const context = { files: drafts.files, root, getSettings };
  const kind = strategy === 'config' ? 'move-to-config' : 'follow-deployment';
  const plans: PackagePlan[] = [];
  const refused: Refusal[] = [];
  const variables: AddedVariable[] = [];
  const isWanted = ({ ruleId, region }: Finding) =>
    (only?.has(ruleId) ?? true) && (regions === undefined || (region !== undefined && regions.has(region)));
  let done = 0;

  for (const [folder, names] of groupByPackage(root, paths)) {
    const linted = await lintFiles(root, names, linter, {
      signal,
      onFile: () => onProgress?.(++done, paths.length),
    });
    notices.push(...linted.notices);
    refused.push(...linted.refused.filter(({ finding }) => isWanted(finding)));
    if (strategy === 'config' && regions === undefined && only === undefined)
      takeDefaults(
        names.map((name) => join(root, name)).filter((path) => getSettings(path).regions.missing === 'throw'),
        folder,
      );
    plans.push(
      await planPackage(linted.files, {
        folder,
        linter,
        isWanted,
        drafts,
        plan: (targets) => planEdits({ kind }, targets, context),
      }),
    );
  }

  /** What is moved afterwards finds modules that have no defaults. */
  function takeDefaults(modules: readonly string[], folder: string): void {
    const plan = planTightening(modules, context);
    for (const { path, before, edits } of plan.files)
      drafts.set({ path, before, after: applyEdits(before ?? '', edits), isRead: true }, folder);
    variables.push(...(plan.variables ?? []));
  }

  const fixed = plans.flatMap((plan) => plan.done);
  const allVariables = [...variables, ...plans.flatMap((plan) => plan.variables)];
  return {
    root,
    fileCount: paths.length,
    changes: orderChanges(drafts.list(), fixed),
    done: fixed,
    refused: sortByPlace([...refused, ...plans.flatMap((plan) => plan.refused)]),
    variables: allVariables,
    tests: findTests(root, paths, allVariables, drafts.files),
    outdated: paths
      .filter(isFailoverName)
      .map((path) => join(root, path))
      .flatMap((path) => findOldFailover(path, drafts.files.read(path) ?? '') ?? []),
    notices: [...notices, ...plans.flatMap((plan) => plan.notices)],
  };
}

/**
 * What others read comes first: whatever stops the writing, no file imports what is not there. And `.env.example` comes
 * before the modules: the next run learns from it which regions their entries stand for.
 */
function orderChanges(drafts: readonly Draft[], done: readonly Finding[]): FixChange[] {
  const changes = drafts.map((draft) => ({
    ...draft,
    done: done.filter(({ path }) => path === draft.path),
  }));
  const rank = ({ isRead, path }: Draft) => (isRead ? (isSourceName(path) ? 1 : 0) : 2);
  return changes.sort((a, b) => rank(a) - rank(b));
}

function sortByPlace(refused: readonly Refusal[]): Refusal[] {
  return [...refused].sort(({ finding: a }, { finding: b }) =>
    a.path === b.path ? a.range[0] - b.range[0] : a.path < b.path ? -1 : 1,
  );
}
