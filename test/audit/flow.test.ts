import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { cli, runCli } from '../support/run-cli.ts';
import { createScratchRepository, type ScratchRepository } from '../support/scratch-repository.ts';

/** A client that is reported twice: for its region, and because it has no other. */
const client = (name: string, region = 'us-east-1') =>
  `export const ${name} = new S3Client({ region: '${region}' });\n`;
const sdk = `import { S3Client } from '@aws-sdk/client-s3';\n`;

interface Report {
  fileCount: number;
  findings: { ruleId: string; path: string; line: number }[];
  services: { places: { path: string }[] }[];
  baseline: { hidden: number; unneeded: { path: string; count: number }[] } | null;
}

let repository: ScratchRepository;
beforeEach(() => {
  repository = createScratchRepository();
  repository.git('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => {
  repository.remove();
});

async function audit(
  ...args: string[]
): Promise<{ report: Report; places: string[]; code: number; stderr: string }> {
  const { stdout, ...rest } = await runCli(['audit', ...args, '--format', 'json'], {
    cwd: repository.root,
    maxBuffer: Infinity,
  });
  const report = JSON.parse(stdout) as Report;
  const places = new Set(report.findings.map(({ path, line }) => `${path}:${line}`));
  return { report, places: [...places], ...rest };
}

async function fail(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['audit', ...args], { cwd: repository.root });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
}

describe('--changed-since', () => {
  beforeEach(() => {
    repository.write({ 'src/a.ts': sdk + client('a'), 'src/b.ts': sdk + client('b') });
    repository.commit();
  });

  it('reports added lines only, committed or not, of files that changed', async () => {
    expect((await audit('--changed-since', 'HEAD')).places).toEqual([]);
    repository.write({ 'src/a.ts': `// new\n${sdk}${client('a')}${client('second')}` });
    const { places, report, code } = await audit('--changed-since', 'HEAD');
    expect(places).toEqual(['src/a.ts:4']);
    expect(report.fileCount).toBe(1);
    expect(code).toBe(1);
    repository.commit();
    expect((await audit('--changed-since', 'HEAD')).code).toBe(0);
    expect((await audit('--changed-since', 'HEAD~1')).places).toEqual(['src/a.ts:4']);
  });

  it('takes a file that git does not know for added, whatever its name', async () => {
    repository.write({ 'src/new "line"\nü.ts': sdk + client('a') });
    const file = 'src/new "line"\nü.ts:2';
    expect((await audit('--changed-since', 'HEAD')).places).toEqual([file]);
    repository.git('add', '--all');
    expect((await audit('--changed-since', 'HEAD')).places).toEqual([file]);
  });

  it('follows a renamed file', async () => {
    const padding = '// the same\n'.repeat(20);
    repository.write({ 'src/a.ts': sdk + padding + client('a') });
    repository.commit();
    repository.git('mv', 'src/a.ts', 'src/moved.ts');
    expect((await audit('--changed-since', 'HEAD')).places).toEqual([]);
    repository.write({ 'src/moved.ts': sdk + padding + client('a') + client('second') });
    expect((await audit('--changed-since', 'HEAD')).places).toEqual(['src/moved.ts:23']);
  });

  it('compares a branch with where it left', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write({ 'src/c.ts': sdk + client('c') });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'src/a.ts': 'export {};\n' });
    repository.commit();
    repository.git('checkout', '--quiet', 'topic');
    expect((await audit('--changed-since', 'main')).places).toEqual(['src/c.ts:2']);
  });

  it('works in a folder of the repository, and whatever git is configured to print', async () => {
    repository.git('config', 'diff.noprefix', 'true');
    repository.git('config', 'diff.context', '9');
    repository.git('config', 'color.diff', 'always');
    repository.git('config', 'diff.external', '/bin/false');
    repository.write({ '.gitattributes': '*.ts -diff\n', 'src/a.ts': sdk + client('a') + client('second') });
    expect((await audit('src', '--changed-since', 'HEAD')).places).toEqual(['a.ts:3']);
  });

  it('says what to do about a revision that is not there', async () => {
    expect(await fail('--changed-since', 'origin/main')).toMatch(
      /--changed-since: git knows no revision 'origin\/main'\. .*shallow/u,
    );
    expect(await fail('--changed-since=--output=x')).toMatch(/no revision '--output=x'/u);
    rmSync(join(repository.root, '.git'), { recursive: true });
    expect(await fail('--changed-since', 'HEAD')).toMatch(
      /nothing tells what changed here\. git says: not a git repository/u,
    );
  });
});

describe('--baseline', () => {
  const baseline = 'known.json';
  const update = () => audit('--baseline', baseline, '--update-baseline');
  const check = () => audit('--baseline', baseline);

  beforeEach(async () => {
    repository.write({ 'src/a.ts': sdk + client('a'), 'src/b.ts': sdk + client('b') });
    const { code, stderr } = await update();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^4 findings written to known\.json\.\n$/u);
  });

  it('hides what it holds, also on other lines and with another indentation', async () => {
    expect(await check()).toMatchObject({ code: 0, stderr: '', report: { baseline: { hidden: 4 } } });
    repository.write({ 'src/a.ts': `\n\n${sdk}\n  ${client('a')}` });
    expect(await check()).toMatchObject({ code: 0, stderr: '', places: [] });
  });

  it('shows what is new: other code, and more of the same', async () => {
    repository.write({ 'src/a.ts': sdk + client('a') + client('c') });
    expect((await check()).places).toEqual(['src/a.ts:3']);
    repository.write({
      'src/a.ts': `${sdk}{ ${client('a')} }\n{ ${client('a')} }\n`.replaceAll('export ', ''),
    });
    expect((await check()).code).toBe(1);
  });

  it('tells which entries are no longer needed, and drops them when told to', async () => {
    repository.write({ 'src/a.ts': 'export {};\n' });
    const { code, stderr, report } = await check();
    expect(code).toBe(0);
    expect(report.baseline?.unneeded).toMatchObject([{ path: 'src/a.ts' }, { path: 'src/a.ts' }]);
    expect(stderr).toMatch(
      /^known\.json: no longer needed: src\/a\.ts {2}multi-region\/no-hardcoded-region /u,
    );
    expect(stderr).toContain('run with --update-baseline to remove them.');
    await update();
    expect(readFileSync(join(repository.root, baseline), 'utf8')).not.toContain('src/a.ts');
    expect((await check()).stderr).toBe('');
  });

  it('goes with a file that is moved, and not with a line that is copied', async () => {
    mkdirSync(join(repository.root, 'lib'));
    renameSync(join(repository.root, 'src/a.ts'), join(repository.root, 'lib/moved.ts'));
    expect(await check()).toMatchObject({ code: 0, stderr: '' });
    repository.write({ 'lib/copy.ts': sdk + client('b') });
    expect((await check()).places).toEqual(['lib/copy.ts:2']);
  });

  it('is sorted and the same every time', async () => {
    const before = readFileSync(join(repository.root, baseline), 'utf8');
    await update();
    expect(readFileSync(join(repository.root, baseline), 'utf8')).toBe(before);
    const { findings } = JSON.parse(before) as { findings: { path: string; ruleId: string }[] };
    const keys = findings.map(({ path, ruleId }) => `${path} ${ruleId}`);
    expect(keys).toEqual([...keys].sort());
    expect(before).toMatch(/\}\n$/u);
  });

  it('calls nothing unneeded that was not looked at', async () => {
    repository.commit();
    repository.write({ 'src/a.ts': sdk + client('a') + client('c') });
    expect(await audit('--baseline', baseline, '--changed-since', 'HEAD')).toMatchObject({
      places: ['src/a.ts:3'],
      report: { baseline: { unneeded: [] } },
    });
  });

  it.each([
    [
      'a missing file',
      ['--baseline', 'no.json'],
      {},
      /no file 'no\.json'\. Create it with --update-baseline/u,
    ],
    ['no file to write', ['--update-baseline'], {}, /--update-baseline needs --baseline FILE/u],
    ['no JSON', ['--baseline', 'x.json'], { 'x.json': '{' }, /'x\.json': it is not JSON/u],
    [
      'a merge conflict',
      ['--baseline', 'x.json'],
      { 'x.json': '{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}' },
      /merge conflict/u,
    ],
    [
      'other JSON',
      ['--baseline', 'x.json'],
      { 'x.json': '{"version":9}' },
      /not a baseline of this version/u,
    ],
    [
      'a broken entry',
      ['--baseline', 'x.json'],
      { 'x.json': '{"version":1,"findings":[{"path":"a"}]}' },
      /entry 1 lacks/u,
    ],
    ['a shard', ['--baseline', baseline, '--shard', '1/2'], {}, /Give the baseline to audit merge/u],
    [
      'an update of a part',
      ['--baseline', baseline, '--update-baseline', '--changed-since', 'HEAD'],
      {},
      /needs all findings/u,
    ],
  ])('refuses %s', async (_name, args, files, message) => {
    repository.write(files);
    expect(await fail(...args)).toMatch(message);
  });
});

describe('--shard and audit merge', () => {
  async function writeShards(count: number, ...args: string[]): Promise<string[]> {
    const files: string[] = [];
    for (let index = 1; index <= count; index++) {
      const file = join(repository.root, `shard-${index}.json`);
      const shard = `${index}/${count}`;
      await runCli(['audit', 'src', '--shard', shard, '--format', 'json', '--output', file, ...args], {
        cwd: repository.root,
      });
      files.push(file);
    }
    return files;
  }

  beforeEach(() => {
    repository.write({
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [
          `src/${index}.ts`,
          sdk + client('a', index % 2 ? 'us-east-1' : 'eu-west-1') + client('b'),
        ]),
      ),
      'src/env.ts': `${sdk}export const env = new S3Client({});\n`,
      'src/broken.ts': `${sdk}let = ;\n`,
      'src/other/sqs.ts': `import { SQSClient } from '@aws-sdk/client-sqs';\nexport const sqs = new SQSClient({ region: 'us-east-1' });\n`,
    });
    repository.commit();
  });

  it('make one run together, in every format', async () => {
    const [first = '', second = '', third = ''] = await writeShards(3);
    for (const format of ['json', 'sarif', 'csv', 'html', 'markdown', 'terminal']) {
      const whole = await runCli(['audit', 'src', '--format', format], { cwd: repository.root });
      const merged = await runCli(
        ['audit', 'merge', third, first, second, '--root', 'src', '--format', format],
        {
          cwd: repository.root,
        },
      );
      expect(merged.stdout).toBe(whole.stdout);
      expect(merged.code).toBe(whole.code);
      expect(whole.stdout).toContain('sqs');
    }
  });

  it('share the work', async () => {
    const reports = (await writeShards(3)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report);
    const counts = reports.map(({ fileCount }) => fileCount);
    expect(counts).not.toContain(0);
    expect(counts.reduce((sum, count) => sum + count)).toBe(11);
  });

  it('give the same with --changed-since, and with a baseline for the merge', async () => {
    repository.write({ 'src/1.ts': sdk + client('a') + client('more') });
    const { report } = await audit('src', '--changed-since', 'HEAD');
    const changed = await writeShards(2, '--changed-since', 'HEAD');
    expect(report.findings).not.toEqual([]);
    expect((await audit('merge', ...changed)).report).toEqual(report);

    await audit('src', '--baseline', 'known.json', '--update-baseline');
    repository.write({ 'src/2.ts': sdk + client('another') });
    const whole = await audit('src', '--baseline', 'known.json');
    expect(whole.places).toEqual(['2.ts:2']);
    const shards = await writeShards(2);
    expect(await audit('merge', ...shards, '--root', 'src', '--baseline', 'known.json')).toEqual(whole);
  });

  it('are refused when they do not make a whole', async () => {
    const [first = '', second = '', third = ''] = await writeShards(3);
    const single = join(repository.root, 'single.json');
    await runCli(['audit', 'src', '--format', 'json', '--output', single], { cwd: repository.root });
    expect(await fail('merge')).toMatch(/nothing to merge/u);
    expect(await fail('merge', first, third)).toMatch(/shard 2\/3 is missing/u);
    expect(await fail('merge', first, first, second)).toMatch(/are the same shard, 1\/3/u);
    expect(await fail('merge', single)).toMatch(/not of a shard\. Make it with --shard/u);
    const others = await writeShards(2);
    expect(await fail('merge', third, ...others)).toMatch(/not of the same audit/u);
    expect(await fail('merge', 'no.json')).toMatch(/'no\.json': Cannot be read/u);
    repository.write({ 'bad.json': '{"version":1}', 'worse.json': '{', 'other.json': '{"version":7}' });
    expect(await fail('merge', 'bad.json')).toMatch(/'bad\.json': .*folder is not a text/u);
    expect(await fail('merge', 'worse.json')).toMatch(/'worse\.json': it is not JSON/u);
    expect(await fail('merge', 'other.json')).toMatch(/its version is 7, not 1/u);
    expect(await fail('--shard', '4/3')).toMatch(/--shard is '4\/3'/u);
  });
});

describe.skipIf(!existsSync('/dev/full'))('on a full disk', () => {
  beforeEach(() => {
    repository.write({ 'a.ts': sdk + client('a') });
  });

  it('says so for a report and a baseline', async () => {
    expect(await fail('--output', '/dev/full')).toMatch(
      /--output: '\/dev\/full' could not be written: the disk is full/u,
    );
    expect(await fail('--baseline', '/dev/full', '--update-baseline')).toMatch(
      /--baseline: .* the disk is full/u,
    );
  });

  it('says so for the standard output', () => {
    const command = `"${process.execPath}" "${cli}" audit "${repository.root}" 2>&1 >/dev/full; echo "exit $?"`;
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe(
      'multi-region: the output could not be written: the disk is full.\nexit 2\n',
    );
  });
});
