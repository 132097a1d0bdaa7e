import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSourceFile } from './source-file.ts';
import { isMinified } from './text.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-source-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(content: Buffer | string): ReturnType<typeof readSourceFile> {
  const path = join(folder, 'a.ts');
  writeFileSync(path, content);
  return readSourceFile(path, { root: folder });
}

describe('readSourceFile', () => {
  it('reads text as it is', () => {
    const text = "\uFEFFlet a = 'us-east-1';\r\n";
    expect(read(text)).toEqual({ kind: 'source', text, bytes: Buffer.from(text) });
  });

  it.each([
    ['binary', Buffer.from('let a\0'), /binary/u],
    ['UTF-16 (little endian)', Buffer.from('\uFEFFlet a', 'utf16le'), /UTF-16.*Save it as UTF-8/u],
    ['UTF-16 (big endian)', Buffer.from([0xfe, 0xff, 0, 65]), /UTF-16/u],
    ['larger than 1 MB', 'x'.repeat(1024 * 1024 + 1), /1\.0 MB is more than the limit of 1 MB/u],
  ])('skips what is %s, and says so', (_what, content, message) => {
    expect(read(content)).toEqual({
      kind: 'skipped',
      message: expect.stringMatching(message) as string,
    });
  });

  it.each(['dist/app.js', '.yarn/releases/yarn.cjs', 'test/data.ts', 'events/order.json', 'app.gen.ts'])(
    'says nothing of %s, which is left out whatever its size',
    (name) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
      expect(readSourceFile(path, { root: folder })).toEqual({ kind: 'irrelevant' });
    },
  );

  it('reads a file of exactly 1 MB', () => {
    const lines = "f('us-east-1');\n".repeat(65_536);
    expect(read(lines + ' '.repeat(1024 * 1024 - lines.length))).toMatchObject({ kind: 'source' });
  });

  it('ignores folders, links to folders, and pipes, for which it would wait', () => {
    mkdirSync(join(folder, 'a.ts'));
    symlinkSync('.', join(folder, 'b.ts'));
    execFileSync('mkfifo', [join(folder, 'c.ts')]);
    for (const name of ['a.ts', 'b.ts', 'c.ts']) {
      expect(readSourceFile(join(folder, name), { root: folder })).toEqual({ kind: 'irrelevant' });
    }
  });

  it('has nothing to say of what does not concern regions', () => {
    expect(read('let a = 1;\n')).toEqual({ kind: 'irrelevant' });
  });

  it('follows a link in the folder, and none out of it', () => {
    const outside = mkdtempSync(join(tmpdir(), 'multi-region-outside-'));
    try {
      for (const home of [folder, outside]) writeFileSync(join(home, 'target.ts'), "f('us-east-1');");
      symlinkSync('target.ts', join(folder, 'inside.ts'));
      symlinkSync(join(outside, 'target.ts'), join(folder, 'outside.ts'));
      expect(readSourceFile(join(folder, 'inside.ts'), { root: folder })).toMatchObject({ kind: 'source' });
      expect(readSourceFile(join(folder, 'outside.ts'), { root: folder })).toMatchObject({
        kind: 'skipped',
        message: expect.stringContaining('outside of the folder') as string,
      });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('says what is wrong with a link', () => {
    symlinkSync('nowhere.ts', join(folder, 'dangling.ts'));
    symlinkSync('loop.ts', join(folder, 'loop.ts'));
    expect(readSourceFile(join(folder, 'dangling.ts'), { root: folder })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('broken link') as string,
    });
    expect(readSourceFile(join(folder, 'loop.ts'), { root: folder })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('leads back to itself') as string,
    });
  });
});

describe('isMinified', () => {
  it('goes by the mean length of the lines', () => {
    expect(isMinified('x'.repeat(6000))).toBe(true);
    expect(isMinified(`${'x'.repeat(100)}\n`.repeat(600))).toBe(false);
    expect(isMinified('x'.repeat(4000))).toBe(false);
  });
});
