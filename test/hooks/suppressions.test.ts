import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, mended, pinned, Repository, type Result } from './repository.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const list = 'eslint-suppressions.json';
let repository: Repository;

/** Runs the ESLint of the repository. */
function eslint(...args: string[]): Result {
  return repository.try('node_modules/.bin/eslint', ...args);
}

/** The arguments of a command that docs/users/hooks.md shows. */
function shown(option: string): string[] {
  const docs = readFileSync(join(root, 'docs/users/hooks.md'), 'utf8');
  const line = new RegExp(`^npx eslint (${option} [^#\n]*)`, 'm').exec(docs)?.[1];
  if (line === undefined) throw new Error(`docs/users/hooks.md does not show 'npx eslint ${option}'.`);
  return line.trim().split(' ');
}

describe("the first run, with ESLint's suppressions", () => {
  beforeEach(() => {
    repository = new Repository();
    repository.write('src/clients.js', pinned);
    repository.write('src/old.js', pinned);
  });

  afterEach(() => {
    repository.remove();
  });

  it('passes over what is there, reports what is new, and drops what was mended', () => {
    expect(eslint('.').status).toBe(1);
    const start = eslint(...shown('--suppress-rule'));
    expect(start).toMatchObject({ status: 0 });
    expect(JSON.parse(repository.read(list))).toEqual({
      'src/clients.js': { 'multi-region/no-hardcoded-region': { count: 1 } },
      'src/old.js': { 'multi-region/no-hardcoded-region': { count: 1 } },
    });
    expect(eslint('.')).toMatchObject({ status: 0 });

    // The lines move; the list does not hang on them.
    repository.write('src/old.js', `\n\n${pinned}`);
    expect(eslint('.')).toMatchObject({ status: 0 });

    repository.write('src/new/clients.js', pinned);
    const added = eslint('.');
    expect(added.output).toMatch(finding);
    expect(added.output).not.toMatch(/old\.js\n.*error/);
    expect(added.status).toBe(1);
    repository.write('src/new/clients.js', mended);

    repository.write('src/old.js', mended);
    const done = eslint('.');
    expect(done.output).toContain('suppressions left that do not occur anymore');
    expect(done.status).toBe(2);
    expect(eslint(...shown('--prune-suppressions'))).toMatchObject({ status: 0 });
    expect(Object.keys(JSON.parse(repository.read(list)) as object)).toEqual(['src/clients.js']);
    expect(eslint('.')).toMatchObject({ status: 0 });
  });

  it('leaves other rules alone, unless all are suppressed', () => {
    repository.write(
      'eslint.config.mjs',
      repository
        .read('eslint.config.mjs')
        .replace('multiRegion.configs', "{ rules: { 'no-var': 'error' } },\n  multiRegion.configs"),
    );
    repository.write('src/var.js', 'export var old = 1;\n');
    const one = eslint(...shown('--suppress-rule'));
    expect(one.output).toContain('no-var');
    expect(one.status).toBe(1);
    expect(eslint('--suppress-all', '.')).toMatchObject({ status: 0 });
    expect(eslint('.')).toMatchObject({ status: 0 });
  });

  it('holds in a commit hook', () => {
    repository.init('--hook', '--yes');
    expect(repository.commit('src').status).not.toBe(0);
    eslint(...shown('--suppress-rule'));
    expect(repository.commit('src', list)).toMatchObject({ status: 0 });
    repository.write(
      'src/clients.js',
      pinned + pinned.slice(pinned.indexOf('export')).replace('s3', 'backup'),
    );
    expect(repository.commit('src').status).not.toBe(0);
    expect(repository.commits()).toBe(1);
  });
});
