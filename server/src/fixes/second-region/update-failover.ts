import { createHash } from 'node:crypto';
import { dirname, extname, join } from 'node:path';
import type { WorkspaceFiles } from '../../files/workspace-files.ts';
import type { FileEdit } from '../../lint/file-edit.ts';
import { createLayoutFinder } from '../../project/package-layout.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { readStyle } from '../../project/style.ts';
import { typescriptSource } from './failover-client/region-failover.generated.ts';
import { renderFailoverModule } from './failover-client/render.ts';
import { isFailoverName, wrapperName } from './failover-module.ts';

/** A module with `withRegionFailover` of which there is a newer version. */
export interface OldFailover {
  /** Absolute. */
  path: string;
  version: number;
  /** Whether the project has changed it since it was written, so that a newer one would undo that. */
  isChanged: boolean;
}

/** The version of `withRegionFailover` that is written today. */
export const failoverVersion = readVersion(typescriptSource) ?? 0;

/** What versions of the past were, in TypeScript, and in JavaScript with `export` and with `module.exports`. */
const digests: Readonly<Record<number, readonly string[]>> = {
  1: [
    'f16a200dec1924baf652cf2cdea1c10586a23630acc759bc810de9d1abb94334',
    '1a58a7643297642ecbeda7db5e271d79e8964f393732312c18ce4284d28b265c',
    '18c14cef1e3d3cadd208b826c09af0b368825531bf60b130771ed3318e222a23',
  ],
};

/** @returns undefined where a file is as new as it can be, or was not written by us */
export function findOldFailover(path: string, text: string): OldFailover | undefined {
  const version = isFailoverName(path) ? readVersion(text) : undefined;
  if (version === undefined || version >= failoverVersion) return undefined;
  return { path, version, isChanged: digests[version]?.includes(digest(text)) !== true };
}

/** The same for the module that a file imports `withRegionFailover` from, by a relative path. */
export function findImportedFailover(
  path: string,
  text: string,
  files: WorkspaceFiles,
): OldFailover | undefined {
  for (const [, specifier = ''] of text.matchAll(
    /\b(?:from|require\(|import\()\s*['"](\.[^'"\n]*failover[^'"\n]*)['"]/giu,
  )) {
    const wanted = join(dirname(path), specifier);
    // TypeScript names the JavaScript file that will be there.
    const stem = wanted.replace(/\.[cm]?[jt]sx?$/u, '');
    const found = files
      .list(dirname(wanted))
      .map((name) => join(dirname(wanted), name))
      .find((each) => isFailoverName(each) && each.slice(0, -extname(each).length) === stem);
    const old = found === undefined ? undefined : findOldFailover(found, files.read(found) ?? '');
    if (old) return old;
  }
  return undefined;
}

/** Replaces a module with `withRegionFailover` by the version of today, in the style of the file. */
export function updateFailover({ path, version }: OldFailover, context: ProjectContext): FileEdit {
  const { files, root } = context;
  const text = files.read(path) ?? '';
  const layout = createLayoutFinder(context)(path);
  const module = /^module\.exports\b/mu.test(text) ? 'cjs' : 'esm';
  const language = /\.[cm]?tsx?$/u.test(path) ? 'ts' : 'js';
  const newest = renderFailoverModule({ language, module, ...readStyle(path, text, layout, root, files) });
  const label = `Update ${wrapperName} from version ${version} to ${failoverVersion}`;
  return { path, before: text, edits: [{ range: [0, text.length], text: newest }], label };
}

/** The version in the header; the first one had none. */
function readVersion(text: string): number | undefined {
  const [, first, later] =
    /^\uFEFF?\/\/ Written by Multi-Region(?:(\. It is yours now)|: region-failover, version (\d+))/u.exec(
      text,
    ) ?? [];
  if (later !== undefined) return Number(later);
  return first !== undefined && text.includes(wrapperName) ? 1 : undefined;
}

/** Of a text without what a project's style decides. */
function digest(text: string): string {
  const plain = text.replaceAll(/[\s;\uFEFF]/gu, '').replaceAll('"', "'");
  return createHash('sha256').update(plain).digest('hex');
}
