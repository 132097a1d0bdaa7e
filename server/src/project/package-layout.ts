import { dirname } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { ProjectContext } from './project-context.ts';
import { findDeployments, type Deployment } from './deployment.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { isWithin, listFoldersAbove, showPath } from './paths.ts';

/** The code that a file runs together with, and may share a config module with. */
export interface PackageLayout {
  /** Absolute: the folder of the package, or what is deployed of it. */
  folder: string;
  /** Absolute: the folder of the package. */
  packageFolder: string;
  /** Of the nearest package.json; that of an empty one, where there is none. */
  manifest: Manifest;
  /** Why a file of this code cannot import another one. */
  refused: string | undefined;
}

const noManifest: Manifest = {
  name: undefined,
  isPublished: false,
  files: undefined,
  isModule: false,
  dependencies: new Set(),
  packages: new Set(),
  hasWorkspaces: false,
  prettier: undefined,
};

/** Files that stand where a project begins, for those without a package.json. */
const projectFile =
  /^(?:package\.json|deno\.jsonc?|template\.ya?ml|serverless\.(?:ya?ml|ts|js)|cdk\.json|Pulumi\.ya?ml|.+\.tf)$/u;

/** Makes a function that finds where files belong; it remembers what it learned of a package. */
export function createLayoutFinder({ root, files }: ProjectContext): (sourcePath: string) => PackageLayout {
  const deployments = new Map<string, Deployment[]>();

  return (sourcePath) => {
    const folders = listFoldersAbove(sourcePath, root);
    const packageFolder =
      folders.find((folder) => files.list(folder).some((name) => projectFile.test(name))) ??
      folders.at(-1) ??
      root;
    const own = folders.slice(0, folders.indexOf(packageFolder) + 2);
    const key = own.at(-1) ?? packageFolder;
    const packed =
      deployments.get(`${packageFolder}\0${key}`) ??
      findDeployments([...new Set([packageFolder, key])], files);
    deployments.set(`${packageFolder}\0${key}`, packed);

    const single = packed.find(({ path }) => path === sourcePath);
    const folder = packed
      .map(({ path }) => path)
      .filter((path) => path !== sourcePath && isWithin(sourcePath, path) && isWithin(path, packageFolder))
      .reduce((deepest, path) => (path.length > deepest.length ? path : deepest), packageFolder);
    return {
      folder,
      packageFolder,
      manifest: findManifest(folder, files),
      refused:
        single &&
        `${showPath(sourcePath, root)} is deployed as a single file (${showPath(single.declaredIn, root)}), so it cannot import a config module.`,
    };
  };
}

/** Above the root, too: a folder of a package may be all that is open, and Node.js looks there as well. */
function findManifest(folder: string, files: WorkspaceFiles): Manifest {
  for (let current = folder; ; current = dirname(current)) {
    const manifest = readManifest(current, files);
    if (manifest) return manifest;
    if (current === dirname(current)) return noManifest;
  }
}
