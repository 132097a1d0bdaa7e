import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import type { FixChange } from './fix-plan.ts';
import type { SummaryOptions } from './summary-options.ts';
import { listNewVariables, type NewVariable } from './variables.ts';

const namesShown = 8;

/**
 * What is left to people, as sentences.
 *
 * @param written what was written, or would be
 * @param uncommitted those of it that git knew as changed before
 */
export function listNextSteps(
  written: readonly FixChange[],
  uncommitted: readonly FixChange[],
  { way, isDry, cwd }: SummaryOptions,
): string[] {
  if (written.length === 0) return [];
  const variables = listNewVariables(written);
  const show = (path: string) => showPath(path, cwd);
  return [
    ...describeVariables(variables, show),
    ...(way === 'deployment'
      ? [
          'See that AWS_REGION is set wherever the code runs: Lambda and ECS set it, a laptop or a build server does not.',
        ]
      : []),
    isDry
      ? 'Run it without --dry-run to write this.'
      : 'Look at the changes, and run your formatter, type check and tests.',
    ...describeUncommitted(uncommitted, isDry, show),
  ];
}

function describeVariables(variables: readonly NewVariable[], show: (path: string) => string): string[] {
  const names = [...new Set(variables.map(({ name }) => name))];
  if (names.length === 0) return [];
  const files = [...new Set(variables.map(({ path }) => path))];
  const where =
    files.length > 3
      ? 'the .env.example files have'
      : `${enumerate(files.map(show))} ${files.length > 1 ? 'have' : 'has'}`;
  const steps = [
    `Set ${enumerate(names)} wherever the code runs; ${where} the regions of today. Code that starts without them stops and names them.`,
  ];
  if (names.includes('AWS_REGION')) {
    steps.push(
      'AWS_REGION is where the code is deployed; Lambda sets it by itself. Code that was meant for another region needs a variable of its own.',
    );
  }
  for (const name of names) {
    const values = new Map(
      variables.filter((each) => each.name === name).map((each) => [each.value, each.path]),
    );
    if (values.size < 2) continue;
    const places = [...values].map(([value, path]) => `${value} in ${show(path)}`);
    steps.push(`${name} is ${enumerate(places)}. Where these run in one process, rename one of them.`);
  }
  return steps;
}

function describeUncommitted(
  uncommitted: readonly FixChange[],
  isDry: boolean,
  show: (path: string) => string,
): string[] {
  if (uncommitted.length === 0) return [];
  const names = enumerate(uncommitted.map(({ path }) => show(path)));
  const had = uncommitted.length === 1 ? (isDry ? 'has' : 'had') : isDry ? 'have' : 'had';
  return [
    `${plural(uncommitted.length, 'file')} ${had} changes that are not committed, and git shows both together: ${names}.`,
  ];
}

/** `a`, `a and b`, `a, b and 3 more`. */
function enumerate(items: readonly string[]): string {
  const shown = items.length > namesShown ? items.slice(0, namesShown - 1) : items;
  const rest = items.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return [all.slice(0, -1).join(', '), all.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
}
