import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGlobTest, readWorkspaceGlobs } from './workspaces.ts';

describe('readWorkspaceGlobs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'multi-region-workspaces-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads package.json', () => {
    expect(readWorkspaceGlobs(folder, [], { workspaces: ['packages/*', 3] })).toEqual(['packages/*']);
    expect(readWorkspaceGlobs(folder, [], { workspaces: { packages: ['apps/*'] } })).toEqual(['apps/*']);
    expect(readWorkspaceGlobs(folder, [], {})).toEqual([]);
  });

  it('reads pnpm-workspace.yaml', () => {
    const text = `packages:\n  # all\n  - 'packages/**' # with theirs\n\n- "apps/*"\n  - "!apps/old"\ncatalog:\n  - x\n`;
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), text);
    expect(readWorkspaceGlobs(folder, ['pnpm-workspace.yaml'])).toEqual([
      'packages/**',
      'apps/*',
      '!apps/old',
    ]);
  });

  it('reads lerna.json, and takes a broken one for empty', () => {
    writeFileSync(join(folder, 'lerna.json'), '{ "packages": ["libs/*"] }');
    expect(readWorkspaceGlobs(folder, ['lerna.json'])).toEqual(['libs/*']);
    writeFileSync(join(folder, 'lerna.json'), '{');
    expect(readWorkspaceGlobs(folder, ['lerna.json'])).toEqual([]);
  });
});

it.each([
  [['packages/*'], 'packages/a', true],
  [['./packages/*'], 'packages/a', true],
  [['packages/**'], 'packages/a/b', true],
  [['packages/a'], 'packages/a', true],
  [['packages/a/'], 'packages/a', true],
  [['packages/*'], 'examples/packages/a', false],
  [['packages/*', '!packages/old'], 'packages/old', false],
  [['packages/*'], '', false],
])('createGlobTest: %s with %s is %s', (globs, folder, wanted) => {
  expect(createGlobTest(globs)(folder)).toBe(wanted);
});
