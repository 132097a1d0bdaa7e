import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutput } from './write-output.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-report-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('writeOutput', () => {
  it('creates a file or replaces it, and leaves nothing else', () => {
    const file = join(folder, 'report.json');
    writeOutput(file, 'one');
    writeOutput(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('writes through a link instead of replacing it', () => {
    writeFileSync(join(folder, 'real'), '');
    symlinkSync('real', join(folder, 'link'));
    writeOutput(join(folder, 'link'), 'x');
    expect(readlinkSync(join(folder, 'link'))).toBe('real');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('x');
  });

  it('leaves the old file and no temporary one when it fails', () => {
    mkdirSync(join(folder, 'taken/by a folder'), { recursive: true });
    expect(() => {
      writeOutput(join(folder, 'taken'), 'x');
    }).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('writes into a device and keeps it one', () => {
    const device = join(folder, 'device');
    try {
      execFileSync('mknod', [device, 'c', '1', '3'], { stdio: 'pipe' });
    } catch {
      return; // only root may make one
    }
    writeOutput(device, 'x');
    expect(readdirSync(folder)).toEqual(['device']);
    expect(readFileSync(device, 'utf8')).toBe('');
  });
});
