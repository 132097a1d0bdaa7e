import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

let canary: Canary;
let root: string;
let caches: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  caches = join(canary.folder, 'caches');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  mkdirSync(caches);
  writeFileSync(
    join(root, 'a.ts'),
    `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' }); // $(${canary.command})\n`,
  );
});
afterEach(() => {
  canary.remove();
});

function audit(...options: string[]) {
  return runCli(['audit', '--no-config', '.', ...options], { cwd: root, env: { XDG_CACHE_HOME: caches } });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile());
}

it('writes through no link that waits for it', async () => {
  const victim = join(canary.folder, '.bashrc');
  writeFileSync(victim, '# mine\n');
  const folder = join(root, 'node_modules/.cache/multi-region');
  mkdirSync(folder, { recursive: true });
  for (let pid = process.pid + 1; pid < process.pid + 3000; pid++) {
    symlinkSync(victim, join(folder, `audit.${pid}.tmp`));
  }
  await audit();
  expect(readFileSync(victim, 'utf8')).toBe('# mine\n');
});

it('keeps nothing in the audited folder', async () => {
  const elsewhere = join(canary.folder, 'elsewhere');
  mkdirSync(elsewhere);
  mkdirSync(join(root, 'node_modules/.cache'));
  symlinkSync(elsewhere, join(root, 'node_modules/.cache/multi-region'));
  await audit();
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(listFiles(root)).toEqual([join(root, 'a.ts')]);
});

it('keeps its files to the user', async () => {
  await audit();
  const files = listFiles(caches);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect((statSync(join(caches, 'multi-region')).mode & 0o777).toString(8)).toBe('700');
});

it('is written nowhere when the system names no absolute folder', async () => {
  await runCli(['audit', '--no-config', '.'], { cwd: root, env: { XDG_CACHE_HOME: '', HOME: caches } });
  await runCli(['audit', '--no-config', '.'], { cwd: root, env: { XDG_CACHE_HOME: 'here', HOME: caches } });
  expect(existsSync(join(root, 'multi-region'))).toBe(false);
  expect(existsSync(join(root, 'here'))).toBe(false);
});

describe('a cache that somebody else wrote', () => {
  it('counts for nothing where the tree brings it along', async () => {
    const location = join(root, 'cache');
    // As the attacker makes it: with the same program, for a file in which nothing was found.
    await runCli(['audit', '--no-config', '.', '--cache-location', location], {
      cwd: root,
      env: { XDG_CACHE_HOME: join(canary.folder, 'attacker') },
    });
    const file = join(location, 'audit');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"findings":\[.*?\]/u, '"findings":[]'));
    const { code, stdout } = await audit('--cache-location', location);
    expect(code).toBe(1);
    expect(stdout).toContain('no-hardcoded-region');
  });

  it('counts for nothing where its values have another shape, whoever signed them', async () => {
    await audit();
    const forged = join(canary.folder, 'forged');
    cpSync(caches, forged, { recursive: true });
    const file = listFiles(forged).find((path) => path.endsWith('audit')) ?? '';
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('no-hardcoded-region');
    for (const value of ['null', '[]', '{"findings":[{}],"places":[],"notices":[]}', '{"findings":1}']) {
      writeFileSync(file, text.replace(/ \{.*\}$/mu, ` ${value}`));
      const result = await runCli(['audit', '--no-config', '.'], {
        cwd: root,
        env: { XDG_CACHE_HOME: forged },
      });
      expect(result.stderr).not.toContain('unexpected');
      expect(result.code).toBe(1);
    }
  });
});
