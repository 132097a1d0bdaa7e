import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finding, mended, pinned, Repository } from './repository.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const husky = join(root, 'node_modules/husky/bin.js');
let repository: Repository;

beforeEach(() => {
  repository = new Repository();
});

afterEach(() => {
  repository.remove();
});

describe('husky with lint-staged', () => {
  beforeEach(() => {
    const manifest = {
      private: true,
      'lint-staged': { '*.md': 'test -e' },
      devDependencies: { husky: '9.1.7' },
    };
    repository.write('package.json', JSON.stringify(manifest, null, 2));
    repository.run(process.execPath, husky);
    repository.init('--hook', '--yes');
  });

  it('is set up by init, once', () => {
    expect(repository.read('.husky/pre-commit')).toBe('npx --no-install lint-staged\n');
    expect(JSON.parse(repository.read('package.json'))).toMatchObject({
      'lint-staged': {
        '*.md': 'test -e',
        '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}': 'eslint --no-warn-ignored',
      },
    });
    expect(existsSync(join(repository.folder, '.git/hooks/pre-commit'))).toBe(false);
    expect(repository.init('--hook', '--yes')).toContain('There is nothing to do.');
  });

  it('refuses what is staged, though the file on disk is mended', () => {
    expect(repository.commit('package.json', '.husky', 'eslint.config.mjs', '.gitignore')).toMatchObject({
      status: 0,
    });
    repository.write('src/clients.js', pinned);
    repository.run('git', 'add', 'src/clients.js');
    repository.write('src/clients.js', mended);
    const refused = repository.try('git', 'commit', '--message', 'a change');
    expect(refused.output).toMatch(finding);
    expect(refused.status).not.toBe(0);
    expect(repository.read('src/clients.js')).toBe(mended);
    expect(repository.commits()).toBe(1);

    expect(repository.commit('src/clients.js')).toMatchObject({ status: 0 });
    expect(repository.commits()).toBe(2);
  });

  it('lets an unrelated commit and an ignored file pass', () => {
    repository.write('README.md', 'us-east-1\n');
    expect(repository.commit('README.md')).toMatchObject({ status: 0 });
    repository.write('vendor/clients.js', pinned);
    const ignored = repository.commit('vendor/clients.js');
    expect(ignored.output).not.toMatch(/File ignored/i);
    expect(ignored.status).toBe(0);
  });
});

describe('husky alone', () => {
  it('gets the lines of the plain hook, before its own', () => {
    repository.write('package.json', '{ "private": true, "devDependencies": { "husky": "9.1.7" } }\n');
    repository.run(process.execPath, husky);
    repository.write('.husky/pre-commit', 'test ! -e broken\n');
    repository.init('--hook', '--yes');
    expect(repository.read('.husky/pre-commit')).toMatch(/# multi-region: end\ntest ! -e broken\n$/);

    repository.write('src/clients.js', pinned);
    const refused = repository.commit('src/clients.js');
    expect(refused.output).toMatch(finding);
    expect(refused.status).not.toBe(0);
    repository.write('src/clients.js', mended);
    repository.write('broken', '');
    expect(repository.commit('src/clients.js').status).not.toBe(0);
    repository.run('git', 'clean', '--quiet', '--force', 'broken');
    expect(repository.commit('src/clients.js')).toMatchObject({ status: 0 });

    repository.write('vendor/clients.js', pinned);
    expect(repository.commit('vendor/clients.js')).toMatchObject({ status: 0 });
  });

  it('has to be started first', () => {
    repository.write('package.json', '{ "private": true, "devDependencies": { "husky": "9.1.7" } }\n');
    expect(() => repository.init('--hook', '--yes')).toThrow("start husky with 'husky init'");
  });
});
