import { join } from 'node:path';
import { exists } from '../files/folders.ts';

/** A package manager, by the name of its program. */
export type PackageManager = 'bun' | 'npm' | 'pnpm' | 'yarn';

const lockfiles: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * Finds the package manager of a project: its lockfile, or that of a folder above it. npm where there is none.
 *
 * @param folders the project's folder and those above it, nearest first
 * @param declared `packageManager` of its package.json, such as `pnpm@10.0.0`; it outweighs a lockfile
 */
export function detectPackageManager(folders: readonly string[], declared: unknown): PackageManager {
  const name = typeof declared === 'string' ? declared.split('@')[0] : undefined;
  const known = lockfiles.find(([, manager]) => manager === name);
  if (known) return known[1];
  for (const folder of folders) {
    const found = lockfiles.find(([file]) => exists(join(folder, file)));
    if (found) return found[1];
  }
  return 'npm';
}

/** The nearest folder with a lockfile: where most package managers put what they install. */
export function findLocked(folders: readonly string[]): string | undefined {
  return folders.find((folder) => lockfiles.some(([file]) => exists(join(folder, file))));
}

/**
 * The command that adds packages to a project for its development.
 *
 * @param folder the project's
 * @returns the program and its arguments
 */
export function installCommand(
  manager: PackageManager,
  folder: string,
  packages: readonly string[],
): [string, ...string[]] {
  switch (manager) {
    case 'npm':
      return ['npm', 'install', '--save-dev', ...packages];
    case 'pnpm': {
      // pnpm refuses the root of a workspace unless it is told that it is meant.
      const isRoot = exists(join(folder, 'pnpm-workspace.yaml'));
      return ['pnpm', 'add', '--save-dev', ...(isRoot ? ['--workspace-root'] : []), ...packages];
    }
    case 'yarn':
    case 'bun':
      return [manager, 'add', '--dev', ...packages];
  }
}
