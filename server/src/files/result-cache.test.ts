import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openResultCache, type CacheOptions } from './result-cache.ts';

let folder: string;
let file: string;
const secret = Buffer.alloc(32, 1);

function open(options: Partial<CacheOptions> = {}) {
  return openResultCache({ file, version: '1', secret, ...options });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-cache-'));
  file = join(folder, 'deep/results');
  const cache = open();
  cache.set('a', '{"x":"a b"}');
  cache.set('b', '[]');
  expect(cache.save()).toBeUndefined();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('openResultCache', () => {
  it('gives what was saved', () => {
    const cache = open();
    expect(cache.get('a')).toBe('{"x":"a b"}');
    expect(cache.get('b')).toBe('[]');
    expect(cache.get('c')).toBeUndefined();
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results']);
  });

  it('writes nothing when nothing is new', () => {
    const { mtimeMs } = statSync(file);
    const cache = open();
    cache.get('a');
    cache.save();
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  it('takes nothing that was signed with another secret', () => {
    expect(open({ secret: Buffer.alloc(32, 2) }).get('a')).toBeUndefined();
  });

  it('is for the user alone', () => {
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    chmodSync(join(folder, 'deep'), 0o777);
    const cache = open();
    cache.set('c', '1');
    expect(cache.save()?.message).toContain('others may write');
  });

  it('takes nothing from another version', () => {
    expect(open({ version: '2' }).get('a')).toBeUndefined();
  });

  it.each([
    [
      'cut off',
      () => {
        writeFileSync(file, readFileSync(file).subarray(0, -3));
      },
    ],
    [
      'changed',
      () => {
        writeFileSync(file, readFileSync(file, 'utf8').replace('a b', 'a c'));
      },
    ],
    [
      'longer',
      () => {
        appendFileSync(file, 'c 1\n');
      },
    ],
    [
      'empty',
      () => {
        writeFileSync(file, '');
      },
    ],
    [
      'binary',
      () => {
        writeFileSync(file, Buffer.alloc(4096, 0xff));
      },
    ],
    [
      'missing',
      () => {
        rmSync(file);
      },
    ],
  ])('counts as empty when the file is %s, and is written anew', (_what, damage) => {
    damage();
    const cache = open();
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', '1');
    expect(cache.save()).toBeUndefined();
    expect(open().get('a')).toBe('1');
  });

  it('drops what was used longest ago when it grows too large', () => {
    const cache = open();
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let index = 0; index < 15; index++) cache.set(`large-${index}`, megabyte);
    cache.get('a');
    cache.set('last', megabyte);
    cache.save();
    expect(statSync(file).size).toBeLessThan(16.1 * 1024 * 1024);
    const next = open();
    expect(next.get('b')).toBeUndefined();
    expect(next.get('large-0')).toBeUndefined();
    expect(next.get('a')).toBeDefined();
    expect(next.get('last')).toBeDefined();
  });

  it('says why it cannot be written, and leaves nothing behind', () => {
    const inFile = open({ file: join(file, 'below') });
    inFile.set('a', '1');
    expect(inFile.save()?.message).toMatch(/ENOTDIR|EEXIST/u);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results']);
  });
});
