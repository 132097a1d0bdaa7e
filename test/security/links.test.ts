import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

// A repository may bring along links to anywhere: git carries them.

let canary: Canary;
let root: string;
/** What is the user's, and not the repository's. */
let home: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  home = join(canary.folder, 'home');
  mkdirSync(home);
  write({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'package.json': '{ "type": "module", "devDependencies": { "eslint": "10.0.0" } }\n',
    'src/a.ts':
      "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n",
  });
});
afterEach(() => {
  canary.remove();
});

function write(files: Record<string, string>, folder = root): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

function readHome(): Record<string, string> {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => lstatSync(join(home, name)).isFile())
      .map((name) => [name, readFileSync(join(home, name), 'utf8')]),
  );
}

const inTheHome: Readonly<Record<string, string>> = {
  '.bashrc': '# mine\n',
  'regions.ts': 'export const regions = {};\n',
  'turbo.json': '{ "globalEnv": [] }\n',
  'eslint.config.js': 'export default [];\n',
};

describe.each([
  ['fix', ['fix', '--no-config', '.']],
  ['init', ['init', '--hook', '--yes', '.']],
])('%s writes nothing outside of its folder', (_name, args) => {
  it.each([
    ['a file', '.env.example', '../home/.bashrc'],
    ['a file that is not there', '.env.example', '../home/.env'],
    ['a folder', 'src/config', '../../home'],
    ['a folder that is not there', 'src/config', '../../home/sub'],
    ['a module', 'src/config/regions.ts', '../../../home/regions.ts'],
    ['turbo.json', 'turbo.json', '../home/turbo.json'],
    ['a commit hook', '.husky/pre-commit', '../../home/.bashrc'],
    ["git's own hooks", '.git/hooks', '../../home'],
    ['an ESLint config', 'eslint.config.js', '../home/eslint.config.js'],
    ['the folder of husky', '.husky', '../home'],
    ['a link to itself', 'src/config', 'config'],
  ])('through a link in the place of %s', async (_what, path, target) => {
    write(inTheHome, home);
    link(path, target);
    const { code } = await runCli([...args], { cwd: root });
    expect(readHome()).toEqual(inTheHome);
    expect(lstatSync(join(root, path)).isSymbolicLink()).toBe(true);
    expect([0, 1, 2]).toContain(code);
  });
});

it('names the target of a link that it does not follow, and imports nothing that is not there', async () => {
  link('src/config', '../../home');
  const { code, stderr } = await runCli(['fix', '--no-config', '.'], { cwd: root });
  expect(code).toBe(2);
  expect(stderr).toContain(`it leads to ${join(home, 'regions.ts')}, outside of`);
  expect(readFileSync(join(root, 'src/a.ts'), 'utf8')).toContain("region: 'us-east-1'");
});

it('edits the target of a link that stays inside', async () => {
  write({ 'settings/regions.ts': 'export const regions = {\n  other: process.env.OTHER_REGION,\n};\n' });
  link('src/config', '../settings');
  const { code } = await runCli(['fix', '--no-config', '.'], { cwd: root });
  expect(code).toBe(0);
  expect(readFileSync(join(root, 'settings/regions.ts'), 'utf8')).toContain('us-east-1');
});

it('reads no source file outside of the folder', async () => {
  write({ 'private.ts': "new S3Client({ region: 'eu-west-3' }); // secret\n" }, home);
  link('src/x.ts', '../../home/private.ts');
  const { stdout, stderr } = await runCli(['audit', '--no-config', '--format', 'json', '.'], { cwd: root });
  expect(stdout).not.toContain('eu-west-3');
  expect(stdout).not.toContain('secret');
  expect(stderr).toContain('src/x.ts: Skipped: it is a link to a file outside of the folder.');
});

it("appends no run of chaos to a file of the user's", async () => {
  write(inTheHome, home);
  link('runs.jsonl', '../home/.bashrc');
  const args = [
    'chaos',
    '--region',
    'us-east-1',
    '--record',
    'runs.jsonl',
    '--',
    process.execPath,
    '--version',
  ];
  const { code, stderr } = await runCli(args, { cwd: root });
  expect(readHome()).toEqual(inTheHome);
  expect(code).toBe(2);
  expect(stderr).toContain('outside of');
});

describe.each([
  ['--output', ['--format', 'json', '--output']],
  ['--baseline', ['--update-baseline', '--baseline']],
])('%s', (_name, options) => {
  it.each([
    ['a file', 'regions.out', '../home/.bashrc', 'regions.out'],
    ['a folder', 'reports', '../home', 'reports/.bashrc'],
    ['a folder of folders', 'reports', '..', 'reports/home/.bashrc'],
  ])('follows no link in the place of %s out of the folder', async (_what, path, target, file) => {
    write(inTheHome, home);
    link(path, target);
    const { code, stderr } = await runCli(['audit', '--no-config', '.', ...options, file], { cwd: root });
    expect(readHome()).toEqual(inTheHome);
    expect(code).toBe(2);
    expect(stderr).toContain('outside of');
  });

  it('takes no temporary file that waits for it', async () => {
    write(inTheHome, home);
    // One for each number that the process may have.
    for (let pid = process.pid + 1; pid < process.pid + 3000; pid++) {
      link(`.regions.out.${pid}.tmp`, '../home/.bashrc');
    }
    await runCli(['audit', '--no-config', '.', ...options, 'regions.out'], { cwd: root });
    expect(readHome()).toEqual(inTheHome);
    expect(existsSync(join(root, 'regions.out'))).toBe(true);
    expect(lstatSync(join(root, 'regions.out')).isSymbolicLink()).toBe(false);
  });
});
