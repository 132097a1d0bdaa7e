import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskFiles, overlay, remember } from './workspace-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-files-'));
const at = (name: string) => join(folder, name);
writeFileSync(at('a.ts'), '\uFEFFä');
writeFileSync(at('latin1.ts'), Buffer.from([0xe4]));
writeFileSync(at('binary.ts'), Buffer.from([0x61, 0]));
mkdirSync(at('below'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the files of a disk', () => {
  const files = createDiskFiles();

  it('are read as they are', () => {
    expect(files.read(at('a.ts'))).toBe('\uFEFFä');
  });

  it.each(['latin1.ts', 'binary.ts', 'below', 'nothing.ts'])('are not text: %s', (name) => {
    expect(files.read(at(name))).toBeUndefined();
  });

  it('are listed without folders', () => {
    expect(files.list(folder)).toEqual(['a.ts', 'binary.ts', 'latin1.ts']);
    expect(files.list(at('nothing'))).toEqual([]);
  });
});

it('an open document stands in for its file', () => {
  const files = overlay(
    createDiskFiles(),
    new Map([
      [at('a.ts'), 'open'],
      [at('new.ts'), 'new'],
    ]),
  );
  expect(files.read(at('a.ts'))).toBe('open');
  expect(files.list(folder)).toEqual(['a.ts', 'binary.ts', 'latin1.ts', 'new.ts']);
});

it('what was read once is remembered', () => {
  const documents = new Map([['/a', '1']]);
  const files = remember(overlay(createDiskFiles(), documents));
  expect(files.read('/a')).toBe('1');
  documents.set('/a', '2');
  expect(files.read('/a')).toBe('1');
});

it('what is remembered for one request knows the files that outlive it', () => {
  const files = createDiskFiles();
  expect(remember(remember(files)).origin).toBe(files);
});
