import { isTestPath } from 'eslint-plugin-multi-region/facts';
import { join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { AddedVariable } from '../region-module/target.ts';

/** A test file that may have to know of a fix. */
export interface AffectedTest {
  /** Absolute. */
  path: string;
  /** The variables that it sets or deletes, of those that config reads now. */
  sets: readonly string[];
  /** The regions that it names, of those that are the defaults of config now. */
  names: readonly string[];
}

/**
 * Finds the tests that set or delete a variable that config reads, or that name its default.
 *
 * @param root absolute
 * @param paths relative to `root`, with `/`
 */
export function findTests(
  root: string,
  paths: readonly string[],
  variables: readonly AddedVariable[],
  files: Pick<WorkspaceFiles, 'read'>,
): AffectedTest[] {
  if (variables.length === 0) return [];
  const names = [...new Set(variables.map(({ name }) => name))];
  const regions = [...new Set(variables.map(({ region }) => region))];
  return paths.filter(isTestPath).flatMap((path) => {
    const text = files.read(join(root, path)) ?? '';
    const sets = names.filter((name) => setsVariable(text, name));
    const named = regions.filter((region) => text.includes(region));
    return sets.length + named.length > 0 ? [{ path: join(root, path), sets, names: named }] : [];
  });
}

/** `process.env.X = …`, `delete process.env.X`, `vi.stubEnv('X', …)`, `{ X: 'eu-west-1' }`. */
function setsVariable(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  return new RegExp(
    `\\benv(?:\\.${name}\\b|\\[['"]${name}['"]\\])\\s*(?:=(?!=)|\\?\\?=|\\|\\|=)|\\bdelete [\\w.]*env(?:\\.${name}\\b|\\[['"]${name}['"]\\])|\\(['"]${name}['"],|\\b${name}['"]?:`,
    'u',
  ).test(text);
}
