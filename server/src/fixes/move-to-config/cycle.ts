import { dirname, join } from 'node:path';
import { scanSpecifiers } from '../../parse/specifiers.ts';
import type { WorkspaceFiles } from '../../files/workspace-files.ts';
import { isWrittenWith, type Alias } from '../../project/aliases.ts';

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const most = 500;

/**
 * Lists the files that a module of the project imports, with what those import, by relative paths and aliases.
 *
 * @param path absolute: the module
 */
export function listImported(path: string, aliases: readonly Alias[], files: WorkspaceFiles): Set<string> {
  const found = new Set<string>();
  const left = [path];
  for (let next = left.pop(); next !== undefined && found.size < most; next = left.pop()) {
    for (const specifier of scanSpecifiers(files.read(next) ?? '')) {
      const file = resolve(next, specifier, aliases, files);
      if (file === undefined || found.has(file)) continue;
      found.add(file);
      left.push(file);
    }
  }
  return found;
}

function resolve(
  from: string,
  specifier: string,
  aliases: readonly Alias[],
  files: WorkspaceFiles,
): string | undefined {
  const targets = specifier.startsWith('.')
    ? [join(dirname(from), specifier)]
    : aliases
        .filter((alias) => isWrittenWith(alias, specifier))
        .flatMap(({ prefix, suffix, targets: places }) => {
          const middle = specifier.slice(prefix.length, specifier.length - suffix.length);
          return places.map((place) => place.replace('*', middle));
        });
  for (const target of targets) {
    const stem = target.replace(/\.[cm]?jsx?$/u, '');
    const candidates = [target, stem].flatMap((each) => endings.map((ending) => each + ending));
    const file = [...candidates, ...endings.map((ending) => join(target, `index${ending}`))].find(
      (candidate) => isFile(candidate, files),
    );
    if (file !== undefined) return file;
  }
  return undefined;
}

function isFile(path: string, files: WorkspaceFiles): boolean {
  return /\.[cm]?[jt]sx?$/u.test(path) && files.read(path) !== undefined;
}
