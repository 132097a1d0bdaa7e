import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli, runCli } from '../support/run-cli.ts';

const client = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const broken = `${client}let broken = ;\n`;

interface Report {
  findings: { path: string }[];
  leftOut: { path: string; message: string }[];
}

/** What is audited, and beside it what tests need; the results are kept beside it, too. */
let folder: string;
let root: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-robust-')));
  root = join(folder, 'shop');
  mkdirSync(root);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function writeMany(count: number, text: string): void {
  for (let index = 0; index < count; index++) {
    writeFileSync(join(root, `${String(index).padStart(5, '0')}.ts`), text);
  }
}

async function auditJson(...options: string[]) {
  const args = ['audit', root, '--format', 'json', '--cache-location', join(folder, 'cache'), ...options];
  const result = await runCli(args, { cwd: root });
  return { ...result, report: JSON.parse(result.stdout) as Report };
}

/**
 * Code that Node loads before the audit, to make something happen at a known moment of it.
 *
 * @param body run at the first opening of each file, whose name is in `name`; `fs` is at hand
 */
function writeHook(body: string): string {
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
const { openSync } = fs;
const seen = new Set();
fs.openSync = (path, ...rest) => {
  const name = String(path).split('/').at(-1);
  if (!seen.has(name)) {
    seen.add(name);
    ${body}
  }
  return openSync(path, ...rest);
};
require('node:module').syncBuiltinESMExports();`,
  );
  return hook;
}

describe('an audit', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('that gets %s leaves nothing behind', async (signal) => {
    writeMany(200, client);
    const hook = writeHook(`if (name === '00100.ts') fs.writeSync(2, 'HALFWAY');`);
    const output = join(folder, 'report.json');
    const args = ['audit', root, '--output', output, '--cache-location', join(folder, 'cache')];
    const mark = `MULTI_REGION_TEST=${folder}`;
    const child = spawn(process.execPath, ['--require', hook, cli, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MULTI_REGION_TEST: folder },
    });
    child.stderr.once('data', () => child.kill(signal));
    const [code, by] = await new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (...end) => {
        resolve(end);
      });
    });
    expect([code, by]).toEqual([null, signal]);
    // The cache has its key from the start, and no half of a result.
    expect(readdirSync(folder).sort()).toEqual(['cache', 'hook.cjs', 'shop']);
    expect(readdirSync(join(folder, 'cache'))).toEqual(['secret']);
    if (existsSync('/proc')) expect(listProcesses(mark)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('that is stopped stops its git', async () => {
    write({ 'a.ts': client });
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    // Says that it runs, and would go on for long.
    const started = join(folder, 'started');
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n: > '${started}'\nexec sleep 600\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, MULTI_REGION_TEST: folder };
    const child = spawn(process.execPath, [cli, 'audit', root, '--no-cache'], { stdio: 'ignore', env });
    const end = once(child, 'close');
    await vi.waitUntil(() => existsSync(started), { timeout: 20_000 });
    child.kill('SIGINT');
    expect(await end).toEqual([null, 'SIGINT']);
    if (!existsSync('/proc')) return;
    await vi.waitUntil(() => listProcesses(`MULTI_REGION_TEST=${folder}`).length === 0, { timeout: 20_000 });
  });

  it('says with --quiet only what went wrong, and no more than that without a terminal', async () => {
    write({
      'a.ts': client,
      'b.ts': broken,
      'c.js': `${client.replaceAll('\n', ' ')}${'x();'.repeat(3000)}`,
    });
    const { stderr, report } = await auditJson();
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^b\.ts:3:14: Cannot be parsed/u),
      expect.stringMatching(/^c\.js: Skipped: it is minified/u),
    ]);
    const quiet = await auditJson('--quiet');
    expect(quiet.stderr).toMatch(/^b\.ts:3:14: [^\n]+\n$/u);
    expect(quiet.report).toEqual(report);
  });

  it('is done with a broken file in one message, and with thousands in a few', async () => {
    writeMany(1500, broken);
    write({ 'z.ts': client });
    const { report, stderr, code } = await auditJson();
    expect(code).toBe(1);
    expect(new Set(report.findings.map(({ path }) => path))).toEqual(new Set(['z.ts']));
    expect(report.leftOut).toHaveLength(1500);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[0]).toMatch(/^00000\.ts:3:14: Cannot be parsed/u);
    expect(lines.at(-1)).toMatch(/^1480 more messages .* 'json' has them all\.$/u);
  });

  it('exits with 2 when it could look at no file', async () => {
    write({ 'a.ts': broken, 'b.ts': broken });
    const { code, stderr, report } = await auditJson();
    expect(code).toBe(2);
    expect(stderr).toMatch(/no source file could be analyzed/u);
    expect(report.leftOut).toHaveLength(2);
  });

  it('does not exit with 2 when only a config above the folder could not be used', async () => {
    write({ 'a.ts': client });
    writeFileSync(
      join(folder, 'eslint.config.mjs'),
      `import multiRegion from 'eslint-plugin-multi-region';\nexport default multiRegion.nothing.here;\n`,
    );
    const { code, stderr } = await auditJson();
    expect(stderr).toMatch(/^\.\.\/eslint\.config\.mjs: /u);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('takes files as they are when it gets to them: vanished, grown, shrunk', async () => {
    write({ 'a.ts': client, 'b-vanishes.ts': client, 'c-grows.ts': client, 'd-shrinks.ts': client });
    const at = (name: string) => JSON.stringify(join(root, name));
    const hook = writeHook(`
  if (name === 'a.ts') fs.rmSync(${at('b-vanishes.ts')});
  if (name === 'c-grows.ts') fs.appendFileSync(${at('c-grows.ts')}, '\\n'.repeat(2 * 1024 * 1024));
  if (name === 'd-shrinks.ts') fs.truncateSync(${at('d-shrinks.ts')});`);
    const { stdout, stderr, code } = await runCli(['audit', root, '--format', 'json', '--no-cache'], {
      cwd: root,
      env: { NODE_OPTIONS: `--require ${hook}` },
    });
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^b-vanishes\.ts: .*removed meanwhile/u),
      expect.stringMatching(/^c-grows\.ts: Skipped: .* the limit of 1 MB/u),
    ]);
    const { findings } = JSON.parse(stdout) as Report;
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(['a.ts']));
    expect(code).toBe(1);
  });

  it('follows no link in a circle, with git or without', async () => {
    write({ 'src/a.ts': client });
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('b', join(root, 'a'));
    symlinkSync('a', join(root, 'b'));
    const { report } = await auditJson();
    expect(new Set(report.findings.map(({ path }) => path))).toEqual(new Set(['src/a.ts']));
    execFileSync('git', ['init', '-q', root]);
    expect((await auditJson()).report).toMatchObject({ findings: report.findings });
  });

  it.skipIf(!existsSync('/dev/full'))('says in one line that the disk is full', async () => {
    write({ 'a.ts': client });
    const { code, stdout, stderr } = await runCli(['audit', root, '--no-cache', '--output', '/dev/full']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/'\/dev\/full' .*the disk is full/u)]);
  });

  describe('finds the same', () => {
    const tree = {
      'a.ts': client,
      'b.ts': broken,
      'c.ts': `export const x = 1;\n`,
      'd/s3.js': `${client}// another\n`,
      'test/s3.test.ts': client,
    };

    it('from its cache, without parsing again', async () => {
      write(tree);
      const first = await auditJson();
      expect(readdirSync(join(folder, 'cache'))).toEqual(['audit', 'secret']);
      // What cannot be started cannot parse.
      const file = join(folder, 'without-parser/multi-region.js');
      execFileSync('cp', ['-r', dirname(cli), dirname(file)]);
      rmSync(join(dirname(file), 'parser.wasm'));
      const args = ['audit', root, '--format', 'json', '--cache-location', join(folder, 'cache')];
      const second = await runCli(args, { cwd: root, file });
      expect(second).toMatchObject({ stdout: first.stdout, stderr: first.stderr, code: first.code });
    });

    it('in changed files, as without a cache', async () => {
      write(tree);
      await auditJson();
      write({ 'a.ts': client.replace('us-east-1', 'eu-west-1'), 'b.ts': client });
      rmSync(join(root, 'd/s3.js'));
      const cached = await auditJson();
      const fresh = await runCli(['audit', root, '--format', 'json', '--no-cache'], { cwd: root });
      expect(cached.stdout).toBe(fresh.stdout);
    });

    it('with a cache that is damaged, or cannot be written, and says the latter', async () => {
      write(tree);
      const first = await auditJson();
      writeFileSync(join(folder, 'cache/audit'), 'garbage');
      expect((await auditJson()).stdout).toBe(first.stdout);
      const args = ['audit', root, '--format', 'json', '--cache-location', join(root, 'a.ts')];
      const { stdout, stderr } = await runCli(args, { cwd: root });
      expect(stdout).toBe(first.stdout);
      expect(stderr).toMatch(/--cache-location: '.+a\.ts' could not be written/u);
    });

    it('with one thread and with three', async () => {
      writeMany(300, client);
      const text = readFileSync(join(import.meta.dirname, '../calibration/cases.ts'), 'utf8');
      for (let index = 0; index < 60; index++) write({ [`long-${index}.ts`]: `${text}// ${index}\n` });
      const one = await auditJson('--threads', '1');
      rmSync(join(folder, 'cache'), { recursive: true });
      const three = await auditJson('--threads', '3');
      expect(three.stdout).toBe(one.stdout);
      expect(three.stderr).toBe(one.stderr);
    }, 120_000);
  });

  it.each([
    [['--threads', '0'], /--threads is '0', but takes a number from 1/u],
    [['--no-cache', '--cache-location', 'x'], /exclude each other/u],
  ])('refuses %j', async (options, message) => {
    const { code, stderr } = await runCli(['audit', root, ...options]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

/** The processes that were started with this in their environment; Linux only. */
function listProcesses(mark: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return (
        /^\d+$/u.test(name) && readFileSync(`/proc/${name}/environ`, 'latin1').split('\0').includes(mark)
      );
    } catch {
      return false; // it has ended meanwhile, or is somebody else's
    }
  });
}
