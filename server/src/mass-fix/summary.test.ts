import type { Refusal } from '../fixes/refactor.ts';
import type { Finding } from '../lint/finding.ts';
import type { FixChange, FixPlan } from './fix-plan.ts';
import type { SummaryOptions } from './summary-options.ts';
import { formatSummary } from './summary.ts';

const options: SummaryOptions = { way: 'config', isDry: false, cwd: '/shop', bold: (text) => text };

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
  { uncommitted = [], ...others }: Partial<SummaryOptions> & { uncommitted?: FixChange[] } = {},
): string {
  const done = changes.flatMap((change) => change.done);
  const plan: FixPlan = { root: '/shop', fileCount: 9, changes, done, refused, notices: [] };
  return formatSummary(plan, changes, uncommitted, { ...options, ...others });
}

const edited = createChange('a.ts', 'new', { before: 'old' });

describe('a summary', () => {
  it('says that there was nothing', () => {
    expect(summarize([])).toBe('There is nothing to fix.\n');
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

  it('names the variables that are new, and the file that has them', () => {
    const example = createChange('.env.example', 'A=1\nB_REGION=eu-west-1\nexport C_REGION = us-east-1\n', {
      before: 'A=1\n',
      isRead: true,
    });
    const summary = summarize([example, edited]);
    expect(summary).toContain(
      'Set B_REGION and C_REGION wherever the code runs; .env.example has the regions of today.',
    );
    expect(summary).not.toContain('Lambda');
  });

  it('warns of a variable that stands for two regions', () => {
    const changes = ['api', 'web'].map((name, index) =>
      createChange(`${name}/.env.example`, `AWS_REGION=eu-west-${index}\n`, { isRead: true }),
    );
    const summary = summarize([...changes, edited]);
    expect(summary).toContain(
      'AWS_REGION is eu-west-0 in api/.env.example and eu-west-1 in web/.env.example. Where these run in one process, rename one of them.',
    );
    expect(summary).toContain('AWS_REGION is where the code is deployed');
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
    expect(summarize([edited], [], { way: 'deployment' })).toMatch(
      /^1 of 1 finding fixed as the rules suggest, in 1 file\.\n/,
    );
    expect(summarize([edited], [], { way: 'deployment', isDry: true })).toMatch(/would be fixed/);
  });
});
