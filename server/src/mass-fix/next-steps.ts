import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import { failoverVersion, type OldFailover } from '../fixes/second-region/update-failover.ts';
import type { AffectedTest } from './find-tests.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import type { SummaryOptions } from './summary-options.ts';
import { groupVariables, type NewVariable } from './variables.ts';

const namesShown = 8;

/**
 * What is left to people, as sentences.
 *
 * @param written what was written, or would be
 * @param uncommitted those of it that git knew as changed before
 * @param plan what config begins to read, the tests that know of it, and modules of ours that are old
 */
export function listNextSteps(
  written: readonly FixChange[],
  uncommitted: readonly FixChange[],
  { variables, tests, outdated }: Pick<FixPlan, 'outdated' | 'tests' | 'variables'>,
  { strategy, isDry, cwd }: SummaryOptions,
): string[] {
  const show = (path: string) => showPath(path, cwd);
  const updates = outdated.map((old) => describeOutdated(old, show));
  if (written.length === 0) return updates;
  return [
    ...describeVariables(groupVariables(variables), show),
    ...(strategy === 'env'
      ? [
          'See that AWS_REGION is set wherever the code runs: Lambda and ECS set it, a laptop or a build server does not.',
        ]
      : []),
    ...describeTests(tests, show),
    isDry
      ? 'Run it without --dry-run to write this.'
      : 'Look at the changes, and run your formatter, type check and tests.',
    ...describeUncommitted(uncommitted, isDry, show),
    ...updates,
  ];
}

function describeOutdated({ path, version, isChanged }: OldFailover, show: (path: string) => string): string {
  const loss = isChanged ? ' It undoes what was changed in it: carry that over.' : '';
  return `${show(path)} is version ${version} of withRegionFailover; the newest is ${failoverVersion}. The editor offers the update on its first line.${loss}`;
}

function describeVariables(variables: readonly NewVariable[], show: (path: string) => string): string[] {
  const required = variables.filter(({ isRequired }) => isRequired);
  const optional = variables.filter(({ isRequired }) => !isRequired);
  return [
    ...(required.length > 0
      ? [
          `Set ${enumerate(required.map(({ name }) => name))} before you deploy: code that needs one and does not find it stops and names it.${describeExamples(required, show)}`,
        ]
      : []),
    ...(optional.length > 0
      ? [
          `Nothing has to be set. To run elsewhere, set ${enumerate(optional.map(describeDefault))}.${describeExamples(optional, show)}`,
        ]
      : []),
    ...variables.flatMap((variable) => describeConflict(variable, show)),
  ];
}

/** `SES_REGION (eu-west-1 without it)` */
function describeDefault({ name, regions }: NewVariable): string {
  return `${name} (${[...regions.keys()].join(' or ')} without it)`;
}

function describeExamples(variables: readonly NewVariable[], show: (path: string) => string): string {
  const listed = variables.filter(({ examples }) => examples.length > 0);
  const files = [...new Set(listed.flatMap(({ examples }) => examples))];
  if (files.length === 0) return '';
  const all = listed.length > 1 ? 'them' : 'it';
  const what = listed.length < variables.length ? enumerate(listed.map(({ name }) => name)) : all;
  if (files.length > 3) return ` The .env.example files list ${what}.`;
  return ` ${enumerate(files.map(show))} ${files.length > 1 ? 'list' : 'lists'} ${what}.`;
}

function describeConflict({ name, regions }: NewVariable, show: (path: string) => string): string[] {
  if (regions.size < 2) return [];
  const places = [...regions].map(([region, [path = '']]) => `${region} in ${show(path)}`);
  return [`${name} stands for ${enumerate(places)}. Where these run in one process, rename one of them.`];
}

/** A test that sets a variable finds it read now; one that only names the region may, or may not, assert a default. */
function describeTests(tests: readonly AffectedTest[], show: (path: string) => string): string[] {
  const setting = tests.filter(({ sets }) => sets.length > 0);
  const naming = tests.filter(({ sets }) => sets.length === 0);
  return [
    ...(setting.length > 0
      ? [
          `${plural(setting.length, 'test')} set or delete a variable that config reads: ${enumerate(setting.map(({ path }) => show(path)))}.`.replace(
            /^1 test set or delete/u,
            '1 test sets or deletes',
          ),
        ]
      : []),
    ...(naming.length > 0
      ? [
          `${plural(naming.length, 'test')} name a region that moved: ${enumerate(naming.map(({ path }) => show(path)))}.`.replace(
            /^1 test name/u,
            '1 test names',
          ),
        ]
      : []),
  ];
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
