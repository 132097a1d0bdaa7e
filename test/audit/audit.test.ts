import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
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
const rule = 'multi-region/no-hardcoded-region';

interface Report {
  version: number;
  findings: { ruleId: string; path: string; line: number; column: number; severity: string }[];
  services: { service: string | null; regions: string[]; places: { path: string; line: number }[] }[];
}

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-audit-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The files in which one rule found something: the presets grow, so the tests look at that rule only. */
async function auditJson(
  dir = root,
): Promise<{ files: string[]; report: Report; code: number; stderr: string }> {
  const { stdout, ...rest } = await runCli(['audit', dir, '--format', 'json']);
  const report = JSON.parse(stdout) as Report;
  const files = report.findings.filter(({ ruleId }) => ruleId === rule).map(({ path }) => path);
  return { files, report, ...rest };
}

describe('multi-region audit', () => {
  describe('finds the files of', () => {
    const tree = {
      'src/s3.ts': client,
      'src/ignored.ts': client,
      'dist/s3.js': client,
      'packages/a/.gitignore': 'gen/\n',
      'packages/a/gen/s3.ts': client,
      'packages/a/lib/s3.mjs': client,
      'node_modules/x/index.js': client,
      'src/README.md': client,
    };

    it('a git repository: tracked or new, and not ignored', async () => {
      write({ ...tree, '.gitignore': 'dist/\nsrc/ignored.ts\n' });
      execFileSync('git', ['init', '-q', root]);
      execFileSync('git', ['add', 'src/s3.ts'], { cwd: root });
      expect((await auditJson()).files).toEqual(['packages/a/lib/s3.mjs', 'src/s3.ts']);
    });

    it('any other folder, with its .gitignore files', async () => {
      write({ ...tree, '.gitignore': 'dist/\nsrc/ignored.ts\n' });
      expect((await auditJson()).files).toEqual(['packages/a/lib/s3.mjs', 'src/s3.ts']);
    });

    it('the current folder when none is given', async () => {
      write({ 'a.ts': client });
      const { stdout, code } = await runCli(['audit'], { cwd: root });
      expect(stdout).toContain('a.ts:2:42  error  ');
      expect(code).toBe(1);
    });
  });

  it('prints findings that can be clicked, the table and a summary', async () => {
    write({ 'src/s3.ts': client, 'src/other.ts': `export const x = 1;\n` });
    const { stdout, stderr, code } = await runCli(['audit', root], { cwd: root });
    expect(stdout).toMatch(
      /^src\/s3\.ts:2:42 {2}error {2}'us-east-1' .+ {2}multi-region\/no-hardcoded-region$/mu,
    );
    expect(stdout).toMatch(/^Service +Region +Failover plan +Places$/mu);
    expect(stdout).toMatch(/^S3 +us-east-1 +none +src\/s3\.ts:2$/mu);
    expect(stdout).toMatch(/\n\d+ findings? \(.+\) in 1 of 2 source files\.\n$/u);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('writes JSON with paths from the audited folder', async () => {
    write({ 'src/s3.ts': client });
    const { report } = await auditJson();
    expect(report).toMatchObject({
      version: 1,
      findings: expect.arrayContaining([
        {
          ruleId: rule,
          severity: 'error',
          path: 'src/s3.ts',
          line: 2,
          column: 42,
          endLine: 2,
          endColumn: 53,
          repository: null,
          region: 'us-east-1',
          service: 's3',
          message: expect.stringContaining("'us-east-1'") as string,
          code: "export const s3 = new S3Client({ region: 'us-east-1' });",
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}:1$/u) as string,
        },
      ]) as unknown,
      services: [{ service: 's3', regions: ['us-east-1'], places: [{ path: 'src/s3.ts', line: 2 }] }],
    });
  });

  describe('goes on past', () => {
    it('a broken file', async () => {
      write({ 'a.ts': `${client}let broken = ;\n`, 'b.ts': client });
      const { files, stderr } = await auditJson();
      expect(files).toEqual(['b.ts']);
      expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/a\.ts:3:14: Cannot be parsed: .+/u)]);
    });

    it('links that lead nowhere or in circles, and folders and pipes that are named like files', async () => {
      write({ 'b.ts': client, 'folder.ts/c.ts': client });
      symlinkSync('nowhere.ts', join(root, 'dangling.ts'));
      symlinkSync('.', join(root, 'circle'));
      symlinkSync('self.ts', join(root, 'self.ts'));
      execFileSync('mkfifo', [join(root, 'pipe.ts')]);
      const { files, stderr } = await auditJson();
      expect(files).toEqual(['b.ts', 'folder.ts/c.ts']);
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/dangling\.ts: .*broken link/u),
        expect.stringMatching(/self\.ts: .*leads back to itself/u),
      ]);
    });

    it.each([
      ['without git', false],
      ['with git', true],
    ])('files and folders that may not be read, %s', async (_name, hasGit) => {
      write({ 'a.ts': client, 'b.ts': client, 'locked/c.ts': client });
      // Root may read everything, so the audit runs as somebody else, from a copy that they can reach.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const copy = join(root, 'node_modules/multi-region');
      cpSync(dirname(cli), copy, { recursive: true });
      if (hasGit) execFileSync('git', ['init', '-q', root]);
      execFileSync('chmod', ['-R', 'a+rX', root]);
      if (hasGit && 'uid' in nobody) execFileSync('chown', [String(nobody.uid), root, join(root, '.git')]);
      chmodSync(join(root, 'b.ts'), 0);
      chmodSync(join(root, 'locked'), 0);
      try {
        const file = join(copy, 'multi-region.js');
        const { stdout, stderr, code } = await runCli(['audit', root], { cwd: root, file, ...nobody });
        expect(stderr.trim().split('\n').sort()).toEqual([
          expect.stringMatching(/^b\.ts: Cannot be read: permission denied/u),
          expect.stringMatching(
            hasGit ? /^locked: .*git could not open it/u : /^locked: .*permission denied/u,
          ),
        ]);
        expect(stdout).toContain('a.ts:2:42');
        expect(code).toBe(1);
      } finally {
        chmodSync(join(root, 'locked'), 0o755);
      }
    });

    it('binary, huge and minified files, saying so', async () => {
      write({
        'binary.js': `${client}\0`,
        'huge.js': client + ' '.repeat(1024 * 1024),
        'min.js': `${client.replaceAll('\n', '')}${'x();'.repeat(3000)}`,
        'ok.js': client,
      });
      const { files, stderr } = await auditJson();
      expect(files).toEqual(['ok.js']);
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/binary\.js: Skipped: .*binary/u),
        expect.stringMatching(/huge\.js: Skipped: .*1 MB/u),
        expect.stringMatching(/min\.js: Skipped: .*minified/u),
      ]);
    });
  });

  it('reads CRLF and a byte order mark, and counts columns without it', async () => {
    write({
      'a.ts': `\uFEFF${client.replaceAll('\n', '\r\n')}`,
      'b.ts': `\uFEFF${client.replace('\n', ' ')}`,
    });
    const { report } = await auditJson();
    const ofRule = report.findings.filter(({ ruleId }) => ruleId === rule);
    expect(ofRule.map(({ path, line, column }) => `${path}:${line}:${column}`)).toEqual([
      'a.ts:2:42',
      'b.ts:1:89',
    ]);
  });

  describe('exits with', () => {
    it('0 when all is well', async () => {
      write({ 'a.ts': 'export const x = 1;\n' });
      expect(await runCli(['audit', root])).toEqual({
        code: 0,
        stdout: 'No findings in 1 source file.\n',
        stderr: '',
      });
    });

    it('0 or 1 for warnings alone, as --fail-on says', async () => {
      write({ 'a.ts': `/* eslint multi-region/no-hardcoded-region: 'warn' */\n${client}` });
      expect((await runCli(['audit', root])).code).toBe(1);
      expect((await runCli(['audit', root, '--fail-on', 'warn'])).code).toBe(1);
      expect((await runCli(['audit', root, '--fail-on=error'])).code).toBe(0);
    });

    it.each([
      ['a folder that is missing', ['audit', 'no/where'], /no file or folder 'no\/where'\. Check the path/u],
      ['a file among folders', ['audit', 'package.json', 'docs'], /files or folders, but not both/u],
      ['two folders to fix', ['fix', 'a', 'b'], /one folder, but got 2/u],
      ['an unknown option', ['audit', '--fix'], /'--fix'\. Run 'multi-region audit --help'/u],
      [
        'an unknown format',
        ['audit', '--format', 'pdf'],
        /--format is 'pdf', but takes 'terminal' or 'markdown' or 'csv' or/u,
      ],
      [
        'an unknown level',
        ['audit', '--fail-on=never'],
        /--fail-on is 'never', but takes 'error' or 'warn'/u,
      ],
      ['no place for the output', ['audit', '--output', 'no/where.json'], /no folder 'no'\. Create it/u],
      ['a folder as output', ['audit', '--output', 'docs'], /'docs' is a folder/u],
      ['an unknown command', ['adit'], /no command 'adit'\. Did you mean 'multi-region audit'\?/u],
      ['a command that is like no other', ['whatever'], /no command 'whatever'\. Run 'multi-region --help'/u],
      ['a folder as command', ['docs'], /Run 'multi-region audit docs'/u],
      ['no transport', ['lsp'], /Run 'multi-region lsp --stdio'/u],
      ['two transports', ['lsp', '--stdio', '--node-ipc'], /More than one transport/u],
      ['IPC without a parent', ['lsp', '--node-ipc'], /Use --stdio/u],
      ['an editor that does not listen', ['lsp', '--pipe=/no/where'], /cannot be reached: connect ENOENT/u],
      ['a port that is none', ['lsp', '--socket=http'], /such as --socket=6010/u],
    ])('2 and one line for %s', async (_name, args, message) => {
      const { code, stdout, stderr } = await runCli(args, { cwd: join(import.meta.dirname, '../..') });
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    });
  });

  describe('--output', () => {
    it('puts the report into a file and says where', async () => {
      write({ 'a.ts': client });
      const output = join(root, 'report.json');
      const { code, stdout } = await runCli(['audit', root, '--format', 'json', '--output', output]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^\d+ findings? .+ The report is in .+report\.json\n$/u);
      expect((JSON.parse(readFileSync(output, 'utf8')) as Report).findings).not.toEqual([]);
      expect(readdirSync(root).sort()).toEqual(['a.ts', 'report.json']);
    });

    it('leaves the old report when the new one cannot be written', async () => {
      write({ 'a.ts': client, 'old.json': 'old' });
      // A name that can be looked up but is too long with the ending of a temporary file.
      const name = 'x'.repeat(250);
      writeFileSync(join(root, name), 'old');
      const { code, stderr } = await runCli(['audit', root, '--output', join(root, name)]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/could not be written: ENAMETOOLONG/u);
      expect(readFileSync(join(root, name), 'utf8')).toBe('old');
    });
  });

  it('colours when it is told to, and not into a pipe', async () => {
    write({ 'a.ts': client });
    expect((await runCli(['audit', root])).stdout).not.toContain('\u001B[');
    expect((await runCli(['audit', root], { env: { CI: '1' } })).stdout).not.toContain('\u001B[');
    expect((await runCli(['audit', root], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001B[');
  });

  it('has help for itself and each command, and a version', async () => {
    for (const args of [['--help'], ['help'], ['audit', '--help'], ['help', 'audit'], ['lsp', '--help']]) {
      const { code, stdout } = await runCli(args);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: multi-region /u);
    }
    expect(await runCli(['help', 'audit'])).toEqual(await runCli(['audit', '--help']));
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(await runCli([])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage/u) as string,
    });
  });

  it('ends quietly when its reader has seen enough', () => {
    write(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`s3-${index}.ts`, client])));
    const command = `"${process.execPath}" "${cli}" audit "${root}" | head -n 1`;
    const output = execFileSync('sh', ['-c', `${command} 2>&1`], { encoding: 'utf8' });
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});
