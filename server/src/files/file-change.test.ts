import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { applyChange, formatDiff } from './file-change.ts';
import { FileError } from './file-error.ts';
import { readText } from './read-text.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'change-'));
  path = join(folder, 'eslint.config.js');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a change', () => {
  it('makes a file, with the folders above it', () => {
    applyChange({ path: join(folder, 'a/b/c'), before: undefined, after: 'new' }, folder);
    expect(readFileSync(join(folder, 'a/b/c'), 'utf8')).toBe('new');
  });

  it.each([
    ['was edited', 'old', 'edited meanwhile'],
    ['appeared', undefined, 'edited meanwhile'],
    ['is gone', 'old', undefined],
  ])('is not written over a file that %s', (_, before, now) => {
    if (now !== undefined) writeFileSync(path, now);
    expect(() => {
      applyChange({ path, before, after: 'new' }, folder);
    }).toThrow('was changed meanwhile');
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(
      now === undefined ? [] : [now],
    );
  });

  it('leaves nothing behind when it cannot be written', () => {
    writeFileSync(path, 'old');
    // A folder in the place of a leftover.
    const leftover = `.eslint.config.js.${2 ** 30}.tmp`;
    mkdirSync(join(folder, leftover));
    expect(() => {
      applyChange({ path, before: 'old', after: 'new' }, folder);
    }).toThrow(FileError);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual([leftover, 'eslint.config.js']);
  });

  it('removes the folders that it made when the file cannot be written', () => {
    const name = 'x'.repeat(250); // its temporary name is too long
    expect(() => {
      applyChange({ path: join(folder, 'a/b', name), before: undefined, after: 'new' }, folder);
    }).toThrow(FileError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not written over what was changed while it was written', async () => {
    writeFileSync(path, 'old');
    // Waits for the temporary file, and changes the file then.
    const meanwhile = new Worker(
      `const { readdirSync, writeFileSync } = require('node:fs');
       const { workerData: { folder, path }, parentPort } = require('node:worker_threads');
       parentPort.postMessage('ready');
       while (!readdirSync(folder).some((name) => name.endsWith('.tmp'))) {}
       writeFileSync(path, 'edited meanwhile');`,
      { eval: true, workerData: { folder, path } },
    );
    await once(meanwhile, 'message');
    expect(() => {
      applyChange({ path, before: 'old', after: 'new'.repeat(50_000_000) }, folder);
    }).toThrow('was changed meanwhile');
    await once(meanwhile, 'exit');
    expect(readFileSync(path, 'utf8')).toBe('edited meanwhile');
    expect(readdirSync(folder)).toEqual(['eslint.config.js']);
  });
});

describe.runIf(process.platform !== 'win32')('a file', () => {
  it('keeps its mode, and stays a link', () => {
    const target = join(folder, 'target.js');
    writeFileSync(target, 'old');
    chmodSync(target, 0o640);
    symlinkSync('target.js', path);
    applyChange({ path, before: 'old', after: 'new' }, folder);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });

  it('is left alone when it is read-only', () => {
    writeFileSync(path, 'old');
    chmodSync(path, 0o444);
    expect(() => {
      applyChange({ path, before: 'old', after: 'new' }, folder);
    }).toThrow(`${path} is read-only`);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

describe('what a killed process left behind', () => {
  const nobody = 2 ** 30; // no system gives out such numbers

  it('goes when the file is written', () => {
    for (const id of [nobody, process.pid, `${nobody}-0123456789abcdef`]) {
      writeFileSync(`${folder}/.eslint.config.js.${id}.tmp`, 'ha');
    }
    applyChange({ path, before: undefined, after: 'new' }, folder);
    expect(readdirSync(folder)).toEqual(['eslint.config.js']);
  });

  it('stays when the process is at work, or the name is of something else', () => {
    const others = [
      `.eslint.config.js.${process.ppid}.tmp`,
      `.eslint.config.js.x.tmp`,
      `.eslint.config.mjs.${nobody}.tmp`,
    ];
    for (const name of others) writeFileSync(join(folder, name), '');
    applyChange({ path, before: undefined, after: 'new' }, folder);
    expect(readdirSync(folder)).toEqual([...others, 'eslint.config.js'].sort());
  });
});

describe('a diff', () => {
  it('shows a new file, an edited one, and a missing line break at the end', () => {
    expect(formatDiff({ before: undefined, after: 'a\n' }, 'x.js')).toBe(
      '--- /dev/null\n+++ x.js\n@@ -0,0 +1,1 @@\n+a\n',
    );
    expect(formatDiff({ before: 'a\nb', after: 'a\nc\n' }, 'x.js')).toBe(
      '--- x.js\n+++ x.js\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n',
    );
  });
});

describe('a text', () => {
  it('keeps its byte order mark', () => {
    writeFileSync(path, '\uFEFFa');
    expect(readText(path)).toBe('\uFEFFa');
  });

  it('is refused when it is not UTF-8, or not there', () => {
    writeFileSync(path, Buffer.from([0xe9]));
    expect(() => readText(path)).toThrow(`${path} is not UTF-8`);
    expect(() => readText(join(folder, 'none'))).toThrow('Cannot be read');
  });
});
