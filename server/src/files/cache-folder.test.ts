import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCacheFolder } from './cache-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-cache-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('findCacheFolder', () => {
  it('takes the nearest node_modules, above too', () => {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'packages/a'), { recursive: true });
    const cache = join(folder, 'node_modules/.cache/multi-region');
    expect(findCacheFolder(folder)).toBe(cache);
    expect(findCacheFolder(join(folder, 'packages/a'))).toBe(cache);
  });

  it('does not leave the repository', () => {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    const cache = findCacheFolder(join(folder, 'repository'));
    expect(cache.startsWith(folder)).toBe(false);
    expect(cache).toMatch(/multi-region$/u);
  });
});
