import { combinePlans } from '../../../fixes/combine-plans.ts';
import { planRefactor } from '../../../fixes/plan-refactor.ts';
import type { RefactorPlan } from '../../../fixes/refactor.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import { disableFile } from '../../../fixes/disable-line/disable-file.ts';
import { findByKeys, type FindingsAction } from './action-data.ts';
import { isMovable, isSafe } from './all-findings.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkspaceTargets } from '../../documents/workspace-targets.ts';

export interface ActionPlans {
  /**
   * Computes the edits of a code action.
   *
   * @param linted the file that it was asked for, in its version
   */
  plan(data: FindingsAction, linted: LintedFile): Promise<RefactorPlan>;
}

export function createActionPlans(surroundings: Surroundings, workspace: WorkspaceTargets): ActionPlans {
  return {
    async plan({ scope, choice, findings: keys = [] }, file) {
      const context = surroundings.createContext(file.path);
      const move = { kind: 'move-to-config' } as const;
      switch (scope) {
        case 'offer': {
          if (!choice) return combinePlans([]);
          return planRefactor(choice, [{ file, findings: findByKeys(file.findings, keys) }], context);
        }
        case 'disableFile':
          return disableFile(file, findByKeys(file.findings, keys));
        case 'fixAll':
          return planRefactor(
            move,
            [{ file, findings: file.findings.filter((finding) => isSafe(file, finding, context)) }],
            context,
          );
        case 'file':
          return planRefactor(
            move,
            [{ file, findings: file.findings.filter((finding) => isMovable(file, finding, context)) }],
            context,
          );
        case 'workspace':
          return planRefactor(move, await workspace.collect(context.root), context);
      }
    },
  };
}
