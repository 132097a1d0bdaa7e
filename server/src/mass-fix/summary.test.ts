import type { Refusal } from '../fixes/fix.ts';
import type { Finding } from '../lint/finding.ts';
import type { AffectedTest } from './find-tests.ts';
import type { AddedVariable } from '../region-module/target.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import type { SummaryOptions } from './summary-options.ts';
import { formatSummary } from './summary.ts';

const options: SummaryOptions = { strategy: 'config', isDry: false, cwd: '/shop', bold: (text) => text };

function createFinding(path: string, line = 1): Finding {
  return { ruleId: 'multi-region/no-hardcoded-arn', path: `/shop/${path}`, line, column: 9 } as Finding;
}

function createChange(
  path: string,
  after: string,
  { before, isRead = false }: { before?: string; isRead?: boolean } = {},
): FixChange {
  const done = isRead ? [] : [createFinding(path)];
  return { path: `/shop/${path}`, before, after, packages: new Set(['/shop']), isRead, done };
}

function summarize(
  changes: FixChange[],
  refused: Refusal[] = [],
  {
    uncommitted = [],
    variables = [],
    tests = [],
    outdated = [],
    ...others
  }: Partial<SummaryOptions> & {
    uncommitted?: FixChange[];
    variables?: AddedVariable[];
    tests?: AffectedTest[];
    outdated?: FixPlan['outdated'];
  } = {},
): string {
  const done = changes.flatMap((change) => change.done);
  const plan: FixPlan = {
    root: '/shop',
    fileCount: 9,
    changes,
    done,
    refused,
    variables,
    tests,
    outdated,
    notices: [],
  };
  return formatSummary(plan, changes, uncommitted, { ...options, ...others });
}

const edited = createChange('a.ts', 'new', { before: 'old' });

describe('a summary', () => {
  it('says that there was nothing', () => {
    expect(summarize([])).toBe('There is nothing to fix.\n');
  });

  it('says that a failover module is old, whether or not something was fixed', () => {
    const old = { path: '/shop/region-failover.ts', version: 1, isChanged: false };
    const outdated = [old, { ...old, path: '/shop/lib/region-failover.js', isChanged: true }];
    expect(summarize([], [], { outdated })).toMatchInlineSnapshot(`
      "There is nothing to fix.

      Next:
        - region-failover.ts is version 1 of withRegionFailover; the newest is 2. The editor offers the update on its first line.
        - lib/region-failover.js is version 1 of withRegionFailover; the newest is 2. The editor offers the update on its first line. It undoes what was changed in it: carry that over.
      "
    `);
    expect(summarize([edited], [], { outdated })).toContain('region-failover.ts is version 1');
  });

  it('groups what is left by the reason, the most frequent first', () => {
    const refused = [
      { finding: createFinding('one.ts'), reason: 'It is the only one.' },
      ...Array.from({ length: 8 }, (_, index) => ({
        finding: createFinding('b.ts', index + 1),
        reason: 'It cannot be.',
      })),
    ];
    expect(summarize([edited], refused)).toMatchInlineSnapshot(`
      "1 of 10 findings moved into config, in 1 file.

        changed a.ts  (1 finding)

      9 findings were left alone:
        8: It cannot be.
           b.ts:1:9  no-hardcoded-arn
           b.ts:2:9  no-hardcoded-arn
           b.ts:3:9  no-hardcoded-arn
           b.ts:4:9  no-hardcoded-arn
           b.ts:5:9  no-hardcoded-arn
           and 3 more
        1: It is the only one.
           one.ts:1:9  no-hardcoded-arn

      Next:
        - Look at the changes, and run your formatter, type check and tests.
      "
    `);
  });

  it('shortens long lists', () => {
    const changes = Array.from({ length: 40 }, (_, index) =>
      createChange(`${index}.ts`, 'new', { before: 'old' }),
    );
    expect(summarize(changes)).toContain('changed 29.ts  (1 finding)\n  and 10 more\n');
  });

  const variable = (name: string, options: Partial<AddedVariable> = {}): AddedVariable => ({
    name,
    region: 'eu-west-1',
    isRequired: false,
    path: '/shop/src/config/regions.ts',
    example: '/shop/.env.example',
    ...options,
  });

  it('says which of the variables are listed', () => {
    const variables = [variable('B_REGION'), variable('C_REGION', { example: undefined })];
    expect(summarize([edited], [], { variables })).toContain('.env.example lists B_REGION.');
  });

  it('says that nothing has to be set where the regions of today are the defaults', () => {
    const variables = [variable('B_REGION'), variable('C_REGION', { region: 'us-east-1' })];
    expect(summarize([edited], [], { variables })).toContain(
      'Nothing has to be set. To run elsewhere, set B_REGION (eu-west-1 without it) and C_REGION (us-east-1 without it). .env.example lists them.',
    );
  });

  it('names the variables that have to be set', () => {
    const variables = [variable('B_REGION', { isRequired: true, example: undefined })];
    const summary = summarize([edited], [], { variables });
    expect(summary).toContain(
      'Set B_REGION before you deploy: code that needs one and does not find it stops and names it.\n',
    );
    expect(summary).not.toContain('.env.example');
  });

  it('warns of a variable that stands for two regions', () => {
    const variables = [
      variable('AWS_REGION', { path: '/shop/api/regions.ts' }),
      variable('AWS_REGION', { region: 'eu-west-2', path: '/shop/web/regions.ts' }),
    ];
    expect(summarize([edited], [], { variables })).toContain(
      'AWS_REGION stands for eu-west-1 in api/regions.ts and eu-west-2 in web/regions.ts. Where these run in one process, rename one of them.',
    );
  });

  it('names the tests that set a variable, and those that name a region', () => {
    const tests = [
      { path: '/shop/a.test.ts', sets: ['AWS_REGION'], names: [] },
      { path: '/shop/b.test.ts', sets: [], names: ['us-east-1'] },
    ];
    const summary = summarize([edited], [], { tests });
    expect(summary).toContain('1 test sets or deletes a variable that config reads: a.test.ts.');
    expect(summary).toContain('1 test names a region that moved: b.test.ts.');
  });

  it('shows what stays where it is on the disk', () => {
    const refused = [
      { finding: createFinding('a.ts', 7), original: createFinding('a.ts', 6), reason: 'It cannot be.' },
    ];
    expect(summarize([edited], refused)).toContain('a.ts:7:9');
    expect(summarize([edited], refused, { isDry: true })).toContain('a.ts:6:9');
  });

  it('says what git had not got', () => {
    const summary = summarize([edited], [], { uncommitted: [edited] });
    expect(summary).toContain(
      '1 file had changes that are not committed, and git shows both together: a.ts.',
    );
  });

  it('of a dry run does not claim that something was done', () => {
    const refused = [{ finding: createFinding('b.ts'), reason: 'It cannot be.' }];
    const uncommitted = [edited, createChange('c.ts', 'new', { before: 'old' })];
    const summary = summarize([edited], refused, { isDry: true, uncommitted });
    expect(summary).toMatch(/^1 of 2 findings would move into config, in 1 file\.\n/);
    expect(summary).toContain('  change  a.ts');
    expect(summary).toContain('1 finding stays:');
    expect(summary).toContain('2 files have changes that are not committed');
    expect(summary).toContain('Run it without --dry-run');
  });

  it('of the other way', () => {
    expect(summarize([edited], [], { strategy: 'env' })).toMatch(
      /^1 of 1 finding fixed as the rules suggest, in 1 file\.\n/,
    );
    expect(summarize([edited], [], { strategy: 'env', isDry: true })).toMatch(/would be fixed/);
  });
});
