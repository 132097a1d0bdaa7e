import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder in the temporary folder, with git when it is wanted. */
export interface ScratchRepository {
  /** Absolute, without links. */
  root: string;
  /** Creates files, and the folders they are in. */
  write(files: Record<string, string>): void;
  /** Runs git in it, whatever the configuration of this machine says; returns what it prints. */
  git(...args: string[]): string;
  /** Adds all that there is, and commits it. */
  commit(): void;
  remove(): void;
}

export function createScratchRepository(): ScratchRepository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-scratch-')));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    root,
    git,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--no-verify', '--message', 'test');
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
