import { join, relative, sep } from 'node:path';
import type { ProjectContext } from './project-context.ts';
import { findProjectFile } from './project-files.ts';
import { isRecord } from './is-record.ts';
import { readImportOptions } from './tsconfig.ts';

/** A name that stands for a path of the project: `@/*` for `src/*`. */
export interface Alias {
  /** What specifiers begin with: `@/`. */
  prefix: string;
  suffix: string;
  /** Whether there is a star between the two. */
  isPattern: boolean;
  /** Absolute, in the order in which they are tried; with a star where the alias has one. */
  targets: readonly string[];
}

/** The aliases that a file can import by: `paths` of tsconfig.json, `imports` of package.json. */
export function listAliases(sourcePath: string, context: Pick<ProjectContext, 'files' | 'root'>): Alias[] {
  const paths = readImportOptions(sourcePath, context)?.paths;
  const manifest = findProjectFile(sourcePath, ['package.json'], context);
  const imports = manifest?.content.imports;
  return [
    ...(manifest && isRecord(imports) ? toAliases(imports, manifest.folder) : []),
    ...(paths ? toAliases(paths.patterns, paths.base) : []),
  ];
}

function toAliases(patterns: Readonly<Record<string, unknown>>, base: string): Alias[] {
  return Object.entries(patterns)
    .filter(([key]) => key !== '*')
    .map(([key, value]): Alias => {
      const [prefix = '', suffix] = key.split('*');
      return {
        prefix,
        suffix: suffix ?? '',
        isPattern: suffix !== undefined,
        targets: listStrings(value).map((target) => join(base, target)),
      };
    });
}

/** The targets in conditions (`{ node: './a.js', default: './b.js' }`) and lists. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(listStrings);
  return isRecord(value) ? Object.values(value).flatMap(listStrings) : [];
}

/** Whether a specifier is written with an alias. */
export function isWrittenWith({ prefix, suffix, isPattern }: Alias, specifier: string): boolean {
  return isPattern
    ? specifier.startsWith(prefix) && specifier.endsWith(suffix) && specifier.length > prefix.length
    : specifier === prefix;
}

/**
 * How an alias calls a file.
 *
 * @param path absolute: the file
 * @param toName gives the file's name the ending that imports have here
 * @returns undefined where the alias does not lead there
 */
export function applyAlias(
  { prefix, suffix, isPattern, targets }: Alias,
  path: string,
  toName: (path: string) => string,
): string | undefined {
  for (const target of targets) {
    for (const place of [target, toSource(target)]) {
      const [start = '', end] = place.split('*');
      if (!isPattern || end === undefined) {
        if (isSameModule(place, path)) return prefix + suffix;
        continue;
      }
      if (!path.startsWith(start)) continue;
      const rest = path.slice(start.length).split(sep).join('/');
      const stem = rest.replace(/\.[cm]?[jt]sx?$/u, '');
      // `#lib/*.js`: the ending is part of the alias.
      const name = end === '' ? toName(rest) : stem;
      const isMatch = end === '' || /^\.[cm]?[jt]sx?$/u.test(end);
      if (isMatch) return `${prefix}${name}${suffix}`;
    }
  }
  return undefined;
}

/** What is built into `dist` lies in `src`. */
function toSource(target: string): string {
  return target.replace(/([/\\])(?:dist|build|lib|out)([/\\])/u, '$1src$2');
}

function isSameModule(a: string, b: string): boolean {
  const stem = (path: string) => path.replace(/\.[cm]?[jt]sx?$/u, '');
  return relative(stem(a), stem(b)) === '';
}
