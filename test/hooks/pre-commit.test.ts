import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, mended, pinned, Repository } from './repository.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;
let repository: Repository;
/** A repository that offers this project's hooks, as GitHub would. */
let offer: Repository;

beforeEach(() => {
  repository = new Repository();
  offer = new Repository();
});

afterEach(() => {
  repository.remove();
  offer.remove();
});

/** The configurations that docs/users/hooks.md shows, with a repository that is here instead of GitHub. */
const configs = {
  'the hook of this repository': () => {
    offer.write('.pre-commit-hooks.yaml', readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(offer.commit('.pre-commit-hooks.yaml')).toMatchObject({ status: 0 });
    const rev = offer.run('git', 'rev-parse', 'HEAD').trim();
    return blockOfTheDocs('repo: https:')
      .replace(/repo: .*/, `repo: '${offer.folder}'`)
      .replace(/rev: .*/, `rev: ${rev}`);
  },
  'a local hook': () => blockOfTheDocs('repo: local'),
};

// Not in npm: on Debian and Ubuntu, `apt-get install pre-commit`; .ci/run does that.
describe.runIf(isInstalled).each(Object.entries(configs))(
  'the program pre-commit, with %s',
  (_, createConfig) => {
    beforeEach(() => {
      repository.write('.pre-commit-config.yaml', createConfig());
      repository.run('pre-commit', 'install');
    });

    it('refuses a hard-coded region, and nothing else', () => {
      expect(repository.commit('.pre-commit-config.yaml', 'eslint.config.mjs')).toMatchObject({ status: 0 });
      repository.write('src/clients.js', pinned);
      repository.run('git', 'add', 'src/clients.js');
      // It takes what is staged, too.
      repository.write('src/clients.js', mended);
      const refused = repository.try('git', 'commit', '--message', 'a change');
      expect(refused.output).toMatch(finding);
      expect(refused.status).not.toBe(0);
      expect(repository.commits()).toBe(1);
      expect(repository.commit('src/clients.js')).toMatchObject({ status: 0 });

      repository.write('README.md', 'us-east-1\n');
      expect(repository.commit('README.md')).toMatchObject({ status: 0 });

      repository.write('vendor/clients.js', pinned);
      const ignored = repository.commit('vendor/clients.js');
      expect(ignored.output).toMatch(/multi-region\W+Passed/);
      expect(ignored.output).not.toMatch(/File ignored/i);
      expect(ignored.status).toBe(0);
      expect(repository.commits()).toBe(4);
    });
  },
);

it('init prints the local hook of the docs', () => {
  repository.write('.pre-commit-config.yaml', 'repos: []\n');
  let output = '';
  try {
    repository.init('--hook', '--yes');
  } catch (error) {
    output = (error as Error).message;
  }
  const printed = [...output.matchAll(/^ {4}(.*)$/gm)].map((match) => match[1]).join('\n');
  const indented = printed.replaceAll(/^/gm, '  ');
  expect(`repos:\n${indented}\n`).toBe(blockOfTheDocs('repo: local'));
});

/** The YAML block of docs/users/hooks.md that holds some text. */
function blockOfTheDocs(text: string): string {
  const docs = readFileSync(join(root, 'docs/users/hooks.md'), 'utf8');
  const blocks = [...docs.matchAll(/^```yaml\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');
  const block = blocks.find((each) => each.includes(text));
  if (block === undefined) throw new Error(`docs/users/hooks.md has no yaml block with '${text}'.`);
  return block;
}
