import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Audit } from './audit.ts';
import type { AuditFinding } from './audit-finding.ts';
import { applyBaseline, BaselineError, createBaseline, formatBaseline, parseBaseline } from './baseline.ts';
import { fullCoverage } from './coverage.ts';

const region = 'multi-region/no-hardcoded-region';
const zone = 'multi-region/no-hardcoded-zone';
const queue = "new SQSClient({ region: 'eu-west-1' });";
const table = "new DynamoDBClient({ region: 'eu-west-1' });";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'multi-region-baseline-'));
  mkdirSync(join(root, 'src'));
  for (const name of ['orders.ts', 'stock.ts']) writeFileSync(join(root, 'src', name), '');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function find(path: string, line: number, code = queue, ruleId = region): AuditFinding {
  return {
    ...{ ruleId, path, line, code, column: 1, endLine: line, endColumn: 9 },
    ...{ message: '', severity: 'warn', region: 'eu-west-1', service: undefined, fingerprint: '' },
  };
}

function auditOf(findings: AuditFinding[], part: Partial<Audit> = {}): Audit {
  return {
    ...{ root, folder: '', changedSince: undefined, shard: undefined, fileCount: 2, findings },
    subject: { name: 'shop', date: '2026-11-29', commit: undefined, link: undefined, folder: '' },
    ...{ services: [], leftOut: [], coverage: fullCoverage, baseline: undefined },
    ...part,
  };
}

/** The lines that are left, and how many each entry covers too many. */
function apply(audit: Audit, entries: Parameters<typeof applyBaseline>[1]) {
  const { findings, baseline } = applyBaseline(audit, entries);
  return {
    left: findings.map(({ path, line }) => `${path}:${line}`),
    hidden: baseline?.hidden,
    unneeded: baseline?.unneeded.map(({ path, count }) => `${path} ${count}`),
  };
}

describe('createBaseline', () => {
  it('counts the same line of a file, and tells rules, lines and files apart', () => {
    const entries = createBaseline([
      find('src/stock.ts', 4),
      find('src/orders.ts', 9),
      find('src/orders.ts', 2),
      find('src/orders.ts', 2, queue, zone),
      find('src/orders.ts', 1, table),
    ]);
    expect(entries).toEqual([
      { path: 'src/orders.ts', ruleId: region, code: table, count: 1 },
      { path: 'src/orders.ts', ruleId: region, code: queue, count: 2 },
      { path: 'src/orders.ts', ruleId: zone, code: queue, count: 1 },
      { path: 'src/stock.ts', ruleId: region, code: queue, count: 1 },
    ]);
  });

  it('gives the same file whatever the order of the findings', () => {
    const findings = [find('src/a.ts', 1), find('src/b.ts', 1), find('src/a.ts', 2, table)];
    expect(formatBaseline(createBaseline(findings))).toBe(
      formatBaseline(createBaseline(findings.toReversed())),
    );
  });
});

describe('parseBaseline', () => {
  it('reads what was written, also behind a byte order mark', () => {
    const entries = createBaseline([find('src/orders.ts', 1), find('src/orders.ts', 2)]);
    const text = formatBaseline(entries);
    expect(text).toMatch(/\n$/u);
    expect(parseBaseline(`\uFEFF${text}`)).toEqual(entries);
  });

  const entry = { path: 'a.ts', ruleId: region, code: queue, count: 1 };
  const write = (...findings: unknown[]) => JSON.stringify({ version: 1, findings });
  it.each([
    ['no JSON', 'findings:', 'it is not JSON'],
    ['a merge conflict', '{\n<<<<<<< HEAD\n', 'it holds a merge conflict'],
    ['a list', '[]', 'not a baseline of this version'],
    ['another version', '{"version":2,"findings":[]}', 'not a baseline of this version'],
    ['an entry without code', write(entry, { ...entry, code: undefined }), 'entry 2 lacks'],
    ['an entry that counts nothing', write({ ...entry, count: 0 }), 'entry 1 lacks'],
    ['an entry that counts in parts', write({ ...entry, count: 1.5 }), 'entry 1 lacks'],
    ['an entry that is null', write(null), 'entry 1 lacks'],
  ])('refuses %s', (_name, text, message) => {
    const parse = () => parseBaseline(text);
    expect(parse).toThrow(BaselineError);
    expect(parse).toThrow(message);
  });
});

describe('applyBaseline', () => {
  it('hides as many as it knows, wherever in the file they are', () => {
    const entries = createBaseline([find('src/orders.ts', 1), find('src/orders.ts', 2)]);
    const audit = auditOf([find('src/orders.ts', 30), find('src/orders.ts', 31), find('src/orders.ts', 32)]);
    expect(apply(audit, entries)).toEqual({ left: ['src/orders.ts:32'], hidden: 2, unneeded: [] });
    expect(audit.findings).toHaveLength(3);
  });

  it('takes the same line in another file for a new one while the first file is there', () => {
    const entries = createBaseline([find('src/orders.ts', 1)]);
    expect(apply(auditOf([find('src/stock.ts', 1)]), entries)).toEqual({
      left: ['src/stock.ts:1'],
      hidden: 0,
      unneeded: ['src/orders.ts 1'],
    });
  });

  it('follows a file that was moved, once for each finding', () => {
    const entries = createBaseline([find('src/gone.ts', 1)]);
    expect(apply(auditOf([find('src/orders.ts', 5), find('src/stock.ts', 6)]), entries)).toEqual({
      left: ['src/stock.ts:6'],
      hidden: 1,
      unneeded: [],
    });
  });

  it('does not follow a file that was moved to another rule or another line of code', () => {
    const entries = createBaseline([find('src/gone.ts', 1)]);
    const audit = auditOf([find('src/orders.ts', 1, table), find('src/orders.ts', 2, queue, zone)]);
    expect(apply(audit, entries).left).toEqual(['src/orders.ts:1', 'src/orders.ts:2']);
  });

  it('counts both entries where a merge kept the lines of both sides', () => {
    const entry = { path: 'src/orders.ts', ruleId: region, code: queue };
    const audit = auditOf([find('src/orders.ts', 1), find('src/orders.ts', 2), find('src/orders.ts', 3)]);
    expect(
      apply(audit, [
        { ...entry, count: 3 },
        { ...entry, count: 1 },
      ]),
    ).toEqual({
      left: [],
      hidden: 3,
      unneeded: ['src/orders.ts 1'],
    });
  });

  it.each<[string, Partial<Audit>]>([
    ['a shard', { shard: { index: 1, count: 2 } }],
    ['changed lines', { changedSince: 'main' }],
  ])('calls nothing unneeded after an audit of %s', (_name, part) => {
    const entries = createBaseline([find('src/orders.ts', 1)]);
    expect(apply(auditOf([], part), entries).unneeded).toEqual([]);
  });
});
