import { escapeCode, escapeText } from '../printing/markdown.ts';
import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import { groupVariables } from './variables.ts';

/**
 * Writes the text of a pull request, in Markdown.
 *
 * @param written those of the plan's changes that were written, or would be
 * @param strategy how the regions were moved
 */
export function formatPullRequest(
  plan: FixPlan,
  written: readonly FixChange[],
  strategy: 'config' | 'env',
): string {
  const show = (path: string) => escapeCode(showPath(path, plan.root));
  const variables = groupVariables(plan.variables);
  const edited = written.filter(({ done }) => done.length > 0);
  const required = variables.filter(({ isRequired }) => isRequired);
  return [
    strategy === 'config' ? '## Move cloud regions into config' : '## Take cloud regions from the deployment',
    strategy === 'config' && required.length === 0
      ? 'Nothing that runs changes: each region of today stays the default, in one place.'
      : '',
    section(
      'What moved',
      edited.map(({ path, done }) => `- ${show(path)}: ${plural(done.length, 'finding')}`),
    ),
    section(
      'Variables',
      variables.length === 0
        ? []
        : [
            '| variable | without it | listed in |',
            '| --- | --- | --- |',
            ...variables.map(({ name, isRequired, regions, examples }) => {
              const fallback = isRequired ? 'stops' : [...regions.keys()].map(escapeCode).join(', ');
              return `| ${escapeCode(name)} | ${fallback} | ${examples.map(show).join(', ') || '-'} |`;
            }),
            ...(required.length > 0 ? ['', 'Set these before you deploy.'] : []),
          ],
    ),
    section(
      'What stayed, and why',
      plan.refused.map(
        ({ finding, reason }) =>
          `- ${escapeCode(`${showPath(finding.path, plan.root)}:${finding.line}`)}: ${escapeText(reason)}`,
      ),
    ),
    section(
      'Tests to look at',
      plan.tests.map(({ path, sets, names }) => {
        const what = [
          ...(sets.length > 0 ? [`sets ${sets.map(escapeCode).join(', ')}`] : []),
          ...(names.length > 0 ? [`names ${names.map(escapeCode).join(', ')}`] : []),
        ];
        return `- ${show(path)} ${what.join(' and ')}`;
      }),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.join('\n')}`;
}
