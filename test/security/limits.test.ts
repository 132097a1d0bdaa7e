import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGitEnvironment } from '../../server/src/files/git/git-environment.ts';
import { findProgram } from '../../server/src/files/git/find-program.ts';
import { linkPackages } from '../lsp/link-packages.ts';
import { cli, runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

const client =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  writeFileSync(join(root, 'a.ts'), client);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  canary.remove();
});

// Windows itself is not at hand: this is what decides there which program is run.
describe('on Windows', () => {
  beforeEach(() => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  });

  it('a git.exe of the folder is not taken for git', () => {
    const bin = join(canary.folder, 'bin');
    const tools = join(root, 'node_modules/.bin');
    for (const folder of [bin, tools]) mkdirSync(folder, { recursive: true });
    for (const folder of [root, tools, bin]) writeFileSync(join(folder, 'git.exe'), 'MZ', { mode: 0o755 });
    vi.spyOn(process, 'cwd').mockReturnValue(root);
    vi.stubEnv('PATH', ['', '.', tools].join(':'));
    expect(findProgram('git')).toBeUndefined();
    vi.stubEnv('PATH', ['', '.', tools, bin].join(':'));
    expect(findProgram('git')).toBe(join(bin, 'git.exe'));
  });

  it('git is started so that neither it nor what it starts looks into the folder first', () => {
    expect(createGitEnvironment().NoDefaultCurrentDirectoryInExePath).toBe('1');
  });
});

it('a .gitignore of 200,000 lines is left out, with a word', async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => `build/output-${index}/*.log`);
  writeFileSync(join(root, '.gitignore'), lines.join('\n'));
  const { code, stderr } = await runCli(['audit', '--no-config', '.'], { cwd: root, timeout: 25_000 });
  expect(code).toBe(1);
  expect(stderr).toContain('.gitignore');
});

it('thousands of entries of a baseline for files that are gone take a few lines', async () => {
  const entry = { path: 'gone.ts', ruleId: 'multi-region/no-hardcoded-region', code: 'x', count: 1 };
  const findings = Array.from({ length: 40_000 }, () => entry);
  writeFileSync(join(root, 'baseline.json'), JSON.stringify({ version: 1, findings }));
  const args = ['audit', '--no-config', '--baseline', 'baseline.json', '.'];
  const { code, stderr } = await runCli(args, { cwd: root, timeout: 25_000 });
  expect(code).toBe(1);
  expect(stderr.split('\n').length).toBeLessThan(100);
});

it.each(['toString', '__proto__', 'constructor', ''])(
  'a merged report with the word %j is refused by name',
  async (word) => {
    await runCli(['audit', '--no-config', '--format', 'json', '--output', 'r.json', '.'], { cwd: root });
    const text = readFileSync(join(root, 'r.json'), 'utf8');
    for (const field of ['origin', 'failover']) {
      const spoiled = text.replace(
        new RegExp(`("${field}": )"(?:literal|none)"`, 'u'),
        `$1${JSON.stringify(word)}`,
      );
      expect(spoiled).not.toBe(text);
      writeFileSync(join(root, 'spoiled.json'), spoiled);
      const { code, stderr } = await runCli(['audit', 'merge', 'spoiled.json'], { cwd: root });
      expect(code).toBe(2);
      expect(stderr).toContain(field);
      expect(stderr).not.toContain('report it');
    }
  },
);

describe('an ESLint config', () => {
  beforeEach(() => {
    linkPackages(root);
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
  });

  it('that talks to the process that runs it is not taken for an answer', async () => {
    writeFileSync(
      join(root, 'eslint.config.js'),
      "import multiRegion from 'eslint-plugin-multi-region';\nprocess.send?.(null);\nprocess.send?.({ id: 1 });\nexport default [{ files: ['**/*.ts'], ...multiRegion.configs.recommended }];\n",
    );
    const { code, stderr } = await runCli(['audit', '.'], { cwd: root });
    expect(code).toBe(1);
    expect(stderr).not.toContain('report it');
  });
});

it('a fix that cannot write its first file leaves nothing behind', async () => {
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
  chmodSync(join(root, 'a.ts'), 0o444);
  const { code, stderr } = await runCli(['fix', '--no-config', '.'], { cwd: root });
  expect(code).toBe(2);
  expect(stderr).toContain('read-only');
  for (const name of ['.env.example', 'config', 'src', 'regions.ts']) {
    expect(existsSync(join(root, name))).toBe(false);
  }
});

it('says how much memory the parser reserves where the system does not give it', () => {
  const limited = `ulimit -v 1500000; exec "$0" "$@" 2>&1`;
  const args = [cli, 'audit', '--no-config', '--no-cache', '--threads', '1', '.'];
  let output = '';
  try {
    execFileSync('bash', ['-c', limited, process.execPath, ...args], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    output = String((error as { stdout?: string }).stdout);
  }
  expect(output).toContain('a.ts: Cannot be parsed: the system gives the parser no memory.');
  expect(output).not.toContain('report it');
});

it('a minified document is named, whatever its own name says', async () => {
  const parameters = Array.from({ length: 400 }, (_, index) => `"p${index}":{"Type":"String"}`).join();
  const template = `{"AWSTemplateFormatVersion":"2010-09-09","Parameters":{${parameters}},"Resources":{"A":{"Type":"AWS::Lambda::Function","Properties":{"region":"us-east-1"}}}}`;
  writeFileSync(join(root, 'stack.json'), template);
  const { stderr } = await runCli(['audit', '--no-config', '.'], { cwd: root });
  expect(stderr).toContain('stack.json: Skipped: it is minified');
});
