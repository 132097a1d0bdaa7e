import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What others give us, and what we give on: nothing without its licence, nothing that can change under its name.

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it.each([
  'client/out/THIRD-PARTY-NOTICES.txt',
  'eslint-plugin/dist/THIRD-PARTY-NOTICES.txt',
  'server/dist/THIRD-PARTY-NOTICES.txt',
])('%s has a text for each licence', (path) => {
  const [, ...notices] = read(path).split(`\n${'-'.repeat(80)}\n`);
  expect(notices.length).toBeGreaterThan(0);
  for (const notice of notices) {
    const [name, ...text] = notice.trim().split('\n');
    expect(text.join(' ').trim().length, name).toBeGreaterThan(200);
  }
});

it('workflows use actions by the hash of a commit, and check out without leaving credentials', () => {
  const folder = '.github/workflows';
  for (const name of readdirSync(join(root, folder))) {
    const lines = read(`${folder}/${name}`).split('\n');
    for (const [index, line] of lines.entries()) {
      const action = /\buses:\s*(\S+)/u.exec(line)?.[1];
      if (action === undefined || action.startsWith('./')) continue;
      expect(action).toMatch(/@[\da-f]{40}$/u);
      if (action.startsWith('actions/checkout@'))
        expect(lines.slice(index, index + 4).join('\n')).toContain('persist-credentials: false');
    }
  }
  expect(existsSync(join(root, folder))).toBe(true);
});

it('the README does not send anybody to a name that is not ours yet', () => {
  // Goes when the packages are on npm.
  const text = read('README.md').replaceAll(/\s+/gu, ' ');
  expect(text).toContain('The packages are not on npm yet.');
});
