import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one attack, with a file that is there only if something of the attacker was run. */
export interface Canary {
  /** Absolute, without links. */
  folder: string;
  /** A folder in it that is still empty: the repository of the attacker. */
  root: string;
  /** A shell command that gives the attack away. */
  command: string;
  hasRun(): boolean;
  remove(): void;
}

export function createCanary(): Canary {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-attack-')));
  const file = join(folder, 'PWNED');
  const root = join(folder, 'repo');
  mkdirSync(root);
  return {
    folder,
    root,
    command: `touch ${file}`,
    hasRun: () => existsSync(file),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
