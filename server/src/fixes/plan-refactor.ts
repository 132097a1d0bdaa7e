import type { Finding } from '../lint/finding.ts';
import { askedMove } from './move-to-config/config-offers.ts';
import { planConfig } from './move-to-config/plan-config.ts';
import { planFile } from './plan-file.ts';
import { combinePlans } from './combine-plans.ts';
import { disableLines } from './disable-line/disable-lines.ts';
import { followDeployment } from './follow-deployment/follow-deployment.ts';
import type { RefactorKind, RefactorPlan, RefactorTarget } from './refactor.ts';
import type { RefactorContext } from '../project/refactor-context.ts';
import { planSecondRegion } from './second-region/plan-second-region.ts';
import { remember } from '../files/workspace-files.ts';

/**
 * Computes the edits of a choice, for any number of findings in any number of files at once. Nothing is written.
 * The same targets in another order give the same plan.
 *
 * @param choice the kind of an offer, and its id where one of several is meant; without an id, the best is taken
 * @param targets each file once, with those of its findings that are meant
 * @param context the files around them; they are read, never written
 */
// eslint-disable-next-line @typescript-eslint/require-await -- who asks should not have to change when a plan takes longer
export async function planRefactor(
  choice: { kind: RefactorKind; id?: string },
  targets: readonly RefactorTarget[],
  context: RefactorContext,
): Promise<RefactorPlan> {
  const sorted = sortTargets(targets);
  const seen = { ...context, files: remember(context.files) };
  switch (choice.kind) {
    case 'disable-line':
      return combinePlans(
        sorted.map(({ file, findings }) =>
          planFile(file, 'Disable rules for lines', disableLines(file, findings)),
        ),
      );
    case 'follow-deployment':
      return combinePlans(
        sorted.map(({ file, findings }) =>
          planFile(file, 'Follow the deployment', followDeployment(file, findings, choice.id)),
        ),
      );
    case 'move-to-config':
      return planConfig(sorted, seen, choice.id === askedMove);
    case 'second-region':
      return planSecondRegion(sorted, seen);
  }
}

function sortTargets(targets: readonly RefactorTarget[]): RefactorTarget[] {
  const byPath = new Map<string, RefactorTarget>();
  for (const { file, findings } of targets) {
    const others = byPath.get(file.path)?.findings ?? [];
    byPath.set(file.path, { file, findings: [...new Set([...others, ...findings])] });
  }
  return [...byPath.values()]
    .map(({ file, findings }) => ({ file, findings: [...findings].sort(compareFindings) }))
    .sort((a, b) => compare(a.file.path, b.file.path));
}

function compareFindings(a: Finding, b: Finding): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || compare(a.ruleId, b.ruleId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
