import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, mended, pinned, Repository } from './repository.ts';
import { cli } from '../support/run-cli.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const hook = '.git/hooks/pre-commit';
let repository: Repository;

describe('the plain hook that init writes', () => {
  beforeEach(() => {
    repository = new Repository();
  });

  afterEach(() => {
    repository.remove();
  });

  it('refuses a hard-coded region, and nothing else', () => {
    repository.init('--hook', '--yes');
    repository.write('src/clients.js', pinned);
    const refused = repository.commit('src/clients.js');
    expect(refused.output).toMatch(finding);
    expect(refused.status).not.toBe(0);
    expect(repository.commits()).toBe(0);

    repository.run('git', 'rm', '--cached', '--quiet', 'src/clients.js');
    repository.write('README.md', 'us-east-1\n');
    expect(repository.commit('README.md')).toMatchObject({ status: 0 });

    repository.write('vendor/clients.js', pinned);
    const ignored = repository.commit('vendor/clients.js');
    expect(ignored.output).not.toMatch(/File ignored/i);
    expect(ignored.status).toBe(0);

    repository.write('src/clients.js', mended);
    expect(repository.commit('src/clients.js')).toMatchObject({ status: 0 });
    expect(repository.commits()).toBe(3);
  });

  it('is added to a hook that is there, which keeps its say', () => {
    const before = '#!/bin/sh -e\n# ours\necho "ours ran" >&2\nexec test ! -e broken\n';
    repository.write(hook, before, 0o755);
    repository.init('--hook', '--yes');
    const after = repository.read(hook);
    const start = after.indexOf('# multi-region: refuses');
    const end = after.indexOf('# multi-region: end\n') + '# multi-region: end\n'.length;
    expect(start).toBeGreaterThan(0);
    expect(after.slice(0, start) + after.slice(end)).toBe(before);
    expect(repository.init('--hook', '--yes')).toContain('There is nothing to do.');
    expect(repository.read(hook)).toBe(after);

    repository.write('src/clients.js', pinned);
    expect(repository.commit('src/clients.js').status).not.toBe(0);
    repository.write('src/clients.js', mended);
    repository.write('broken', '');
    expect(repository.commit('src/clients.js').status).not.toBe(0);
    expect(repository.commits()).toBe(0);
    repository.run('git', 'clean', '--quiet', '--force', 'broken');
    const passed = repository.commit('src/clients.js');
    expect(passed.output).toContain('ours ran');
    expect(passed.status).toBe(0);
  });

  it.runIf(process.platform !== 'win32')('does not wake up a hook that is switched off', () => {
    repository.write(hook, '#!/bin/sh\nexit 1\n', 0o644);
    const { status, output } = repository.try(process.execPath, ...initArgs());
    expect(status).toBe(1);
    expect(output).toContain('it is not executable');
    expect(repository.read(hook)).toBe('#!/bin/sh\nexit 1\n');
  });

  it('leaves alone a folder of hooks that other repositories share', () => {
    const shared = new Repository();
    try {
      repository.run('git', 'config', 'core.hooksPath', shared.folder);
      const { status, output } = repository.try(process.execPath, ...initArgs());
      expect(status).toBe(1);
      expect(output).toContain('core.hooksPath');
      expect(() => shared.read('pre-commit')).toThrow('ENOENT');
    } finally {
      shared.remove();
    }
  });
});

describe('the plain hook for a package below the top', () => {
  const home = "packages/the team's orders";

  beforeEach(() => {
    repository = new Repository(home);
    repository.init('--hook', '--yes', home);
  });

  afterEach(() => {
    repository.remove();
  });

  it('looks at the files of the package, with its config', () => {
    repository.write('tools/clients.js', pinned);
    expect(repository.commit('tools/clients.js')).toMatchObject({ status: 0 });

    repository.write(`${home}/src/clients.js`, pinned);
    const refused = repository.commit(home);
    expect(refused.output).toMatch(finding);
    expect(refused.status).not.toBe(0);
    repository.write(`${home}/src/clients.js`, mended);
    expect(repository.commit(home)).toMatchObject({ status: 0 });
    expect(repository.commits()).toBe(2);
  });
});

describe('the plain hook with the audit', () => {
  beforeEach(() => {
    repository = new Repository();
    expect(repository.commit('.gitignore')).toMatchObject({ status: 0 });
    repository.write(hook, hookOfTheDocs(), 0o755);
  });

  afterEach(() => {
    repository.remove();
  });

  it('refuses added lines that pin a region, and nothing else', () => {
    repository.write('src/clients.js', pinned);
    const refused = repository.commit('src/clients.js');
    expect(refused.output).toMatch(/clients\.js[^]*'us-east-1' pins this S3 client/);
    expect(refused.status).not.toBe(0);
    expect(repository.commits()).toBe(1);

    repository.run('git', 'commit', '--quiet', '--no-verify', '--message', 'old code');
    repository.write('README.md', 'us-east-1\n');
    expect(repository.commit('README.md')).toMatchObject({ status: 0 });
    repository.write('src/clients.js', `// Ours.\n${pinned}`);
    expect(repository.commit('src/clients.js')).toMatchObject({ status: 0 });
    // What git ignores is not looked at.
    repository.write('node_modules.js', pinned);
    repository.write('.gitignore', 'node_modules*\n');
    expect(repository.commit('.gitignore')).toMatchObject({ status: 0 });
    expect(repository.commits()).toBe(5);
  });
});

/** The block of docs/users/hooks.md that is a whole script. */
function hookOfTheDocs(): string {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/users/hooks.md'), 'utf8');
  const script = /^```sh\n(#!\/bin\/sh\n[^]*?)^```$/m.exec(docs)?.[1];
  if (script === undefined)
    throw new Error('docs/users/hooks.md has no ```sh block that starts with #!/bin/sh.');
  return script;
}

function initArgs(): string[] {
  return [cli, 'init', '--hook', '--yes'];
}
