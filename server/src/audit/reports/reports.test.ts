import { join } from 'node:path';
import picocolors from 'picocolors';
import type { Audit } from '../audit.ts';
import { fullCoverage } from '../coverage.ts';
import type { AuditFinding } from '../audit-finding.ts';
import { groupByService, type ServicePlace } from '../inventory.ts';
import { wrap } from './columns.ts';
import { formatJson } from './json.ts';
import { summarize } from './summarize.ts';
import { formatTerminal } from './terminal.ts';

const finding = (path: string, line: number, severity: AuditFinding['severity']): AuditFinding => ({
  ruleId: 'multi-region/no-hardcoded-region',
  message: "'us-east-1' pins this S3 client.",
  severity,
  path,
  line,
  column: 7,
  endLine: line,
  endColumn: 18,
  region: 'us-east-1',
  service: undefined,
  code: "new S3Client({ region: 'us-east-1' });",
  fingerprint: '0123456789abcdef:1',
});
const place = (line: number, region: string | undefined): ServicePlace => ({
  path: 'src/a.ts',
  line,
  column: 1,
  service: 's3',
  region,
  origin: region === undefined ? 'omitted' : 'literal',
  failover: region === undefined ? 'follows-deployment' : 'none',
  critical: undefined,
  plan: undefined,
});

const audit: Audit = {
  root: '/project',
  folder: '',
  subject: { name: 'project', date: '2026-11-28', commit: undefined, link: undefined, folder: '' },
  changedSince: undefined,
  shard: undefined,
  fileCount: 12,
  findings: [
    finding('src/a.ts', 3, 'error'),
    finding('src/a.ts', 9, 'warn'),
    finding('src/b.ts', 1, 'error'),
  ],
  services: groupByService([
    ...[1, 2, 3, 4, 5].map((line) => place(line, 'us-east-1')),
    place(6, undefined),
    { ...place(7, 'eu-west-1'), service: undefined },
  ]),
  leftOut: [],
  coverage: fullCoverage,
  baseline: undefined,
};
const plain = { colors: picocolors.createColors(false), cwd: '/project' };

describe('formatTerminal', () => {
  it('prints findings grouped by file, the table, one summary', () => {
    expect(formatTerminal(audit, plain)).toBe(
      `src/a.ts:3:7  error  'us-east-1' pins this S3 client.  multi-region/no-hardcoded-region
src/a.ts:9:7  warn  'us-east-1' pins this S3 client.  multi-region/no-hardcoded-region

src/b.ts:1:7  error  'us-east-1' pins this S3 client.  multi-region/no-hardcoded-region

Service    Region         Failover plan           Places
S3         us-east-1      none                    src/a.ts:1, src/a.ts:2, src/a.ts:3, 2 more
(unknown)  eu-west-1      none                    src/a.ts:7
S3         (environment)  follows the deployment  src/a.ts:6
Nobody has said which services are critical: set services.<name>.critical in multi-region.config.json or the ESLint config.

Region     Share  Places
us-east-1  83%    5 places
eu-west-1  17%    1 place

Single points of failure
Without us-east-1 you lose S3 (5 places): 5 places depend on it, and nothing there tries another region.
Without eu-west-1 you lose other code (1 place): 1 place depends on it, and nothing there tries another region.

3 findings (2 errors, 1 warning) in 2 of 12 source files.
`,
    );
  });

  it('shows paths from the current folder, so that they can be clicked', () => {
    expect(formatTerminal(audit, { ...plain, cwd: '/' })).toContain(join('project', 'src/a.ts:3:7'));
  });

  it('shows the places of several repositories from their names on', () => {
    const subject = { name: 'shop', commit: undefined, root: '/far/away/from/here/shop' };
    const several = {
      ...audit,
      repositories: [{ ...audit.subject, ...subject, fileCount: 12 }],
      findings: [],
      services: groupByService([{ ...place(1, 'us-east-1'), path: 'shop/src/a.ts' }]),
    } as unknown as Audit;
    const text = formatTerminal(several, plain);
    expect(text).toMatch(/^S3 +us-east-1 +none +shop\/src\/a\.ts:1$/mu);
    expect(text).not.toContain('Commit');
  });

  it('colours only when it is told to', () => {
    const { colors } = plain;
    expect(formatTerminal(audit, { ...plain, colors })).not.toContain('\u001B[');
    expect(formatTerminal(audit, { ...plain, colors: picocolors.createColors(true) })).toContain(
      '\u001B[31merror',
    );
  });

  it('lets no file name steer the terminal', () => {
    const strange = { ...audit, findings: [finding('a\u001B[2J\n.ts', 1, 'error')], services: [] };
    expect(formatTerminal(strange, plain)).toContain('a?[2J?.ts:1:7');
  });

  it('says that all is well, and of how much', () => {
    expect(formatTerminal({ ...audit, findings: [], services: [] }, plain)).toBe(
      'No findings in 12 source files.\n',
    );
    expect(summarize({ ...audit, findings: [], fileCount: 1 })).toBe('No findings in 1 source file.');
  });

  it('says which part was looked at, and what is hidden', () => {
    const part = {
      ...audit,
      changedSince: 'main',
      shard: { index: 2, count: 3 },
      baseline: { hidden: 1, unneeded: [] },
    };
    expect(summarize(part)).toBe(
      '3 new findings (2 errors, 1 warning) on lines added since main, in 2 of 12 changed source files (shard 2/3). The baseline hides 1 finding.',
    );
    expect(summarize({ ...part, findings: [], shard: undefined })).toBe(
      'No new findings on lines added since main, in 12 changed source files. The baseline hides 1 finding.',
    );
  });
});

describe('wrap', () => {
  it.each([
    ['a long-named_file.ts', 12, ['a', 'long-named_', 'file.ts']],
    ['some/very-long-name.ts', 12, ['some/', 'very-long-', 'name.ts']],
    ['x-abcdefghijklmnop', 10, ['x-abcdefgh', 'ijklmnop']],
    ['eu-west-1', 9, ['eu-west-1']],
  ])('breaks %s at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('formatJson', () => {
  it('holds what design and users rely on', () => {
    const report = JSON.parse(formatJson(audit)) as unknown;
    expect(report).toMatchObject({
      version: 1,
      findings: [
        {
          ruleId: 'multi-region/no-hardcoded-region',
          severity: 'error',
          path: 'src/a.ts',
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 18,
          region: 'us-east-1',
          service: null,
          message: "'us-east-1' pins this S3 client.",
        },
        { severity: 'warn' },
        { path: 'src/b.ts' },
      ],
      services: [
        { service: 's3', regions: ['us-east-1'], critical: null, failover: null },
        { service: null, regions: ['eu-west-1'] },
      ],
    });
  });

  it('keeps what the editor needs to itself', () => {
    expect(Object.keys((JSON.parse(formatJson(audit)) as { findings: object[] }).findings[0] ?? {})).toEqual([
      'ruleId',
      'severity',
      'path',
      'line',
      'column',
      'endLine',
      'endColumn',
      'repository',
      'region',
      'service',
      'message',
      'code',
      'fingerprint',
    ]);
  });
});
