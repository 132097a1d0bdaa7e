import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { recordRun } from '../support/recorded-run.ts';
import { createCanary, type Canary } from './canary.ts';

const code = "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });\n";

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  root = join(canary.folder, 'site');
  mkdirSync(root);
});
afterEach(() => {
  canary.remove();
});

function gitIn(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@localhost', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

const git = (...args: string[]) => gitIn(root, ...args);

/** A repository of one file that has not been committed as it is. */
function createRepository(): void {
  git('init', '-q');
  writeFileSync(
    join(root, 'package.json'),
    '{ "name": "site", "devDependencies": { "eslint": "10.0.0" } }\n',
  );
  writeFileSync(join(root, 'a.ts'), code);
  writeFileSync(join(root, '.gitattributes'), '*.ts filter=evil diff=evil\n');
  git('add', '.');
  git('commit', '-qm', 'x');
  git('commit', '-qm', 'y', '--allow-empty');
  const run = recordRun({
    time: '2026-01-01T00:00:00.000Z',
    commit: git('rev-parse', 'HEAD').trim(),
    services: [{ service: 's3', calls: 1, elsewhere: 1, failed: 0 }],
  });
  writeFileSync(join(root, 'runs.jsonl'), `${JSON.stringify(run)}\n`);
}

function change(): void {
  appendFileSync(join(root, 'a.ts'), code.split('\n')[1] ?? '');
  const past = new Date(Date.now() - 60_000);
  utimesSync(join(root, 'package.json'), past, past); // its content has to be compared
}

/** What makes git run a program, in the configuration of a repository. */
const tricks: Readonly<Record<string, (command: string) => void>> = {
  'a submodule with a filter'(command) {
    const inner = join(root, 'inner');
    mkdirSync(inner);
    gitIn(inner, 'init', '-q');
    writeFileSync(join(inner, 'b.ts'), code);
    writeFileSync(join(inner, '.gitattributes'), '*.ts filter=evil\n');
    gitIn(inner, 'add', '.');
    gitIn(inner, 'commit', '-qm', 'x');
    gitIn(inner, 'config', 'filter.evil.clean', `${command}; cat`);
    git('-c', 'protocol.file.allow=always', 'add', 'inner');
    git('commit', '-qm', 'inner');
    appendFileSync(join(inner, 'b.ts'), '\n');
  },
  'filter.clean': (command) => git('config', 'filter.evil.clean', `${command}; cat`),
  'filter.process': (command) => git('config', 'filter.evil.process', command),
  'a filter of a name with dots, and required'(command) {
    writeFileSync(join(root, '.gitattributes'), '*.ts filter=a.b\n');
    git('config', 'filter.a.b.clean', `${command}; cat`);
    git('config', 'filter.a.b.required', 'true');
  },
  "a filter of a name with '='"(command) {
    writeFileSync(join(root, '.gitattributes'), '*.ts filter=a=b\n');
    git('config', 'filter.a=b.clean', `${command}; cat`);
  },
  'a filter of an included file'(command) {
    writeFileSync(join(root, '.git/more'), `[filter "evil"]\n\tclean = ${command}; cat\n`);
    git('config', 'include.path', 'more');
  },
  'a filter of a worktree'(command) {
    git('config', 'extensions.worktreeConfig', 'true');
    git('config', '--worktree', 'filter.evil.clean', `${command}; cat`);
  },
  'core.fsmonitor': (command) => git('config', 'core.fsmonitor', `${command}; false`),
  'core.hooksPath'(command) {
    mkdirSync(join(root, 'hooks'));
    for (const hook of [
      'post-index-change',
      'fsmonitor-watchman',
      'post-checkout',
      'reference-transaction',
    ]) {
      writeFileSync(join(root, 'hooks', hook), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    }
    git('config', 'core.hooksPath', 'hooks');
  },
  'core.pager'(command) {
    for (const key of ['core.pager', 'pager.diff', 'pager.status', 'pager.ls-files', 'pager.config']) {
      git('config', key, command);
    }
  },
  'filter.smudge': (command) => git('config', 'filter.evil.smudge', `${command}; cat`),
  'diff.external': (command) => git('config', 'diff.external', command),
  'diff.command and diff.textconv'(command) {
    git('config', 'diff.evil.command', command);
    git('config', 'diff.evil.textconv', command);
  },
  'tar.command'(command) {
    for (const key of ['tar.tar.command', 'tar.tar.remote', 'uploadpack.packObjectsHook'])
      git('config', key, command);
  },
  'core.sshCommand': (command) => git('config', 'core.sshCommand', command),
  'core.editor'(command) {
    for (const key of [
      'core.editor',
      'sequence.editor',
      'core.askPass',
      'credential.helper',
      'gpg.program',
    ]) {
      git('config', key, command);
    }
    git('config', 'log.showSignature', 'true');
  },
  aliases(command) {
    for (const name of ['ls-files', 'diff', 'status', 'rev-parse', 'merge-base', 'config', 'log', 'remote']) {
      git('config', `alias.${name}`, `!${command}`);
    }
  },
  'a promisor remote'(command) {
    // Trees that a sparse index needs, and that are to be fetched.
    mkdirSync(join(root, 'd1'));
    mkdirSync(join(root, 'd2'));
    writeFileSync(join(root, 'd1/a.ts'), code);
    writeFileSync(join(root, 'd2/b.ts'), `${code}\n`);
    git('add', '.');
    git('commit', '-qm', 'sparse');
    git('sparse-checkout', 'set', '--cone', '--sparse-index', 'd1');
    const tree = git('rev-parse', 'HEAD:d2').trim();
    rmSync(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    git('config', 'core.repositoryformatversion', '1');
    git('config', 'extensions.partialClone', 'origin');
    git('config', 'remote.origin.promisor', 'true');
    git('config', 'remote.origin.url', '/nowhere');
    git('config', 'remote.origin.uploadpack', `${command}; false`);
  },
};

const commands: Readonly<Record<string, readonly string[]>> = {
  audit: ['audit', '.'],
  'audit --no-config': ['audit', '--no-config', '.'],
  'audit --changed-since': ['audit', '--no-config', '--changed-since', 'HEAD~1', '.'],
  'audit --since': ['audit', '--no-config', '--since', 'HEAD~1', '.'],
  'audit --runs': ['audit', '--no-config', '--runs', 'runs.jsonl', '.'],
  brief: ['brief', '--since', 'HEAD~1', '.'],
  chaos: ['chaos', '--region', 'us-east-1', '--', process.execPath, '--version'],
  'fix --dry-run': ['fix', '--no-config', '--dry-run', '.'],
  fix: ['fix', '.'],
  init: ['init', '--hook', '--dry-run', '.'],
};

/** These cannot be in one repository with others. */
const alone = [
  'a promisor remote',
  "a filter of a name with '='",
  'a filter of a name with dots, and required',
];

describe.each(Object.entries(commands))('%s', (_name, args) => {
  it('runs nothing of the configuration of a repository', async () => {
    createRepository();
    const together = Object.keys(tricks).filter((name) => !alone.includes(name));
    const file = (name: string) => join(canary.folder, `ran-${name.replaceAll(/\W/gu, '-')}`);
    for (const name of together) tricks[name]?.(`touch ${file(name)}`);
    change();
    for (const name of together) rmSync(file(name), { force: true }); // preparing may have set it off
    const { code: exitCode } = await runCli([...args], { cwd: root });
    expect(together.filter((name) => existsSync(file(name)))).toEqual([]);
    expect([0, 1, 2]).toContain(exitCode);
  });

  it.each(alone)('runs nothing for %s', async (trick) => {
    createRepository();
    tricks[trick]?.(canary.command);
    change();
    rmSync(join(canary.folder, 'PWNED'), { force: true });
    const { code: exitCode } = await runCli([...args], { cwd: root });
    expect(canary.hasRun()).toBe(false);
    expect([0, 1, 2]).toContain(exitCode);
  });

  it('runs nothing for a repository that lies in an ordinary clone', async () => {
    createRepository();
    tricks['a promisor remote']?.(canary.command);
    const outer = join(canary.folder, 'outer');
    const app = join(outer, 'packages/app');
    mkdirSync(join(outer, 'packages'), { recursive: true });
    cpSync(join(root, '.git'), app, { recursive: true });
    for (const name of ['hooks', 'logs', 'branches'])
      rmSync(join(app, name), { recursive: true, force: true });
    gitIn(app, 'config', '-f', 'config', 'core.bare', 'false');
    gitIn(app, 'config', '-f', 'config', 'core.worktree', '.');
    mkdirSync(join(app, 'd1'));
    writeFileSync(join(app, 'd1/a.ts'), code);
    writeFileSync(join(app, 'package.json'), '{}\n');
    writeFileSync(join(app, 'refs/.keep'), '');
    gitIn(outer, 'init', '-q');
    gitIn(outer, 'add', '-Af', '.');
    gitIn(outer, 'commit', '-qm', 'a monorepo');
    gitIn(canary.folder, 'clone', '-q', 'outer', 'victim');
    rmSync(join(canary.folder, 'PWNED'), { force: true });
    await runCli([...args], { cwd: join(canary.folder, 'victim/packages/app') });
    expect(canary.hasRun()).toBe(false);
  });

  it('does not wait for a pipe in the place of a file of git', async () => {
    createRepository();
    change();
    for (const file of ['.git/index', '.git/config', '.gitignore']) {
      rmSync(join(root, file), { force: true });
      execFileSync('mkfifo', [join(root, file)]);
    }
    const { code: exitCode } = await runCli([...args], { cwd: root, timeout: 20_000 });
    expect([0, 1, 2]).toContain(exitCode);
  });
});

it('takes no git from the folder, nor from a relative entry of PATH', async () => {
  createRepository();
  const bin = join(root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const file of [join(bin, 'git'), join(root, 'git')]) {
    writeFileSync(file, `#!/bin/sh\n${canary.command}\n`, { mode: 0o755 });
  }
  const path = ['', '.', bin, process.env.PATH ?? ''].join(':');
  await runCli(['audit', '.'], { cwd: root, env: { PATH: path } });
  await runCli(['audit', '--changed-since', 'HEAD', '.'], { cwd: root, env: { PATH: path } });
  expect(canary.hasRun()).toBe(false);
});

it('keeps the files of an old revision in their folder, whatever its tree calls them', async () => {
  createRepository();
  const hash = (type: string, input: Buffer) =>
    execFileSync('git', ['hash-object', '-w', '--literally', '-t', type, '--stdin'], {
      cwd: root,
      input,
      encoding: 'utf8',
    }).trim();
  const entry = (mode: string, name: string, id: string) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  const blob = hash('blob', Buffer.from(code));
  const inner = hash('tree', entry('100644', 'escaped.ts', blob));
  const middle = hash('tree', entry('40000', '..', inner));
  const tree = hash('tree', Buffer.concat([entry('40000', '..', middle), entry('100644', 'a.ts', blob)]));
  const commit = git('commit-tree', tree, '-m', 'x').trim();
  const files = join(canary.folder, 'tmp/tmp');
  mkdirSync(files, { recursive: true });
  const { code: exitCode } = await runCli(['audit', '--no-config', '--since', commit, '.'], {
    cwd: root,
    env: { TMPDIR: files },
  });
  expect([0, 1]).toContain(exitCode);
  const left = readdirSync(canary.folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => path.endsWith('escaped.ts'))).toEqual([]);
});

it('passes on why git refuses a repository', async () => {
  createRepository();
  writeFileSync(join(root, '.git/HEAD'), 'broken');
  const { code: exitCode, stderr } = await runCli(['audit', '--changed-since', 'HEAD', '.'], { cwd: root });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/git says: /u);
});
