import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import type { Refusal } from '../fixes/fix.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import { listNextSteps } from './next-steps.ts';
import type { SummaryOptions } from './summary-options.ts';
import { printable } from '../printing/printable.ts';

const filesShown = 30;
const placesShown = 5;

/**
 * Says what a fix did, what it left alone and what is to be done next.
 *
 * @param written those of the plan's changes that were written, or would be
 * @param uncommitted those of them that git knew as changed before
 */
export function formatSummary(
  plan: FixPlan,
  written: readonly FixChange[],
  uncommitted: readonly FixChange[],
  options: SummaryOptions,
): string {
  const count = written.reduce((sum, { done }) => sum + done.length, 0);
  const total = plan.done.length + plan.refused.length;
  const next = list('Next:', listNextSteps(written, uncommitted, plan, options));
  if (total === 0 && written.length === 0)
    return ['There is nothing to fix.\n', next].filter((part) => part !== '').join('\n');
  return [
    `${options.bold(describeResult(count, total, written, options))}\n`,
    listFiles(written, options),
    listRefused(plan.refused, options),
    next,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function describeResult(
  count: number,
  total: number,
  written: readonly FixChange[],
  { strategy, isDry }: SummaryOptions,
): string {
  if (total === 0)
    return `Defaults ${isDry ? 'would be ' : ''}taken out of ${plural(written.length, 'config module')}.`;
  const findings = `${count} of ${plural(total, 'finding')}`;
  const verb = isDry ? 'would move' : 'moved';
  const files = plural(written.filter(({ done }) => done.length > 0).length, 'file');
  return strategy === 'config'
    ? `${findings} ${verb} into config, in ${files}.`
    : `${findings} ${isDry ? 'would be ' : ''}fixed as the rules suggest, in ${files}.`;
}

function listFiles(written: readonly FixChange[], { cwd, isDry }: SummaryOptions): string {
  const lines = written.map(({ path, before, done }) => {
    const verb = before === undefined ? (isDry ? 'create' : 'created') : isDry ? 'change' : 'changed';
    const findings = done.length > 0 ? `  (${plural(done.length, 'finding')})` : '';
    return `  ${verb.padEnd(8)}${showPath(path, cwd)}${findings}\n`;
  });
  return shorten(lines, filesShown, '  ').join('');
}

/** The findings that stay, by the reasons why. */
function listRefused(refused: readonly Refusal[], { cwd, isDry }: SummaryOptions): string {
  if (refused.length === 0) return '';
  const byReason = new Map<string, Refusal[]>();
  for (const refusal of refused) {
    byReason.set(refusal.reason, [...(byReason.get(refusal.reason) ?? []), refusal]);
  }
  const groups = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  const verb =
    refused.length === 1 ? (isDry ? 'stays' : 'was left alone') : isDry ? 'stay' : 'were left alone';
  const lines = groups.flatMap(([reason, members]) => [
    `  ${members.length}: ${printable(reason)}\n`,
    ...shorten(
      members.map(({ finding, original }) => {
        // Nothing is written yet: the places are those on the disk.
        const { path, line, column, ruleId } = isDry ? (original ?? finding) : finding;
        const rule = ruleId.replace(/^multi-region\//u, '');
        return `     ${showPath(path, cwd)}:${line}:${column}  ${printable(rule)}\n`;
      }),
      placesShown,
      '     ',
    ),
  ]);
  return [`${plural(refused.length, 'finding')} ${verb}:\n`, ...lines].join('');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0
    ? ''
    : [`${title}\n`, ...items.map((item) => `  - ${printable(item)}\n`)].join('');
}

function shorten(lines: readonly string[], most: number, indent: string): string[] {
  if (lines.length <= most + 1) return [...lines];
  return [...lines.slice(0, most), `${indent}and ${lines.length - most} more\n`];
}
