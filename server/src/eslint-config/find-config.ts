import { dirname, join } from 'node:path';
import { listNames } from '../files/folders.ts';

/** In the order in which ESLint looks for them. */
export const configNames: readonly string[] = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
  (extension) => `eslint.config.${extension}`,
);

/** Finds the ESLint config of files. */
export interface ConfigFinder {
  /**
   * @param folder absolute; need not exist
   * @returns the nearest config, in the folder or above it; absolute
   */
  find(folder: string): string | undefined;
}

/** Makes a finder that looks at each folder once. */
export function createConfigFinder(): ConfigFinder {
  const known = new Map<string, string | undefined>();

  function find(folder: string): string | undefined {
    if (known.has(folder)) return known.get(folder);
    const parent = dirname(folder);
    const found = findIn(folder) ?? (parent === folder ? undefined : find(parent));
    known.set(folder, found);
    return found;
  }
  return { find };
}

function findIn(folder: string): string | undefined {
  // In a folder that does not exist yet, or may not be read, ESLint sees none either.
  const names = new Set(listNames(folder));
  const name = configNames.find((each) => names.has(each));
  return name === undefined ? undefined : join(folder, name);
}
