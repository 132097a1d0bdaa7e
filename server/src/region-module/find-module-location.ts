import { basename, join } from 'node:path';
import type { Settings } from 'eslint-plugin-multi-region/facts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from '../project/package-layout.ts';
import { isWithin, showPath } from '../project/paths.ts';
import { findShippedFolder, infrastructureFolder } from '../project/shipped-folder.ts';
import type { Runtime } from '../project/runtime.ts';

const inSource = [
  'src/config',
  'src/configs',
  'src/lib/config',
  'src/shared/config',
  'src/common/config',
  'src/app/config',
  'src/settings',
];
const atTop = ['config', 'configs', 'lib/config', 'app/config', 'server/config', 'settings'];
/** Folders in which a single file may be the config. */
const sourceFolders = ['src', 'src/lib', 'lib', 'app', '.'];

const codeFile = /(?<!\.d|\.test|\.spec)\.[cm]?[jt]s$/u;
const regionFile = /^regions?(?:\.(?:browser|server))?\.[cm]?[jt]s$/u;
const configFile = /^(?:regions?|config|index|settings|env|environment|aws|cloud|gcp|azure)\.[cm]?[jt]s$/u;
const singleConfigFile = /^(?:regions?|config|settings)\.[cm]?[jt]s$/u;

/** Where the config of a package is looked for, and where it is put. */
export interface ModuleLocation {
  /** Absolute paths of modules that may hold regions, likeliest first. */
  candidates: string[];
  /** Whether one of the candidates has to be taken, because the settings name it. */
  isNamed: boolean;
  /** Absolute: the folder of a new module. */
  folder: string;
  /** The name of a new module, without its extension. */
  name: string;
}

/** Looks for the place where a project keeps its config. */
export function findModuleLocation(
  sourcePath: string,
  layout: PackageLayout,
  runtime: Runtime,
  { folder, file }: Settings['regions'],
  files: WorkspaceFiles,
): ModuleLocation {
  const name = `${file?.replace(codeFile, '') ?? 'regions'}${runtime.suffix}`;
  const isOwn = (each: string) => codeFile.test(each) && each.replace(codeFile, '') === name;
  const listFiles = (place: string, test: (name: string) => boolean) =>
    files
      .list(join(layout.folder, place))
      .filter((each) => codeFile.test(each) && test(each))
      .map((each) => join(layout.folder, place, each));

  if (folder !== undefined) {
    return {
      candidates: listFiles(folder, isOwn).filter((path) => path !== sourcePath),
      isNamed: true,
      folder: join(layout.folder, folder),
      name,
    };
  }

  const shipped = findShippedFolder(sourcePath, layout, files) ?? findInfrastructure(sourcePath, layout);
  const base = shipped !== undefined && isWithin(shipped, layout.folder) ? shipped : undefined;
  const isInBase = (path: string) => base === undefined || isWithin(path, base);
  const isInSource = isWithin(sourcePath, join(layout.folder, 'src'));
  // What lies outside of `src` is often not compiled together with it.
  const configFolders = isInSource ? inSource : [...atTop, ...inSource];
  const used = configFolders.find((each) => listFiles(each, () => true).some(isInBase));
  const hasSource = isInSource || files.list(join(layout.folder, 'src')).length > 0;
  const rest = isInSource ? sourceFolders.filter((each) => each.startsWith('src')) : sourceFolders;
  const candidates = [
    ...[...configFolders, ...rest].flatMap((each) => listFiles(each, isOwn)),
    ...(file === undefined
      ? [
          ...[...configFolders, ...rest].flatMap((each) =>
            listFiles(each, (found) => regionFile.test(found)),
          ),
          ...configFolders.flatMap((each) => listFiles(each, (found) => configFile.test(found))),
          ...rest.flatMap((each) => listFiles(each, (found) => singleConfigFile.test(found))),
        ]
      : []),
  ];
  const own =
    base === undefined
      ? []
      : listModules(join(base, 'config'), files).filter((path) => isOwn(basename(path)));
  return {
    candidates: [...new Set([...own, ...candidates])].filter((path) => path !== sourcePath && isInBase(path)),
    isNamed: false,
    folder:
      used === undefined && base !== undefined
        ? join(base, 'config')
        : join(layout.folder, used ?? (hasSource ? 'src/config' : 'config')),
    name,
  };
}

function listModules(folder: string, files: WorkspaceFiles): string[] {
  return files
    .list(folder)
    .filter((name) => codeFile.test(name))
    .map((name) => join(folder, name));
}

/** The folder of a program that describes infrastructure, beside the code that it deploys. */
function findInfrastructure(sourcePath: string, layout: PackageLayout): string | undefined {
  const [first = ''] = showPath(sourcePath, layout.folder).split('/');
  return infrastructureFolder.test(first) ? join(layout.folder, first) : undefined;
}
