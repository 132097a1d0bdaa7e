import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { scanSpecifiers } from '../parse/specifiers.ts';

/** What is known of the imports of a program. */
export interface ImportersInput {
  /** All source files, relative to the folder of the program, with `/`. */
  files: readonly string[];
  readText: (path: string) => string | undefined;
  /** The file that an import leads to; undefined for what is no file of the program. */
  resolve: (from: string, specifier: string) => string | undefined;
  /** Packages that are no part of the program. */
  dependencies: ReadonlySet<string>;
}

interface Import {
  /** The importing file. */
  user: string;
  specifier: string;
  /** What the path begins with that a relative import leads to. */
  start: string | undefined;
}

export interface Importers {
  /** The imports in other files that lead to a file. */
  importsOf: (path: string) => readonly Pick<Import, 'specifier' | 'user'>[];
  /** What a file may import, as its text has it. */
  specifiersOf: (path: string) => readonly string[];
}

const builtins = new Set(builtinModules);
/** The name of what is imported by a name that may stand for any file. */
const anyFile = '*';

/**
 * Answers who imports a file. To resolve all imports of a large program takes longer than to parse it, so only those are
 * whose last name fits, and those whose last name no file has.
 */
export function createImporters({ files, readText, resolve, dependencies }: ImportersInput): Importers {
  const specifiers = new Map<string, readonly string[]>();
  const known = new Map<string, readonly Import[]>();
  let byName: Map<string, Import[]> | undefined;
  let byTarget: Map<string, Import[]> | undefined;

  function specifiersOf(path: string): readonly string[] {
    let found = specifiers.get(path);
    if (!found) specifiers.set(path, (found = scanSpecifiers(readText(path) ?? '')));
    return found;
  }

  function indexByName(): Map<string, Import[]> {
    const index = new Map<string, Import[]>();
    const fileNames = new Set(files.flatMap(namesOf));
    for (const user of files) {
      for (const specifier of specifiersOf(user)) {
        const name = nameOf(specifier, fileNames);
        if (name === undefined) continue;
        // A folder may have a package.json that says which of its files is meant.
        const start = specifier.startsWith('.') ? startOf(user, specifier) : undefined;
        addTo(index, name, { user, specifier, start });
      }
    }
    return index;
  }

  /** What is imported by a name that does not tell the file's, resolved once. */
  function indexByTarget(imports: readonly Import[]): Map<string, Import[]> {
    const index = new Map<string, Import[]>();
    for (const each of imports) {
      const target = resolve(each.user, each.specifier);
      if (target !== undefined) addTo(index, target, each);
    }
    return index;
  }

  /** undefined for what is no file of the program. */
  function nameOf(specifier: string, fileNames: ReadonlySet<string>): string | undefined {
    if (specifier.startsWith('.')) return lastName(specifier);
    const parts = specifier.split('/');
    const packageName = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    if (builtins.has(packageName) || /^[a-z][\w+.-]*:/u.test(specifier)) return undefined;
    if (dependencies.has(packageName)) return undefined;
    const name = lastName(specifier);
    // `@shop/core/places` may be `libs/core/places/src/index.ts`: tsconfig.json or package.json says so.
    return packageName === specifier || !fileNames.has(name) ? anyFile : name;
  }

  return {
    specifiersOf,
    importsOf(path) {
      let found = known.get(path);
      if (found) return found;
      byName ??= indexByName();
      byTarget ??= indexByTarget(byName.get(anyFile) ?? []);
      const named = namesOf(path)
        .flatMap((name) => byName?.get(name) ?? [])
        .filter(
          ({ user, specifier, start = '' }) => path.startsWith(start) && resolve(user, specifier) === path,
        );
      found = [...named, ...(byTarget.get(path) ?? [])].filter(({ user }) => user !== path);
      known.set(path, found);
      return found;
    },
  };
}

function addTo(index: Map<string, Import[]>, key: string, found: Import): void {
  const known = index.get(key);
  if (known) known.push(found);
  else index.set(key, [found]);
}

/** `src/config/` for `../config/index.js` in `src/routes/orders.ts`; `src/config` for `../config`. */
function startOf(user: string, specifier: string): string {
  const joined = posix.join(posix.dirname(user), specifier);
  const bare = joined.replace(/\.[cm]?jsx?$/u, '');
  return bare === '.' || bare === './' ? '' : bare.replace(/\/$/u, '');
}

/** How imports may call a file: `regions` for `config/regions.ts`, `config` for `config/index.ts`. */
function namesOf(path: string): string[] {
  const name = lastName(path);
  return name === 'index' ? [name, posix.basename(posix.dirname(path)), '.', '..'] : [name];
}

/** `../config/regions.js` -> `regions` */
function lastName(path: string): string {
  const name = posix.basename(path);
  return /^\.+$/u.test(name) ? name : name.replace(/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/u, '');
}
