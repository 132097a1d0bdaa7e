import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openResultCache } from './result-cache.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-cache-'));
  file = join(folder, 'deep/results');
  const cache = openResultCache(file, '1');
  cache.set('a', '{"x":"a b"}');
  cache.set('b', '[]');
  expect(cache.save()).toBeUndefined();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('openResultCache', () => {
  it('gives what was saved', () => {
    const cache = openResultCache(file, '1');
    expect(cache.get('a')).toBe('{"x":"a b"}');
    expect(cache.get('b')).toBe('[]');
    expect(cache.get('c')).toBeUndefined();
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results']);
  });

  it('writes nothing when nothing is new', () => {
    const { mtimeMs } = statSync(file);
    const cache = openResultCache(file, '1');
    cache.get('a');
    cache.save();
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  it('takes nothing from another version', () => {
    expect(openResultCache(file, '2').get('a')).toBeUndefined();
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
    const cache = openResultCache(file, '1');
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', '1');
    expect(cache.save()).toBeUndefined();
    expect(openResultCache(file, '1').get('a')).toBe('1');
  });

  it('drops what was used longest ago when it grows too large', () => {
    const cache = openResultCache(file, '1');
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let index = 0; index < 15; index++) cache.set(`large-${index}`, megabyte);
    cache.get('a');
    cache.set('last', megabyte);
    cache.save();
    expect(statSync(file).size).toBeLessThan(16.1 * 1024 * 1024);
    const next = openResultCache(file, '1');
    expect(next.get('b')).toBeUndefined();
    expect(next.get('large-0')).toBeUndefined();
    expect(next.get('a')).toBeDefined();
    expect(next.get('last')).toBeDefined();
  });

  it('says why it cannot be written, and leaves nothing behind', () => {
    const inFile = openResultCache(join(file, 'below'), '1');
    inFile.set('a', '1');
    expect(inFile.save()?.message).toMatch(/ENOTDIR|EEXIST/u);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results']);
  });
});
