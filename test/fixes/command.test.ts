import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli, type CliResult } from '../support/run-cli.ts';

const client =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'eu-west-1' });\n";
const fixed = `import { S3Client } from '@aws-sdk/client-s3';
import { regions } from './config/regions.js';
export const s3 = new S3Client({ region: regions.primary });
`;

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-fix-command-')));
  write('package.json', '{ "type": "module" }\n');
  write('.env', ''); // something reads it, so that an example of it is of use
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function fix(...args: string[]): Promise<CliResult> {
  return runCli(['fix', ...args], { cwd: root });
}

function git(...args: string[]): string {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args],
    { cwd: root, encoding: 'utf8', env: { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: devNull } },
  );
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** A project that lints with this ESLint and this plugin. */
function writeConfig(config: string): void {
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'), 'junction');
  write(
    'eslint.config.js',
    `import multiRegion from 'eslint-plugin-multi-region';\nexport default [multiRegion.configs.recommended, ${config}];\n`,
  );
}

describe('fix', () => {
  it('writes, says what it did, and what is left to do', async () => {
    write('s3.js', client);
    const { code, stdout, stderr } = await fix();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(read('s3.js')).toBe(fixed);
    expect(stdout).toMatchInlineSnapshot(`
      "2 of 2 findings moved into config, in 1 file.

        created .env.example
        created config/regions.js
        changed s3.js  (2 findings)

      Next:
        - Nothing has to be set. To run elsewhere, set PRIMARY_REGION (eu-west-1 without it). .env.example lists it.
        - Look at the changes, and run your formatter, type check and tests.
      "
    `);
    expect(await fix()).toEqual({ code: 0, stdout: 'There is nothing to fix.\n', stderr: '' });
  });

  it('takes a folder', async () => {
    write('app/package.json', '{ "type": "module" }');
    write('app/s3.js', client);
    write('other/s3.js', client);
    const { stdout } = await fix('app');
    expect(stdout).toContain(`changed ${join('app', 's3.js')}  (2 findings)`);
    expect(read('app/s3.js')).toBe(fixed);
    expect(read('other/s3.js')).toBe(client);
  });

  it('with --quiet says nothing', async () => {
    write('s3.js', client);
    expect(await fix('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read('s3.js')).toBe(fixed);
  });

  it('reads the ESLint config, and with --no-config does not', async () => {
    writeConfig("{ settings: { 'multi-region': { regions: { kind: 'module', folder: 'lib' } } } }");
    write('s3.js', client);
    await fix();
    expect(read('s3.js')).toContain("from './lib/regions.js'");
    expect(read('lib/regions.js')).toContain("'eu-west-1'");
    write('s3.js', client);
    rmSync(join(root, 'lib'), { recursive: true });
    await fix('--no-config');
    expect(read('s3.js')).toContain("from './config/regions.js'");
  });
});

describe('--dry-run', () => {
  it.each([
    ['plain files', 's3.js', client],
    ['CRLF', 's3.js', client.replaceAll('\n', '\r\n')],
    ['a byte order mark', 's3.js', `\uFEFF${client}`],
    ['no line break at the end', 's3.js', client.trimEnd()],
    ['a name with spaces', 'my clients/s3 client.js', client],
  ])('prints what git can apply: %s', async (_, path, text) => {
    write(path, text);
    const { code, stdout } = await fix('--dry-run');
    expect(code).toBe(0);
    expect(read(path)).toBe(text);
    expect(existsSync(join(root, '.env.example'))).toBe(false);
    const patch = join(root, 'fix.patch');
    writeFileSync(patch, stdout);
    git('apply', patch);
    const patched = [path, 'config/regions.js', '.env.example'].map(read);

    write(path, text);
    for (const made of ['config', '.env.example', 'fix.patch']) rmSync(join(root, made), { recursive: true });
    await fix();
    expect([path, 'config/regions.js', '.env.example'].map(read)).toEqual(patched);
  });

  it('leaves the standard output to the diff, without colours where it is no terminal', async () => {
    write('s3.js', client);
    const { stdout, stderr } = await fix('--dry-run');
    expect(stdout).toMatch(/^--- /);
    expect(stdout).not.toContain('\u001B');
    expect(stderr).toMatch(/^2 of 2 findings would move into config, in 1 file\.\n/);
    expect(stderr).toContain('Run it without --dry-run');
  });
});

describe('--only', () => {
  it.each(['no-hardcoded-region', 'multi-region/no-hardcoded-region'])('takes %s', async (rule) => {
    write('s3.js', client);
    write('queue.js', "export const queue = subscribe('arn:aws:sqs:eu-west-1:123456789012:orders');\n");
    const { stdout } = await fix('--only', rule);
    expect(stdout).toContain('1 of 1 finding');
    expect(read('s3.js')).toBe(fixed);
    expect(read('queue.js')).toContain('arn:aws:sqs:eu-west-1:');
  });

  it('may be repeated', async () => {
    write('queue.js', "export const queue = subscribe('arn:aws:sqs:eu-west-1:123456789012:orders');\n");
    await fix('--only', 'no-hardcoded-region', '--only', 'no-hardcoded-arn');
    expect(read('queue.js')).toContain('regions.primary');
  });
});

it.each([
  ['--strategy', 'env'],
  ['--way', 'deployment'], // its name in version 0.1
])('%s %s takes the edits that the rules suggest', async (...args) => {
  write('s3.js', client);
  const { code, stdout } = await fix(...args);
  expect(code).toBe(0);
  expect(read('s3.js')).toContain('new S3Client({})');
  expect(stdout).toContain('fixed as the rules suggest');
  expect(existsSync(join(root, 'config'))).toBe(false);
});

it('--require leaves no defaults', async () => {
  write('s3.js', client);
  const { stdout } = await fix('--require');
  expect(read('s3.js')).toBe(fixed);
  expect(read('config/regions.js')).toContain("required('PRIMARY_REGION', process.env.PRIMARY_REGION)");
  expect(stdout).toContain('Set PRIMARY_REGION before you deploy');
});

it('--require takes the defaults out of a module that an earlier run has written', async () => {
  write('s3.js', client);
  await fix();
  const { stdout } = await fix('--require');
  expect(read('config/regions.js')).toContain("required('PRIMARY_REGION', process.env.PRIMARY_REGION)");
  expect(read('config/regions.js')).not.toContain('eu-west-1');
  expect(stdout).toContain('Defaults taken out of 1 config module.');
  expect((await fix('--require')).stdout).toBe('There is nothing to fix.\n');
});

it('--region takes what is about a region', async () => {
  write('s3.js', client);
  write('old.js', client.replaceAll('eu-west-1', 'us-west-1'));
  await fix('--region', 'eu-west-1');
  expect(read('s3.js')).toBe(fixed);
  expect(read('old.js')).toContain("'us-west-1'");
});

describe('the exit code is', () => {
  const sts = "fetch('https://sts.amazonaws.com');\n";

  it('0 when what is left is a warning', async () => {
    write('sts.js', sts);
    const { code, stdout } = await fix();
    expect(stdout).toContain('1 finding was left alone:');
    expect(stdout).toContain('sts.js:1:');
    expect(code).toBe(0);
  });

  it('1 when an error is left', async () => {
    writeConfig("{ rules: { 'multi-region/no-global-endpoint': 'error' } }");
    write('sts.js', sts);
    expect((await fix()).code).toBe(1);
    expect((await fix('--dry-run')).code).toBe(1);
    expect((await fix('--only', 'no-hardcoded-region')).code).toBe(0);
  });

  it.each([
    [['nowhere'], "There is no folder 'nowhere'"],
    [['a', 'b'], 'one folder'],
    [['package.json'], 'is a file'],
    [['--only', 'no-regions'], "there is no rule 'no-regions'"],
    [['--way', 'out'], "--way is 'out', but takes 'config' or 'deployment'"],
    [['--strategy', 'out'], "--strategy is 'out', but takes 'config' or 'env'"],
    [['--region', 'mars-east-1'], "no cloud has a region 'mars-east-1'"],
    [['--force'], "Run 'multi-region fix --help'"],
  ])('2 for %j, with one message', async (args, message) => {
    const { code, stdout, stderr } = await fix(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^multi-region: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('2 when a file may not be written, and the rest is', async () => {
    write('a.js', client);
    write('b.js', client);
    chmodSync(join(root, 'a.js'), 0o444);
    const { code, stdout, stderr } = await fix();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `multi-region: ${join(root, 'a.js')} is read-only, and was left alone. Make it writable and run the command again.\n`,
    );
    expect(stdout).toContain('2 of 4 findings moved into config, in 1 file.');
    expect(read('a.js')).toBe(client);
    expect(read('b.js')).toBe(fixed);
  });
});

describe('a file', () => {
  it('that cannot be parsed is named, and the rest is fixed', async () => {
    write('broken.js', `${client}let broken = ;\n`);
    write('s3.js', client);
    const { code, stderr } = await fix();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^broken\.js:3:\d+: Cannot be parsed: .*\n$/);
    expect(read('s3.js')).toBe(fixed);
  });

  it('that is not UTF-8 is left as it is', async () => {
    const text = Buffer.concat([Buffer.from(client), Buffer.from('// caf\xE9\n', 'latin1')]);
    writeFileSync(join(root, 's3.js'), text);
    const { stderr } = await fix();
    expect(stderr).toContain('s3.js: Skipped: it is not UTF-8');
    expect(readFileSync(join(root, 's3.js'))).toEqual(text);
  });

  it.runIf(process.platform !== 'win32')(
    'that is a link stays one, and its target is fixed once',
    async () => {
      write('src/s3.js', client);
      symlinkSync('src/s3.js', join(root, 'a.js'));
      const { code, stderr } = await fix();
      expect(code).toBe(0);
      expect(stderr).toContain('a.js: Skipped: it is a link.');
      expect(read('src/s3.js')).toBe(fixed);
    },
  );

  it('that git ignores is left alone', async () => {
    write('.gitignore', 'lib/\n');
    write('lib/s3.js', client);
    expect((await fix()).stdout).toBe('There is nothing to fix.\n');
  });

  it('with changes that are not committed is named', async () => {
    write('a.js', client);
    write('b.js', client);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'all');
    write('b.js', `${client}\n`);
    const { stdout } = await fix();
    expect(stdout).toContain('1 file had changes that are not committed, and git shows both together: b.js.');
    expect(git('diff', '--name-only')).toBe('a.js\nb.js\n');
  });
});
