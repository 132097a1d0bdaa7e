import ignore from 'ignore';
import { join } from 'node:path';
import { findText } from '../files/read-text.ts';
import { isRecord } from './is-record.ts';

/**
 * Reads where a workspace has its packages: `workspaces` of package.json (npm, Yarn, Bun), pnpm-workspace.yaml,
 * lerna.json.
 *
 * @param folder absolute
 * @param names the files in it
 * @param manifest its package.json
 * @param read reads a file
 * @returns globs of folders, relative to `folder`; empty where no workspace is declared
 */
export function readWorkspaceGlobs(
  folder: string,
  names: readonly string[],
  manifest: Record<string, unknown> = {},
  read: (path: string) => string | undefined = findText,
): string[] {
  const { workspaces } = manifest;
  const globs = strings(isRecord(workspaces) ? workspaces.packages : workspaces);
  if (names.includes('pnpm-workspace.yaml'))
    globs.push(...readPnpm(read(join(folder, 'pnpm-workspace.yaml')) ?? ''));
  if (names.includes('lerna.json')) globs.push(...readLerna(read(join(folder, 'lerna.json')) ?? ''));
  return globs;
}

/**
 * @param globs such as `packages/*`, `apps/**`, `!apps/old`
 * @returns whether a folder, relative as the globs are, is meant by them
 */
export function createGlobTest(globs: readonly string[]): (folder: string) => boolean {
  // The globs of .gitignore files, read from their folder.
  const rules = ignore().add(
    globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)?/u, '$1/').replace(/\/(?:\*\*)?$/u, '')),
  );
  return (folder) => folder !== '' && rules.ignores(`${folder}/`);
}

/** The list under `packages:`; this much of YAML is all that is in use there. */
function readPnpm(text: string): string[] {
  const [, list = ''] = /^packages:[^\n]*\n((?:[ \t]*(?:-[^\n]*|#[^\n]*)?\r?\n)*)/mu.exec(`${text}\n`) ?? [];
  return Array.from(list.matchAll(/^[ \t]*-[ \t]*['"]?([^'"\s#]+)/gmu), ([, glob = '']) => glob);
}

function readLerna(text: string): string[] {
  try {
    const config: unknown = JSON.parse(text);
    return isRecord(config) ? strings(config.packages) : [];
  } catch {
    return [];
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
