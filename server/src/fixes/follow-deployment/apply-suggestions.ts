import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { EditResult } from '../plan-file.ts';
import type { Refusal } from '../fix.ts';
import { getShift, type LintedFile } from '../../lint/linted-file.ts';
import { createEditList } from '../source/edit-list.ts';
import { getBoundClient, getClientProblem, getRegionSite } from '../subject.ts';
import { getDeploymentOptions } from './deployment-options.ts';

/**
 * Applies the edits that the rules suggest.
 *
 * @param id which of the options of each finding; the best of those about regions where it is undefined
 */
export function applySuggestions(file: LintedFile, findings: readonly Finding[], id?: string): EditResult {
  const list = createEditList();
  const done: Finding[] = [];
  const refused: Refusal[] = [];
  const shift = getShift(file);
  const edited = new Set<RegionSite | undefined>();
  // A literal is edited for what is reported of itself; the client that it pins is done with then.
  const rank = (finding: Finding) => (getRegionSite(finding) ? 0 : 1);
  for (const finding of [...findings].sort((a, b) => rank(a) - rank(b))) {
    const sites = getBoundClient(finding)?.sites ?? [];
    if (sites.length > 0 && sites.every((site) => edited.has(site))) {
      done.push(finding);
      continue;
    }
    if (id === undefined && isAboutTries(finding)) {
      refused.push({
        finding,
        reason: 'How long a client tries is decided one by one, with a quick fix in the editor.',
      });
      continue;
    }
    const options = getDeploymentOptions(file, finding);
    const option = id === undefined ? options[0] : options.find((each) => each.id === id);
    if (!option) {
      refused.push({ finding, reason: explain(finding, options.length) });
      continue;
    }
    const { range, text } = option.suggestion.edit;
    const isAdded = list.add([{ range: [range[0] - shift, range[1] - shift], text }]);
    if (isAdded) {
      done.push(finding);
      edited.add(getRegionSite(finding));
    } else {
      refused.push({ finding, reason: 'Another edit changes the same code; do this one afterwards.' });
    }
  }
  return { edits: list.get(), done: findings.filter((finding) => done.includes(finding)), refused };
}

/** Whoever wrote these chose how long to try: each is a decision of its own, and none of many at once. */
function isAboutTries(finding: Finding): boolean {
  const problem = getClientProblem(finding);
  return problem === 'retries' || problem === 'timeout';
}

function explain({ suggestions }: Finding, offered: number): string {
  if (offered > 0) return 'This way of following the deployment is not offered here.';
  return suggestions.length > 0
    ? 'Following the deployment is not right here: the code runs in a browser, or is meant for this one region.'
    : 'The code does not say in one place what would have to follow the deployment.';
}
