import { combinePlans } from '../combine-plans.ts';
import type { Fix } from '../fix.ts';
import { planFile } from '../plan-file.ts';
import { disableLines } from './disable-lines.ts';

/** Silences a finding with a comment, in which a reason is to be filled in. */
export const disableLine: Fix<'disable-line'> = {
  kind: 'disable-line',
  isLastResort: true,
  list: (_file, { ruleId }) => [
    { id: 'disable-line', title: `Disable ${ruleId} for this line, with a reason.`, isSafe: false },
  ],
  plan: (targets) =>
    combinePlans(
      targets.map(({ file, findings }) =>
        planFile(file, 'Disable rules for lines', disableLines(file, findings)),
      ),
    ),
};
