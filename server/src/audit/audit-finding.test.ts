import type { Finding } from '../lint/finding.ts';
import { toAuditFindings } from './audit-finding.ts';

const at = (line: number, ruleId = 'multi-region/no-hardcoded-region'): Finding => ({
  ruleId,
  url: undefined,
  message: 'm',
  severity: 'error',
  path: '/project/a.ts',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  range: [0, 1],
  region: undefined,
  service: undefined,
  suggestions: [],
  fact: undefined,
});
const fingerprints = (lines: number[], text: string) =>
  toAuditFindings(
    lines.map((line) => at(line)),
    text,
    'a.ts',
  ).map(({ fingerprint }) => fingerprint);

describe('toAuditFindings', () => {
  it('holds the line of code and the path from the root, and nothing for an editor', () => {
    const [finding] = toAuditFindings([at(2)], "a\n\t const  region = 'us-east-1';\r\n", 'src/a.ts');
    expect(finding).toMatchObject({ path: 'src/a.ts', code: "const region = 'us-east-1';" });
    expect(Object.keys(finding ?? {})).not.toContain('suggestions');
  });

  it('names a finding by rule and code: it survives a shift and a change of indentation', () => {
    expect(fingerprints([1], 'x()')).toEqual(fingerprints([3], '\n\n    x()\n'));
    expect(fingerprints([1], 'x()')).not.toEqual(fingerprints([1], 'y()'));
    const [other] = toAuditFindings([at(1, 'multi-region/no-hardcoded-arn')], 'x()', 'a.ts');
    expect(fingerprints([1], 'x()')).not.toEqual([other?.fingerprint]);
  });

  it('numbers findings on the same code', () => {
    const [first = '', second = ''] = fingerprints([1, 2], 'x()\nx()');
    expect([first.split(':')[1], second.split(':')[1]]).toEqual(['1', '2']);
    expect(first.split(':')[0]).toBe(second.split(':')[0]);
  });

  it('shortens long lines without mixing them up', () => {
    const [a = '', b = ''] = toAuditFindings(
      [at(1), at(2)],
      `${'😀'.repeat(300)}a\n${'😀'.repeat(300)}b`,
      'a.ts',
    ).map(({ code }) => code);
    expect(a.length).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
    expect(a).not.toMatch(/\p{Surrogate}/u);
  });
});
