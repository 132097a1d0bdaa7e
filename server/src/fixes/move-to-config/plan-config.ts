import { createConfigTargets } from '../../region-module/config-target.ts';
import { combinePlans } from '../combine-plans.ts';
import type { EditPlan, FixTarget } from '../fix.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { chooseEntries } from './choose-entries.ts';
import { editFile } from './edit-file.ts';
import { prepareFile } from './file-job.ts';
import { leaveOutUnasked } from './unasked-moves.ts';

/**
 * Moves the regions of findings into the config modules of their packages: first it is found out what can be moved,
 * then all entries are chosen, the most used regions first, then the files are edited.
 *
 * @param targets in the order of their paths
 * @param choice `isChosen`: somebody looked at each; `isAsked`: and at a reason against it, so that it is moved all the same
 */
export function planConfig(
  targets: readonly FixTarget[],
  context: ProjectContext,
  { isAsked, isChosen }: { isAsked: boolean; isChosen: boolean },
): EditPlan {
  const configs = createConfigTargets(context);
  const prepared = targets.map((target) =>
    prepareFile(target, configs.open(target.file.path), context, isAsked),
  );
  const jobs = isChosen ? prepared : leaveOutUnasked(prepared, context);
  const entries = chooseEntries(jobs);
  const plan = combinePlans(jobs.map((job) => editFile(job, entries, context)));
  return { ...plan, files: [...plan.files, ...configs.getEdits()], variables: configs.getVariables() };
}
