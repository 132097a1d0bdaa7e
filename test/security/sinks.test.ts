import { parse as parseCsv } from 'csv-parse/sync';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { Audit } from '../../server/src/audit/audit.ts';
import { groupByService } from '../../server/src/audit/inventory.ts';
import { reports } from '../../server/src/audit/reports/reports.ts';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';
import { evilFinding, evilPlace, evilSubject } from './evil-audit.ts';
import { evil, steering } from './evil.ts';

// Every field of every part, so that one that is added is met as well.
const audit = {
  root: '/project',
  folder: evil,
  changedSince: evil,
  shard: undefined,
  fileCount: 1,
  findings: [evilFinding],
  services: groupByService([evilPlace]),
  leftOut: [{ kind: 'failed', path: evil, line: 1, column: 1, message: evil }],
  subject: evilSubject,
  coverage: {
    uncovered: [{ config: evil, files: 1, example: evil }],
    otherKinds: [{ kind: evil, files: 1, example: evil }],
  },
  trend: {
    revision: evil,
    date: evil,
    before: 1,
    after: 2,
    gone: 1,
    fresh: 2,
    regions: [{ region: evil, before: 1, after: 1 }],
  },
  baseline: undefined,
} as unknown as Audit;
const options = { colors: picocolors.createColors(false), cwd: '/project', version: '1.0.0' };

function write(name: string): string {
  const report = reports.find((each) => each.name === name);
  if (!report) throw new Error(`There is no format ${name}.`);
  return report.write(audit, options);
}

it.each(['terminal', 'markdown', 'html'])('%s: nothing steers', (name) => {
  expect(steering.exec(write(name))).toBeNull();
});

it('terminal: no text has a line of its own', () => {
  for (const line of write('terminal').split('\n')) expect(line).not.toMatch(/^(?:::error|\|)/u);
});

it('markdown: nothing is markup', () => {
  const text = write('markdown');
  for (const part of ['<img', '<script', '](command', '](https://evil', '@everyone', '**b**', '|`<']) {
    expect(text).not.toContain(part);
  }
  // Each row of a table has the cells of its heading.
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const counts = new Set(rows.map((row) => row.split('|').length));
  expect([...counts].sort()).toEqual(
    [...new Set(rows.filter((row) => !row.includes('evil')).map((row) => row.split('|').length))].sort(),
  );
});

it('html: nothing is an element or a handler', () => {
  const text = write('html');
  for (const part of ['<img', '<script>alert', '"><script', 'onerror=alert(1)>'])
    expect(text).not.toContain(part);
});

it('csv: no cell is a formula, whatever separates the cells', () => {
  const text = write('csv');
  const cells = parseCsv(text).flat();
  // As a program that separates by semicolons or tabs reads the same lines.
  const loose = text.split(/[;\t\r\n]/u);
  for (const cell of [...cells, ...loose]) expect(cell).not.toMatch(/^[\s"]*[=+@]/u);
});

it.each(['json', 'sarif'])('%s: is valid, and has the texts as they are', (name) => {
  const text = write(name);
  expect(() => JSON.parse(text) as unknown).not.toThrow();
  expect(steering.exec(text.replaceAll(/\n/gu, ''))).toBeNull();
});

it.each(reports.filter(({ needsImpact }) => !needsImpact).map(({ name }) => name))(
  '%s: no control character that ends or steers a line',
  (name) => {
    // Those of Unicode are data in formats for programs.
    expect(/[^\P{Cc}\r\n\t]/u.exec(write(name))).toBeNull();
  },
);

describe('the command line', () => {
  let canary: Canary;
  let root: string;
  beforeEach(() => {
    canary = createCanary();
    ({ root } = canary);
  });
  afterEach(() => {
    canary.remove();
  });

  const escape = '\u001B[2J\u001B[H\u001B[32mNo findings in 120 source files.\u001B]0;pwned\u0007\u001B[8m';

  it('prints no escape sequence of a comment', async () => {
    writeFileSync(
      join(root, 'a.ts'),
      `/* eslint multi-region/no-hardcoded-region: [${escape} */\nnew S3Client({ region: 'us-east-1' });\n`,
    );
    writeFileSync(join(root, 'b.ts'), `new S3Client({ region: 'us-east-1' }); \u0007 }\n`);
    const { stdout, stderr } = await runCli(['audit', '--no-config', '.'], { cwd: root });
    expect(steering.exec(stdout + stderr)).toBeNull();
  });

  it('prints no escape sequence of a plan, a baseline or a report', async () => {
    writeFileSync(
      join(root, 'eslint.config.js'),
      `// eslint-plugin-multi-region\nexport default [{ settings: { 'multi-region': { services: { s3: { failover: ${JSON.stringify(escape)} } } } } }];\n`,
    );
    writeFileSync(
      join(root, 'a.ts'),
      "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });\n",
    );
    const entry = { path: escape, ruleId: escape, code: escape, count: 1 };
    writeFileSync(join(root, 'baseline.json'), JSON.stringify({ version: 1, findings: [entry] }));
    const args = ['audit', '--no-config', '--baseline', 'baseline.json', '.'];
    const { stdout, stderr } = await runCli(args, { cwd: root });
    expect(stdout).toContain('No findings in 120'); // the plan, made harmless
    expect(steering.exec(stdout + stderr)).toBeNull();
  });

  it('prints no escape sequence of its own arguments', async () => {
    for (const args of [
      ['audit', escape],
      [escape],
      ['audit', '--format', escape],
      ['fix', '--only', escape],
    ]) {
      const { stdout, stderr, code } = await runCli(args, { cwd: root });
      expect(code).toBe(2);
      expect(steering.exec(stdout + stderr)).toBeNull();
    }
  });
});
