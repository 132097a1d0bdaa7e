import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createProject } from './samples.ts';
import type { ScratchRepository } from '../support/scratch-repository.ts';

const neovim = process.env.NVIM_PATH ?? 'nvim';

/** @returns `[0, 11]`; undefined when Neovim is not there */
function findVersion(): [number, number] | undefined {
  const { stdout } = spawnSync(neovim, ['--version'], { encoding: 'utf8' }) as { stdout: string | null };
  const [, major, minor] = /^NVIM v(\d+)\.(\d+)/u.exec(stdout ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

/** The set-up that docs/users/editors.md shows for a version. */
function readSetUp([major, minor]: [number, number]): string {
  const page = readFileSync(join(import.meta.dirname, '../../docs/users/editors.md'), 'utf8');
  const [modern, older, ...others] = Array.from(
    page.matchAll(/^```lua\n(.*?)^```$/gmsu),
    ([, code = '']) => code,
  );
  expect(others).toEqual([]);
  return (major > 0 || minor >= 11 ? modern : older) ?? '';
}

const version = findVersion();

// In CI it is installed, so that it is never skipped there.
describe.skipIf(version === undefined && process.env.CI === undefined)(
  'the documented set-up for Neovim',
  () => {
    let project: ScratchRepository;
    let home: string;
    beforeEach(() => {
      // Old versions of Neovim create files, but not the folders they are in.
      project = createProject({ 'src/config/.gitkeep': '' });
      home = mkdtempSync(join(tmpdir(), 'multi-region-neovim-'));
      // As `npm install --global` does.
      symlinkSync(join(import.meta.dirname, '../../server/bin/multi-region.js'), join(home, 'multi-region'));
    });
    afterEach(() => {
      project.remove();
      rmSync(home, { recursive: true, force: true });
    });

    it('shows findings, and applies a code action that creates a file', () => {
      if (!version) throw new Error('Neovim is missing; in CI it has to be installed.');
      const init = join(home, 'init.lua');
      writeFileSync(init, `${readSetUp(version)}\nvim.g.wanted_title = 'Move '\n`);
      const check = join(import.meta.dirname, 'neovim/check.lua');
      const output = execFileSync(
        neovim,
        [
          '--headless',
          '-n',
          '-i',
          'NONE',
          '-u',
          init,
          '-c',
          'filetype on',
          '-c',
          `edit src/a.ts`,
          '-c',
          `luafile ${check}`,
        ],
        {
          cwd: project.root,
          encoding: 'utf8',
          timeout: 100_000,
          env: {
            ...process.env,
            PATH: `${home}${delimiter}${process.env.PATH ?? ''}`,
            ...{
              HOME: home,
              XDG_CONFIG_HOME: home,
              XDG_DATA_HOME: home,
              XDG_STATE_HOME: home,
              XDG_CACHE_HOME: home,
            },
          },
        },
      );
      const seen = JSON.parse(output.trim().split('\n').at(-1) ?? '') as {
        failed?: string;
        diagnostics: { line: number; source: string }[];
        actions: string[];
      };
      expect(seen.failed).toBeUndefined();
      expect(seen.diagnostics).toHaveLength(2);
      expect(seen.diagnostics[0]).toMatchObject({ line: 1, source: 'multi-region' });
      expect(seen.actions).toContain("Move 'us-east-1' to src/config/regions.ts");
      expect(readFileSync(join(project.root, 'src/a.ts'), 'utf8')).toContain('regions.primary');
      expect(existsSync(join(project.root, 'src/config/regions.ts'))).toBe(true);
    }, 120_000);
  },
);
