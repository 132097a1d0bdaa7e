import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discoverFiles } from './discover.ts';
import type { Notice } from './notice.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'multi-region-discover-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(...paths: string[]): void {
  for (const path of paths) writeText(path, '');
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe' });
}

/** The same with git and without: what git knows is read from its files where git may not be run. */
async function discover(folder = root): Promise<{ files: string[]; notices: Notice[] }> {
  const notices: Notice[] = [];
  const files = await discoverFiles(folder, (notice) => notices.push(notice), { usesGit: true });
  expect(await discoverFiles(folder, () => undefined)).toEqual(files);
  return { files, notices };
}

describe('discoverFiles', () => {
  it('takes the extensions of JavaScript and TypeScript, without declarations', async () => {
    write('a.js', 'b.jsx', 'c.mjs', 'd.cjs', 'e.ts', 'f.tsx', 'g.mts', 'h.cts');
    write('i.d.ts', 'j.d.mts', 'k.json', 'l.css', 'ts', 'm.ts.txt');
    expect((await discover()).files.join(' ')).toBe('a.js b.jsx c.mjs d.cjs e.ts f.tsx g.mts h.cts');
  });

  describe('without git', () => {
    it('honours a .gitignore in each folder, the innermost last', async () => {
      write(
        'a.ts',
        'dist/a.ts',
        'src/a.ts',
        'src/gen/a.ts',
        'src/gen/keep.ts',
        'src/deep/dist/a.ts',
        'other/only.ts',
      );
      writeText('.gitignore', '# built\ndist/\n/other/*.ts\n');
      writeText('src/gen/.gitignore', '*\n!keep.ts\n');
      writeText('src/deep/.gitignore', '!dist/\n');
      expect((await discover()).files).toEqual(['a.ts', 'src/a.ts', 'src/deep/dist/a.ts', 'src/gen/keep.ts']);
    });

    it('leaves node_modules out, wherever it is', async () => {
      write('a.ts', 'node_modules/x/index.js', 'packages/y/node_modules/z/index.js', 'packages/y/b.ts');
      expect((await discover()).files).toEqual(['a.ts', 'packages/y/b.ts']);
    });

    it('follows links to files only, so that none leads in circles', async () => {
      write('src/a.ts');
      symlinkSync('a.ts', join(root, 'src/link.ts'));
      symlinkSync('..', join(root, 'src/loop'));
      symlinkSync('..', join(root, 'src/loop.ts'));
      const { files, notices } = await discover();
      expect(files).toEqual(['src/a.ts', 'src/link.ts', 'src/loop.ts']);
      expect(notices).toEqual([]);
    });

    it('reports a .gitignore that cannot be read, and goes on', async () => {
      write('src/a.ts', 'src/.gitignore/x');
      const { files, notices } = await discover();
      expect(files).toEqual(['src/a.ts']);
      expect(notices).toMatchObject([{ kind: 'failed', path: join(root, 'src/.gitignore') }]);
    });

    it('uses git for the repositories in a folder of repositories', async () => {
      write('loose.ts', 'repo/a.ts', 'repo/ignored.ts');
      execFileSync('git', ['init', '-q', join(root, 'repo')]);
      writeText('repo/.git/info/exclude', 'ignored.ts\n'); // what only git knows
      expect((await discover()).files).toEqual(['loose.ts', 'repo/a.ts']);
    });
  });

  describe('with git', () => {
    beforeEach(() => {
      git('init', '-q', '.');
    });

    it('takes tracked and new files, not the ignored or deleted ones', async () => {
      write('tracked.ts', 'forced.ts', 'deleted.ts', 'node_modules/x/index.js');
      git('add', '-f', '.');
      git('commit', '-qm', 'start');
      writeText('.gitignore', 'forced.ts\nignored.ts\n');
      write('new.ts', 'ignored.ts', 'with space é.ts', 'packages/node_modules/y.js');
      rmSync(join(root, 'deleted.ts'));
      expect((await discover()).files).toEqual(['forced.ts', 'new.ts', 'tracked.ts', 'with space é.ts']);
    });

    it('lists a file in a merge conflict once', async () => {
      writeText('a.ts', '1');
      git('add', '.');
      git('commit', '-qm', 'one');
      git('checkout', '-qb', 'other');
      writeText('a.ts', '2');
      git('commit', '-qam', 'two');
      git('checkout', '-q', '-');
      writeText('a.ts', '3');
      git('commit', '-qam', 'three');
      expect(() => {
        git('merge', 'other');
      }).toThrow();
      expect((await discover()).files).toEqual(['a.ts']);
    });

    it('goes into clones and submodules, but not into submodules that are not there', async () => {
      write('a.ts', 'clone/b.ts');
      execFileSync('git', ['init', '-q', join(root, 'clone')]);
      git('add', 'a.ts');
      git('commit', '-qm', 'start');
      git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},empty.ts`);
      mkdirSync(join(root, 'empty.ts'));
      const { files, notices } = await discover();
      expect(files).toEqual(['a.ts', 'clone/b.ts']);
      expect(notices).toEqual([]);
    });

    it('looks at a folder that git ignores when it is asked for', async () => {
      writeText('.gitignore', 'build/\n');
      write('a.ts', 'build/b.ts');
      expect((await discover()).files).toEqual(['a.ts']);
      expect((await discover(join(root, 'build'))).files).toEqual(['b.ts']);
    });

    it('takes the audited folder only, and names its files from there', async () => {
      write('a.ts', 'packages/x/src/b.ts');
      expect((await discover(join(root, 'packages/x'))).files).toEqual(['src/b.ts']);
    });

    it('runs no program that the repository configures', async () => {
      write('a.ts');
      git('config', 'core.fsmonitor', `touch ${join(root, 'ran')}; false`);
      await discover();
      const { files } = await discover();
      expect(files).toEqual(['a.ts']);
      expect(() => execFileSync('ls', [join(root, 'ran')], { stdio: 'pipe' })).toThrow();
    });

    it('walks where git does not work', async () => {
      write('a.ts');
      writeText('.git/HEAD', 'broken');
      expect((await discover()).files).toEqual(['a.ts']);
    });

    it('does not ask the repository of a git hook that it runs in', async () => {
      write('packages/x/b.ts', 'packages/x/excluded.ts');
      writeText('.git/info/exclude', 'excluded.ts\n'); // what only git knows
      process.env.GIT_DIR = '.git';
      try {
        expect((await discover(join(root, 'packages'))).files).toEqual(['x/b.ts']);
      } finally {
        delete process.env.GIT_DIR;
      }
    });
  });
});

it('stops within a large tree when it is told to meanwhile', async () => {
  write(...Array.from({ length: 250 }, (_, index) => `packages/p${index}/a.ts`));
  const controller = new AbortController();
  setImmediate(() => {
    controller.abort(new Error('enough'));
  });
  await expect(discoverFiles(root, () => undefined, { signal: controller.signal })).rejects.toThrow('enough');
});
