import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { listUncommitted } from './uncommitted.ts';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'uncommitted-')));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function git(...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_DIR: undefined, GIT_INDEX_FILE: undefined };
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
}

describe('files with changes that are not committed', () => {
  it('are those that git lists below the folder', async () => {
    mkdirSync(join(root, 'app'));
    for (const name of ['same.ts', 'changed ü.ts', 'staged.ts', 'old.ts']) {
      writeFileSync(join(root, 'app', name), `${name}\n`.repeat(9));
    }
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'all');
    for (const name of ['app/changed ü.ts', 'app/staged.ts', 'app/new.ts', 'outside.ts']) {
      writeFileSync(join(root, name), 'changed');
    }
    git('add', 'app/staged.ts');
    git('mv', 'app/old.ts', 'app/renamed.ts');
    expect([...(await listUncommitted(join(root, 'app')))].sort()).toEqual(
      ['changed ü.ts', 'new.ts', 'renamed.ts', 'staged.ts'].map((name) => join(root, 'app', name)),
    );
  });

  it('are none outside of a repository', async () => {
    writeFileSync(join(root, 'a.ts'), '');
    expect(await listUncommitted(root)).toEqual(new Set());
  });
});
