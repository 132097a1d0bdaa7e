import { basename, dirname, join } from 'node:path';
import { getProjectPath, isConfigModule } from 'eslint-plugin-multi-region/facts';
import { createOxc, type Oxc } from '../parse/oxc.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { FileEdit } from '../lint/file-edit.ts';
import type { ProjectContext } from '../project/project-context.ts';
import { createEnvironmentFiles } from './environment-files.ts';
import { hasEnvironmentTypes } from './environment-types.ts';
import { findExistingModule, type ExistingModule } from './existing-module.ts';
import { openExpressionTarget } from './expression-target.ts';
import { createLayoutFinder, type PackageLayout } from '../project/package-layout.ts';
import { chooseFormat, readCompilerSettings, readSourceFormat } from '../project/module-format.ts';
import { openTarget, type TargetPlan, type TargetTools } from './open-target.ts';
import { listFoldersAbove, showPath } from '../project/paths.ts';
import { findModuleLocation } from './find-module-location.ts';
import type { ModuleForm } from './render-module.ts';
import { findRuntime, hasDirective } from '../project/runtime.ts';
import { readStyle } from '../project/style.ts';
import type { ConfigTarget, ConfigTargets } from './target.ts';

export type { ConfigEntry, ConfigTarget, ConfigTargets, EntryRequest } from './target.ts';

const parsers = new WeakMap<WorkspaceFiles, Oxc>();

/** A parser takes longer to start than to read a config module, so all requests that look at the same files share one. */
function parserOf(files: WorkspaceFiles): Oxc {
  const origin = files.origin ?? files;
  const parser = parsers.get(origin) ?? createOxc();
  parsers.set(origin, parser);
  return parser;
}

/** Finds and makes the modules that the regions of one plan move to. */
export function createConfigTargets(context: ProjectContext): ConfigTargets {
  const { files, root } = context;
  const getOxc = () => parserOf(files);
  const environment = createEnvironmentFiles(root, files);
  const tools: TargetTools = { context, environment, getOxc };
  const findLayout = createLayoutFinder(context);
  const targets = new Map<string, ConfigTarget>();

  return {
    open(sourcePath) {
      const layout = findLayout(sourcePath);
      const { regions } = context.getSettings(sourcePath);
      const { expression } = regions;
      if (expression !== undefined) {
        const key = `${layout.packageFolder}\0${expression}`;
        return keep(key, () =>
          openExpressionTarget({ ...regions, expression }, layout.packageFolder, environment),
        );
      }
      const plan = planTarget(sourcePath, layout, tools);
      if ('refused' in plan) return refuse(plan.path, plan.refused);
      return keep(plan.path, () => openTarget(plan, tools));
    },
    getVariables: () => [...targets.values()].flatMap((target) => target.getVariables()),
    getEdits() {
      const edits = [...targets.values()].flatMap((target) => target.getEdits());
      return [...new Map(edits.map((edit): [string, FileEdit] => [edit.path, edit])).values()];
    },
  };

  function keep(key: string, open: () => ConfigTarget): ConfigTarget {
    const target = targets.get(key) ?? open();
    targets.set(key, target);
    return target;
  }
}

/** One target by itself: see `createConfigTargets` for several in one plan. */
export function openConfigTarget(sourcePath: string, context: ProjectContext): ConfigTarget {
  return createConfigTargets(context).open(sourcePath);
}

function planTarget(
  sourcePath: string,
  layout: PackageLayout,
  { context, environment, getOxc }: TargetTools,
): TargetPlan | { path: string; refused: string } {
  const { files, root } = context;
  const settings = context.getSettings(sourcePath);
  const text = files.read(sourcePath) ?? '';
  const runtime = findRuntime(sourcePath, text, layout, settings.regions.kind, files);
  const source = readSourceFormat(sourcePath, text, layout, runtime, files);
  const place = findModuleLocation(sourcePath, layout, runtime, settings.regions, files);
  const chosen = chooseFormat(sourcePath, source, layout, files);
  const usual = join(place.folder, place.name + chosen.extension);
  const existing = findExistingModule(usual, place, source, runtime, files, getOxc);
  if (existing && 'refused' in existing) {
    return { path: existing.path, refused: `${showPath(existing.path, root)} ${existing.refused}` };
  }

  const path = existing?.path ?? usual;
  if (layout.refused !== undefined) return { path, refused: layout.refused };
  const kind = existing
    ? kindOf(existing, settings.regions.kind)
    : runtime.name === 'none'
      ? 'module'
      : settings.regions.kind;
  if (!existing && files.list(dirname(path)).includes(basename(path))) {
    return { path, refused: `${showPath(path, root)} exports no object that regions can be added to.` };
  }
  // The globs are relative to the folder of the ESLint config, which may be any of those above.
  const isConfig = listFoldersAbove(path, root).some((folder) =>
    isConfigModule(getProjectPath(path, folder), settings.configModules),
  );
  if (!existing && !isConfig) {
    const shown = showPath(path, root);
    return {
      path,
      refused: `Add '${shown}' to settings['multi-region'].configModules: else the regions in it are reported.`,
    };
  }
  const form: ModuleForm = {
    kind,
    ...(existing?.format ?? { language: chosen.language, module: chosen.module }),
    runtime,
    style: readStyle(
      existing?.path ?? sourcePath,
      existing ? (files.read(existing.path) ?? '') : text,
      layout,
      root,
      files,
    ),
    hasEnvironmentTypes: hasEnvironmentTypes(text, layout, runtime, root, files),
    usesBrackets: /"noPropertyAccessFromIndexSignature"\s*:\s*true/u.test(
      readCompilerSettings(layout, files) ?? '',
    ),
    isStrictScript: chosen.module === 'cjs' && hasDirective(text, 'use strict'),
    // Nobody else's start is to depend on a variable.
    missing: layout.manifest.isPublished ? 'default' : settings.regions.missing,
    loadsDotenv: runtime.name === 'node' && layout.manifest.dependencies.has('dotenv'),
    example: environment.nameExample(layout.packageFolder),
  };
  return { path, exists: existing !== undefined, layout, form, isPublished: layout.manifest.isPublished };
}

/** A module goes on as it began. */
function kindOf({ table: { entries } }: ExistingModule, kind: 'env' | 'module'): 'env' | 'module' {
  if (entries.length === 0) return kind;
  return entries.filter(({ isLiteral }) => isLiteral).length * 2 > entries.length ? 'module' : 'env';
}

/** A target that takes nothing. */
function refuse(path: string, refused: string): ConfigTarget {
  return {
    path,
    exists: false,
    packageFolder: dirname(path),
    isPublished: false,
    format: { language: 'ts', module: 'esm' },
    kind: 'env',
    exportName: 'regions',
    exportKind: 'named',
    specifier: undefined,
    addEntry: () => ({ refused }),
    holdsLiterally: () => false,
    getVariables: () => [],
    getEdits: () => [],
  };
}
