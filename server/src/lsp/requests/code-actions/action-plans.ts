import { combinePlans } from '../../../fixes/combine-plans.ts';
import { planEdits } from '../../../fixes/plan-edits.ts';
import type { EditPlan } from '../../../fixes/fix.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import { disableFile } from '../../../fixes/disable-line/disable-file.ts';
import { findByKeys, type FindingsAction } from './action-data.ts';
import { isMovable, isSafe } from './all-findings.ts';
import type { FilesCheck } from './check-files.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import type { ProjectContexts } from './project-contexts.ts';
import type { WorkspaceTargets } from '../../documents/workspace-targets.ts';

export interface ActionPlans {
  /**
   * Computes the edits of a code action.
   *
   * @param linted the file that it was asked for, in its version
   * @throws ResponseError when the edits may not be made
   */
  plan(data: FindingsAction, linted: LintedFile): Promise<EditPlan>;
}

export function createActionPlans(
  contexts: ProjectContexts,
  workspace: WorkspaceTargets,
  check: FilesCheck,
): ActionPlans {
  return {
    async plan(data, file) {
      const context = contexts.createContext(file.path);
      const plan = await createPlan(data, file, context);
      check(plan.files, context.root);
      return plan;
    },
  };

  async function createPlan(
    { scope, choice, findings: keys = [] }: FindingsAction,
    file: LintedFile,
    context: ProjectContext,
  ): Promise<EditPlan> {
    const move = { kind: 'move-to-config' } as const;
    switch (scope) {
      case 'offer': {
        if (!choice) return combinePlans([]);
        return planEdits(choice, [{ file, findings: findByKeys(file.findings, keys) }], context);
      }
      case 'disableFile':
        return disableFile(file, findByKeys(file.findings, keys));
      case 'fixAll':
        return planEdits(
          move,
          [{ file, findings: file.findings.filter((finding) => isSafe(file, finding, context)) }],
          context,
        );
      case 'file':
        return planEdits(
          move,
          [{ file, findings: file.findings.filter((finding) => isMovable(file, finding, context)) }],
          context,
        );
      case 'workspace':
        return planEdits(move, await workspace.collect(context.root), context);
    }
  }
}
