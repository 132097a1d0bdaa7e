import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The project's folder. Holds for these sources and for their bundles in `test/vscode/out`, which lie equally deep. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** What is kept between runs; git ignores it. */
export const cacheFolder = path.join(root, '.cache');

/** A new folder for one run; the caller removes it with `removeFolder`. */
export function createTemporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'multi-region-'));
}

/** Removes a folder that processes may still be writing into for a moment. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
