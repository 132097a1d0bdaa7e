import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCacheFolder } from './cache-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-cache-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

describe('findCacheFolder', () => {
  it('is never in the folder that is worked on', () => {
    mkdirSync(join(folder, 'node_modules'));
    expect(findCacheFolder(folder)).not.toContain(folder);
    expect(findCacheFolder(folder)).toMatch(/multi-region[\\/][0-9a-f]{16}$/u);
  });

  it('is one for each folder, whatever links lead to it', () => {
    mkdirSync(join(folder, 'a'));
    mkdirSync(join(folder, 'b'));
    symlinkSync('a', join(folder, 'link'));
    expect(findCacheFolder(join(folder, 'link'))).toBe(findCacheFolder(join(folder, 'a')));
    expect(findCacheFolder(join(folder, 'b'))).not.toBe(findCacheFolder(join(folder, 'a')));
  });

  it.runIf(process.platform === 'linux').each(['', 'relative', './x'])(
    'takes no path from the environment that is not absolute: %j',
    (path) => {
      vi.stubEnv('XDG_CACHE_HOME', path);
      vi.stubEnv('HOME', folder);
      expect(findCacheFolder(folder)).toContain(join(folder, '.cache', 'multi-region'));
    },
  );
});
