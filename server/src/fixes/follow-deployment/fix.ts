import { combinePlans } from '../combine-plans.ts';
import type { Fix } from '../fix.ts';
import { planFile } from '../plan-file.ts';
import { getDeploymentOptions } from './deployment-options.ts';
import { applySuggestions } from './apply-suggestions.ts';

/** Makes code follow the region of its deployment: what the rules suggest. */
export const followDeployment: Fix<'follow-deployment'> = {
  kind: 'follow-deployment',
  isLastResort: false,
  list: (file, finding) =>
    getDeploymentOptions(file, finding).map(({ id, suggestion: { message } }) => ({
      id,
      title: message,
      isSafe: false,
    })),
  plan: (targets, _context, id) =>
    combinePlans(
      targets.map(({ file, findings }) =>
        planFile(file, 'Follow the deployment', applySuggestions(file, findings, id)),
      ),
    ),
};
