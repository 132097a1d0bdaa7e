import { basename, dirname, extname, join } from 'node:path';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import { createLayoutFinder } from '../../project/package-layout.ts';
import { readStyle } from '../../project/style.ts';
import { renderFailoverModule } from './failover-client/render.ts';
import type { FileEdit } from '../../lint/file-edit.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';

export const wrapperName = 'withRegionFailover';

/** The module that exports `withRegionFailover`, beside the config module. */
export interface FailoverModule {
  /** Absolute. */
  path: string;
  /** What creates it; undefined where it is there. */
  creation: FileEdit | undefined;
}

/**
 * Finds the failover module of a package, or writes it.
 *
 * @param file one that is going to use it, for how the project writes its code
 */
export function openFailoverModule(
  file: LintedFile,
  { path: configPath, format }: ConfigTarget,
  context: ProjectContext,
): FailoverModule {
  const { files, root } = context;
  const folder = dirname(configPath);
  const existing = files
    .list(folder)
    .filter(isFailoverName)
    .map((name) => join(folder, name))
    .find((each) => files.read(each)?.includes(wrapperName));
  if (existing !== undefined) return { path: existing, creation: undefined };
  const path = join(folder, `region-failover${extname(configPath)}`);
  const layout = createLayoutFinder(context)(file.path);
  const style = readStyle(file.path, file.text, layout, root, files);
  const text = renderFailoverModule({ ...format, ...style });
  return {
    path,
    creation: {
      path,
      before: undefined,
      edits: [{ range: [0, 0], text }],
      label: `Create ${wrapperName}`,
    },
  };
}

/** Whether a file may be one that exports `withRegionFailover`, by its name. */
export function isFailoverName(path: string): boolean {
  const name = basename(path);
  return /^[\w.-]*failover[\w.-]*\.[cm]?[jt]sx?$/iu.test(name) && !/\.(?:test|spec|d)\./u.test(name);
}
