import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedRun } from '../../server/src/chaos/record.ts';
import { recordRun } from '../support/recorded-run.ts';

const cli = join(import.meta.dirname, '../../server/bin/multi-region.js');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tried-'));
  write(
    'orders.js',
    "import { SQSClient } from '@aws-sdk/client-sqs';\nexport const queue = new SQSClient({});\n",
  );
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'Start');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
}

function audit(): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, [cli, 'audit', '--runs', 'runs.ndjson'], {
    cwd: folder,
    encoding: 'utf8',
  });
}

const run = (verdict: RecordedRun['verdict'], failed: number, more: Partial<RecordedRun> = {}) =>
  JSON.stringify(
    recordRun({
      commit: git('rev-parse', 'HEAD'),
      verdict,
      services: [{ service: 'dynamodb', calls: 1, elsewhere: 1 - failed, failed }],
      ...more,
    }),
  );

describe('audit --runs', () => {
  it('shows the last run of each service, and what was never tried', () => {
    const later = run('passed', 0, { time: '2026-11-28T12:00:00.000Z' });
    write('runs.ndjson', `${later}\n${run('failed', 1)}\n`);
    const { stdout } = audit();
    expect(stdout).toContain('Never tried: sqs.');
    expect(stdout).toMatch(/^dynamodb +us-east-1 +--down refuse +passed +2026-11-28/m);
    expect(stdout).not.toContain('2026-11-27');
  });

  it('says when the code has changed since', () => {
    write('runs.ndjson', `${run('passed', 0)}\n`);
    write('orders.js', '// Nothing.\n');
    expect(audit().stdout).toContain('passed; code changed since');
  });

  it('says when what was tried is in no commit', () => {
    write('runs.ndjson', `${run('passed', 0, { clean: false })}\n`);
    expect(audit().stdout).toContain('passed; not from a commit that is known');
  });

  it('refuses what is no record', () => {
    write('runs.ndjson', 'passed\n');
    const { status, stderr } = audit();
    expect(stderr).toContain("--runs: 'runs.ndjson', line 1 is no run of 'multi-region chaos --record'");
    expect(status).toBe(2);
  });

  it('refuses a record that is not there', () => {
    const { status, stderr } = audit();
    expect(stderr).toContain("--runs: 'runs.ndjson'");
    expect(status).toBe(2);
  });
});
