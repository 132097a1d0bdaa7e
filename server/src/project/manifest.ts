import { join } from 'node:path';
import { listDependencies } from './dependencies.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

/** What a package.json says, as far as it matters here. */
export interface Manifest {
  name: string | undefined;
  /** Whether others install it: it says what is packed or exported, and is not private. */
  isPublished: boolean;
  /** What is packed, as `files` says; undefined where it does not say. */
  files: readonly string[] | undefined;
  isModule: boolean;
  /** What the code may import: `dependencies`, `peerDependencies`, `optionalDependencies`. */
  dependencies: ReadonlySet<string>;
  /** All that it declares, with what is there for development only. */
  packages: ReadonlySet<string>;
  /** Whether it names packages below it that belong to it. */
  hasWorkspaces: boolean;
  /** `prettier`, as it stands there. */
  prettier: unknown;
}

/** @returns undefined where there is no package.json, or none that can be read */
export function readManifest(folder: string, files: WorkspaceFiles): Manifest | undefined {
  const text = files.read(join(folder, 'package.json'));
  if (text === undefined) return undefined;
  const manifest = parseRecord(text);
  if (!manifest) return undefined;
  const dependencies = listDependencies(manifest, [
    'dependencies',
    'peerDependencies',
    'optionalDependencies',
  ]);
  const { name, files: packed } = manifest;
  // `cdk init` gives an app a `bin` that nobody installs.
  const isApp = files.list(folder).some((each) => each === 'cdk.json');
  const published = ['exports', 'files', 'publishConfig', ...(isApp ? [] : ['bin'])];
  return {
    name: typeof name === 'string' ? name : undefined,
    isPublished:
      manifest.private !== true &&
      (published.some((key) => manifest[key] !== undefined) ||
        (manifest.main !== undefined &&
          manifest.repository !== undefined &&
          Array.isArray(manifest.keywords) &&
          manifest.keywords.length > 0)),
    files: Array.isArray(packed) ? packed.filter((each) => typeof each === 'string') : undefined,
    isModule: manifest.type === 'module',
    dependencies: new Set(dependencies),
    packages: new Set([...dependencies, ...listDependencies(manifest, ['devDependencies'])]),
    hasWorkspaces: manifest.workspaces !== undefined,
    prettier: manifest.prettier,
  };
}

/** Parses JSON that should be an object; undefined when it is not. */
export function parseRecord(text: string): Record<string, unknown> | undefined {
  try {
    return asRecord(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch {
    return undefined;
  }
}

export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
