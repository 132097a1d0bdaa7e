import { combinePlans } from '../combine-plans.ts';
import { createConfigTargets } from '../../region-module/config-target.ts';
import type { EditPlan, FixTarget } from '../fix.ts';
import type { FileEdit } from '../../lint/file-edit.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { chooseEntries } from '../move-to-config/choose-entries.ts';
import { prepareClients } from './client-job.ts';
import { editClients } from './edit-clients.ts';

/**
 * Gives the clients of findings a second region: moves the first one to config, adds the second one to it, writes
 * `withRegionFailover` beside it where it is not there, and wraps the clients.
 *
 * @param targets in the order of their paths
 */
export function planSecondRegion(targets: readonly FixTarget[], context: ProjectContext): EditPlan {
  const configs = createConfigTargets(context);
  const jobs = targets.map((target) => prepareClients(target, configs.open(target.file.path), context));
  const entries = chooseEntries(jobs.map(({ config }) => config));
  const created = new Map<string, FileEdit>();
  const plan = combinePlans(jobs.map((job) => editClients(job, entries, created, context)));
  return {
    ...plan,
    files: [...plan.files, ...configs.getEdits(), ...created.values()],
    variables: configs.getVariables(),
  };
}
