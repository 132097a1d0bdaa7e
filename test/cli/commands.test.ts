import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A project of the least that the commands look at, with the real scripts in it. */
const manifest = {
  name: 'project',
  version: '1.0.0',
  engines: { node: '>=20.0.0' },
  scripts: { build: 'node build.mjs' },
  dependencies: { local: 'file:local' },
};
const files = {
  'local/package.json': JSON.stringify({ name: 'local', version: '1.0.0' }),
  'package-lock.json': JSON.stringify({
    name: 'project',
    lockfileVersion: 3,
    packages: {
      '': { name: 'project', version: '1.0.0', dependencies: manifest.dependencies },
      local: { version: '1.0.0' },
      'node_modules/local': { resolved: 'local', link: true },
    },
  }),
  'package.json': JSON.stringify(manifest),
  'build.mjs': `
    import { mkdirSync, writeFileSync } from 'node:fs';
    for (const folder of ['client/out', 'eslint-plugin/dist', 'server/dist']) mkdirSync(folder, { recursive: true });
    writeFileSync('client/out/extension.cjs', '');
    writeFileSync('eslint-plugin/dist/index.js', '');
    writeFileSync('server/dist/multi-region.js', 'console.log(process.argv.slice(2).join(" ")); process.exit(process.env.AUDIT);');
  `,
  'server/src/main.ts': '',
};

describe('the commands on a fresh clone', () => {
  let fresh: string;
  let ready: string;
  let project: string;
  let firstRun: ReturnType<typeof run>;

  beforeAll(() => {
    const folder = mkdtempSync(path.join(tmpdir(), 'multi-region-commands-'));
    [fresh, ready, project] = ['fresh', 'ready', 'project'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    cpSync(path.resolve(import.meta.dirname, '../../scripts'), path.join(fresh, 'scripts'), {
      recursive: true,
    });
    for (const [name, text] of Object.entries(files)) write(fresh, name, text);
    copy(fresh, project);
    firstRun = run('start.mjs');
    copy(project, ready);
  });

  beforeEach(() => {
    rmSync(project, { recursive: true, force: true });
    copy(ready, project);
    // A copied folder is new; the build must not look older than it.
    writeFileSync(path.join(project, '.cache/built'), '');
  });

  afterAll(() => {
    rmSync(path.dirname(project), { recursive: true, force: true });
  });

  function copy(from: string, to: string) {
    cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }

  function write(folder: string, name: string, text: string) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
    return spawnSync(process.execPath, [path.join(project, 'scripts', script), ...args], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: undefined, AUDIT: '0', ...env },
    });
  }

  function changeSource() {
    const later = new Date(Date.now() + 60_000);
    utimesSync(path.join(project, 'server/src/main.ts'), later, later);
  }

  it('install and build once, and build again after a change', () => {
    expect(firstRun.stderr).toMatch(/^Installing .*^Building /ms);
    expect(run('start.mjs').stderr).toBe('');
    changeSource();
    expect(run('start.mjs').stderr).toMatch(/^Building /);
  });

  it('install again when the lockfile names what is not there', () => {
    const lockfile = JSON.parse(files['package-lock.json']) as { packages: object };
    const packages = { ...lockfile.packages, 'node_modules/other': { version: '2.0.0', optional: false } };
    write(project, 'package-lock.json', JSON.stringify({ ...lockfile, packages }));
    expect(run('start.mjs').stderr).toMatch(/^Installing /);
  });

  it('say which Node they need', () => {
    write(project, 'package.json', JSON.stringify({ ...manifest, engines: { node: '>=99.1.0' } }));
    const { status, stderr } = run('start.mjs');
    expect(stderr).toMatch(/^Multi-Region needs Node 99\.1\.0 or newer; this is [\d.]+\. .*\n$/);
    expect(status).toBe(2);
  });

  it.each([
    ['no findings', '0', 0],
    ['findings', '1', 0],
    ['no audit', '2', 2],
  ])('npm start with %s', (_name, audit, expected) => {
    const { status, stdout, stderr } = run('start.mjs', [], { AUDIT: audit });
    expect(stdout).toBe('audit examples/outage\n');
    expect(stderr.includes('exits with 1 when it has findings')).toBe(audit === '1');
    expect(status).toBe(expected);
  });

  it('npm start audits the folder that is named', () => {
    expect(run('start.mjs', ['some/where']).stdout).toBe('audit some/where\n');
  });

  it.each([
    ['passing tests', { numPassedTests: 3, numFailedTests: 0, testResults: [] }, 0, '3 passed, 0 failed', 0],
    ['a failing test', { numPassedTests: 3, numFailedTests: 1, testResults: [] }, 1, '3 passed, 1 failed', 1],
    [
      'a file that does not load',
      { numPassedTests: 3, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] },
      1,
      '3 passed, 1 failed',
      1,
    ],
    ['a stray error', { numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1, '3 passed, 1 failed', 1],
    ['no report', undefined, 1, '0 passed, 1 failed', 1],
    ['no test at all', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0, '0 passed, 0 failed', 1],
  ])('npm test ends with the counts: %s', (_name, report, exitCode, expected, expectedStatus) => {
    write(
      project,
      'node_modules/vitest/vitest.mjs',
      `import { writeFileSync } from 'node:fs';
       if (${String(report !== undefined)}) writeFileSync('.cache/unit.json', ${JSON.stringify(JSON.stringify(report ?? null))});
       process.exit(${exitCode});`,
    );
    const { status, stdout } = run('test.mjs');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(expected);
    expect(status).toBe(expectedStatus);
  });

  it('npm test counts a build that fails as a failure', () => {
    changeSource();
    write(project, 'build.mjs', 'process.exit(3);');
    const { status, stdout, stderr } = run('test.mjs');
    expect(stderr).toContain('The build failed');
    expect(stdout).toBe('0 passed, 1 failed\n');
    expect(status).toBe(1);
  });
});
