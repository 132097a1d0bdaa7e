import { dirname, join, relative, sep } from 'node:path';
import { findRepository, type Repository } from './git/find-repository.ts';
import { readIndex } from './git/read-index.ts';
import { findRealPath } from './folders.ts';
import { createIgnoreRules, type IgnoreRules } from './ignore-rules.ts';
import { findText } from './read-text.ts';

/** What a walk through a folder takes and leaves, as git would have it. Paths are relative to the root of the walk, with `/`. */
export interface WalkScope {
  isIncluded(path: string): boolean;
  /**
   * @param folder with `/` at its end
   * @returns the scope in there; undefined when there is nothing to take
   */
  enter(folder: string): WalkScope | undefined;
  /**
   * Adds a folder's own .gitignore.
   *
   * @param folder with `/` at its end; '' for the root
   * @param content the text of its .gitignore
   */
  extend(folder: string, content: string): WalkScope;
}

/**
 * Opens the scope of a folder, from its repository where it is in one: what git tracks is included whatever is ignored.
 * git is not run.
 *
 * @param folder absolute
 * @param path of the folder, relative to the root of the walk, with `/` at its end; '' for the root
 * @param limit is given the text of each file of rules above the folder, and its path relative to the root
 */
export function openWalkScope(
  folder: string,
  path: string,
  limit: (rules: string, path: string) => string,
): WalkScope {
  const repository = findRepository(folder);
  if (!repository) return createScope(createIgnoreRules(), undefined, (each) => each);
  const real = findRealPath(folder) ?? folder;
  const below = relative(repository.top, real).replaceAll(sep, '/');
  const prefix = below === '' ? '' : `${below}/`;
  const tracked = listTracked(repository, prefix);
  const toLocal = (each: string) => prefix + each.slice(path.length);
  const rules = readRulesAbove(repository, real, (text, file) =>
    limit(text, join(path, relative(real, file))),
  );
  // Who asks for a folder that is ignored wants it looked at.
  const isWanted = prefix === '' || !isIgnoredSomewhere(rules, prefix) || tracked.files.size > 0;
  return createScope(isWanted ? rules : createIgnoreRules(), tracked, toLocal);
}

interface Tracked {
  /** From the top of the repository. */
  files: ReadonlySet<string>;
  /** The folders they are in, with `/` at their ends. */
  folders: ReadonlySet<string>;
}

function createScope(
  rules: IgnoreRules,
  tracked: Tracked | undefined,
  toLocal: (path: string) => string,
  isInIgnored = false,
): WalkScope {
  return {
    isIncluded(path) {
      const local = toLocal(path);
      return (tracked?.files.has(local) ?? false) || (!isInIgnored && !rules.isIgnored(local));
    },
    enter(folder) {
      const local = toLocal(folder);
      if (!isInIgnored && !rules.isIgnored(local)) return createScope(rules, tracked, toLocal);
      return tracked?.folders.has(local) ? createScope(rules, tracked, toLocal, true) : undefined;
    },
    extend(folder, content) {
      return createScope(rules.extend(toLocal(folder), content), tracked, toLocal, isInIgnored);
    },
  };
}

function listTracked({ gitFolder }: Repository, prefix: string): Tracked {
  const files = new Set(readIndex(gitFolder).filter((path) => path.startsWith(prefix)));
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end !== -1; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { files, folders };
}

/** What the repository and the folders above say of ignored files. */
function readRulesAbove(
  { top, commonFolder }: Repository,
  folder: string,
  limit: (rules: string, file: string) => string,
): IgnoreRules {
  const exclude = join(commonFolder, 'info', 'exclude');
  let rules = createIgnoreRules().extend('', limit(findText(exclude) ?? '', exclude));
  for (const each of listBetween(top, folder)) {
    const file = join(each, '.gitignore');
    const text = findText(file);
    const below = relative(top, each).replaceAll(sep, '/');
    if (text !== undefined) rules = rules.extend(below === '' ? '' : `${below}/`, limit(text, file));
  }
  return rules;
}

/** The folders from `top` to the one above `folder`, outermost first. */
function listBetween(top: string, folder: string): string[] {
  const folders: string[] = [];
  for (let each = folder; each !== top && dirname(each) !== each;) {
    each = dirname(each);
    folders.unshift(each);
  }
  return folders;
}

/** Whether a folder or one above it is ignored; it ends with `/`. */
function isIgnoredSomewhere(rules: IgnoreRules, folder: string): boolean {
  for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', end + 1)) {
    if (rules.isIgnored(folder.slice(0, end + 1))) return true;
  }
  return false;
}
