import { basename, dirname, join, resolve } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from './package-layout.ts';
import { isWithin } from './paths.ts';
import { findProjectFile, readProjectFile } from './project-files.ts';
import { isRecord } from './is-record.ts';

/**
 * Finds the folder that a file is compiled, packed and deployed with: what lies beside it may be missing where the code
 * runs, or move the compiler's output.
 *
 * @param sourcePath absolute
 * @returns absolute, the innermost of those that `rootDir` and `include` of tsconfig.json, `files` of package.json and the
 *   `COPY` lines of a Dockerfile name; undefined where they name none
 */
export function findShippedFolder(
  sourcePath: string,
  { packageFolder, manifest }: PackageLayout,
  files: WorkspaceFiles,
): string | undefined {
  const named = [
    ...(/\.[cm]?tsx?$/u.test(sourcePath) ? readCompilerFolders(sourcePath, packageFolder, files) : []),
    ...(manifest.isPublished
      ? [(manifest.files ?? []).map((each) => resolve(packageFolder, stem(each)))]
      : []),
    ...readDockerfiles(packageFolder, files),
  ];
  const folders = named
    .map((group) => chooseFolder(group, sourcePath))
    .filter((folder) => folder !== undefined)
    .filter((folder) => isWithin(folder, packageFolder) && folder !== packageFolder);
  return folders.reduce<string | undefined>(
    (innermost, folder) => (folder.length > (innermost?.length ?? 0) ? folder : innermost),
    undefined,
  );
}

/** Where several folders go together, all files of the package are to find the same module. */
const usual = /[/\\](?:src|lib|app|server|shared|common)$/u;

/** Programs that describe infrastructure: what they read is read where they run, and not by the code that they deploy. */
export const infrastructureFolder = /^(?:cdk|deploy|deployment|iac|infra|infrastructure|ops|pulumi)$/u;

function chooseFolder(group: readonly string[], sourcePath: string): string | undefined {
  const own = group.find((folder) => isWithin(sourcePath, folder));
  if (own === undefined || usual.test(own) || infrastructureFolder.test(basename(own))) return own;
  return group.find((folder) => usual.test(folder)) ?? own;
}

function readCompilerFolders(sourcePath: string, root: string, files: WorkspaceFiles): string[][] {
  const config = findProjectFile(sourcePath, ['tsconfig.json'], { files, root });
  if (!config) return [];
  const build = readProjectFile(join(config.folder, 'tsconfig.build.json'), files);
  return [config, build].flatMap((each) => {
    if (!each) return [];
    const options = isRecord(each.content.compilerOptions) ? each.content.compilerOptions : {};
    const { rootDir } = options;
    const { include } = each.content;
    const globs = Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : [];
    return [
      typeof rootDir === 'string' ? [resolve(each.folder, rootDir)] : [],
      globs.map((glob) => resolve(each.folder, stem(glob))),
    ];
  });
}

/** The folder that a glob begins with: `src` of `src/**\/*.ts`. */
function stem(glob: string): string {
  const [fixed = ''] = glob.split('*');
  if (fixed === glob) return /\.[cm]?[jt]sx?$/u.test(glob) ? dirname(glob) : glob;
  return fixed.endsWith('/') || fixed === '' ? fixed || '.' : dirname(fixed);
}

/** The folders that each Dockerfile copies one by one; none where it copies all. */
function readDockerfiles(packageFolder: string, files: WorkspaceFiles): string[][] {
  return files
    .list(packageFolder)
    .filter((name) => /^(?:Dockerfile(?:\.[\w-]+)?|[\w-]+\.Dockerfile)$/u.test(name))
    .map((name) => {
      const text = files.read(join(packageFolder, name)) ?? '';
      const copied = Array.from(
        text.matchAll(/^[ \t]*(?:COPY|ADD)[ \t]+(?!--from)(\S[^\n]*)$/gmu),
        ([, rest = '']) =>
          rest
            .replace(/--\w+=\S+[ \t]+/gu, '')
            .split(/[ \t]+/u)
            .slice(0, -1),
      ).flat();
      const isAll = copied.some((each) => /^\.?\/?$|^\*/u.test(each));
      return isAll ? [] : copied.map((each) => resolve(packageFolder, stem(each)));
    });
}
