import enhancedResolve from 'enhanced-resolve';
import { builtinModules } from 'node:module';
import { dirname, isAbsolute, join, posix, relative } from 'node:path';
import { exists } from '../files/folders.ts';
import type { Notice } from '../files/notice.ts';
import { findText } from '../files/read-text.ts';
import { fileIn, folderOf, foldersAbove, type Package, type Project } from './project.ts';
import { createResolverFiles } from './resolver-files.ts';
import { findFile, findSource, sourceEndings } from './source-of.ts';

/** What an import leads to: a file of the project, something else that is known, or nothing that was found. */
export type Resolution =
  /** Relative to the audited folder, with `/`. */
  | { kind: 'file'; path: string }
  /** A package that is installed, a part of Node, an image, a file that is not audited. */
  | { kind: 'elsewhere' }
  /** A file above the audited folder. */
  | { kind: 'outside' }
  /** It should be a file of the project. */
  | { kind: 'unresolved' };

export interface ImportResolver {
  /**
   * @param from the importing file, relative to the audited folder
   * @param specifier as the code has it
   */
  resolve(from: string, specifier: string): Resolution;
}

const elsewhere: Resolution = { kind: 'elsewhere' };
const unresolved: Resolution = { kind: 'unresolved' };
const builtins = new Set(builtinModules);
const notCode =
  /\.(?:avif|css|csv|d\.[cm]?ts|ejs|eot|gif|gql|graphql|hbs|html?|ico|jpe?g|json5?|jsonc|less|mdx?|mp[34]|node|otf|pdf|png|proto|pug|sass|scss|sql|styl|svg|toml|ttf|txt|wasm|webm|webp|woff2?|ya?ml)$/iu;
/** Where AWS Lambda unpacks the layers of a function. */
const layers = '/opt/';
/** No package can be called that: a bundler or a framework gives such names a meaning. */
const aliasName = /^(?:@\/|~|#|\$)/u;

/**
 * Makes a resolver for the imports of a project: relative paths with and without endings, `paths` and `baseUrl`
 * of tsconfig.json, `imports` and `exports` of package.json, the packages of a workspace (installed or not,
 * built or not). Other packages are not looked for.
 *
 * @param project where the imports are
 * @param report is told of each tsconfig.json that cannot be used
 */
export function createImportResolver(project: Project, report: (notice: Notice) => void): ImportResolver {
  const { root, files } = project;
  const fileSystem = createResolverFiles((path) => findOriginal(path) !== undefined);
  const resolvers = new Map<string | undefined, enhancedResolve.Resolver>();
  const keywords = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, Resolution>();
  const byName = new Map<string, string | undefined>();
  let allFolders: Set<string> | undefined;
  const outerTsconfig = findOuterTsconfig(root);

  return {
    resolve(from, specifier) {
      const folder = folderOf(from);
      const key = `${folder}\0${specifier}`;
      const before = known.get(key);
      if (before) return before;
      const result = resolveNew(folder, specifier.replace(/\?.*/su, ''));
      known.set(key, result);
      return result;
    },
  };

  function resolveNew(folder: string, specifier: string): Resolution {
    if (specifier.startsWith('.')) return resolveRelative(folder, specifier);
    if (specifier.startsWith(layers)) return resolveInLayer(specifier.slice(layers.length));
    if (/^[a-z][\w+.-]*:/iu.test(specifier) || builtins.has(specifier) || specifier.startsWith('/')) {
      return elsewhere;
    }
    const path = resolveName(folder, specifier);
    if (path !== undefined) return toResolution(path);
    const workspacePackage = project.findPackage(nameOf(specifier), fileIn(folder));
    if (workspacePackage) return resolveInPackage(workspacePackage, specifier);
    if (!aliasName.test(specifier)) return elsewhere;
    const source = resolveConvention(folder, specifier);
    if (source !== undefined) return { kind: 'file', path: source };
    return notCode.test(specifier) ? elsewhere : unresolved;
  }

  function resolveRelative(folder: string, specifier: string): Resolution {
    const target = posix.join(folder, specifier);
    if (target.startsWith('..')) return { kind: 'outside' };
    // A folder may have a package.json that says which of its files is meant.
    const isFolder = /(?:^|\/)\.{0,2}$/u.test(specifier);
    const file = isFolder ? undefined : findFile(files, target);
    if (file !== undefined) return { kind: 'file', path: file };
    if (notCode.test(specifier)) return elsewhere;
    const path = resolveByConfig(folder, specifier);
    if (path !== undefined) return toResolution(path);
    const source = findOriginal(join(root, target));
    return source === undefined ? unresolved : { kind: 'file', path: source };
  }

  /** The file of a Lambda layer, where only one of the project can be meant. */
  function resolveInLayer(below: string): Resolution {
    allFolders ??= new Set([...files].flatMap((path) => [...foldersAbove(path)]));
    const found = new Set([...allFolders].flatMap((each) => findFile(files, posix.join(each, below)) ?? []));
    const [path] = found;
    return path !== undefined && found.size === 1 ? { kind: 'file', path } : elsewhere;
  }

  function resolveInPackage({ folder, manifest }: Package, specifier: string): Resolution {
    const below = specifier.slice(nameOf(specifier).length + 1);
    // From within, a package may call itself by its name, with its `exports`.
    const path = manifest.exports === undefined ? undefined : resolveByConfig(folder, specifier);
    if (path !== undefined) return toResolution(path);
    const targets = below
      ? [below, posix.join('src', below)]
      : [manifest.source, manifest.module, manifest.main, manifest.types, '.', 'src'];
    for (const target of targets) {
      const source = typeof target === 'string' ? findSource(files, folder, target) : undefined;
      if (source !== undefined) return { kind: 'file', path: source };
    }
    return notCode.test(specifier) ? elsewhere : unresolved;
  }

  /** By tsconfig.json, or `imports` of package.json. */
  function resolveName(folder: string, specifier: string): string | undefined {
    if (specifier.startsWith('#')) return resolveByConfig(folder, specifier);
    const tsconfig = tsconfigOf(folder);
    if (tsconfig === undefined || !mayAlias(tsconfig)) return undefined;
    // Which of several projects a folder belongs to is the resolver's affair; otherwise the whole package is the same.
    const place = hasReferences(tsconfig) ? folder : (project.packageOf(fileIn(folder))?.folder ?? '');
    const key = `${tsconfig}\0${place}\0${specifier}`;
    if (!byName.has(key)) byName.set(key, resolveByConfig(folder, specifier));
    return byName.get(key);
  }

  /** Whether a tsconfig.json may say anything about import paths: most do not, and need not be understood. */
  function mayAlias(tsconfig: string): boolean {
    return keywordsOf(tsconfig).size > 0;
  }

  function hasReferences(tsconfig: string): boolean {
    return keywordsOf(tsconfig).has('references');
  }

  /** What it has of that which concerns import paths. */
  function keywordsOf(tsconfig: string): ReadonlySet<string> {
    let found = keywords.get(tsconfig);
    if (!found) {
      const text = findText(tsconfig) ?? '';
      found = new Set(
        ['baseUrl', 'extends', 'paths', 'references'].filter((each) => text.includes(`"${each}"`)),
      );
      keywords.set(tsconfig, found);
    }
    return found;
  }

  /** @returns an absolute path, perhaps of a file that a build would write */
  function resolveByConfig(folder: string, specifier: string): string | undefined {
    try {
      const tsconfig = tsconfigOf(folder);
      const isPlain = tsconfig === undefined || !mayAlias(tsconfig);
      return (
        getResolver(isPlain ? undefined : tsconfig).resolveSync({}, join(root, folder), specifier) ||
        undefined
      );
    } catch {
      return undefined; // not found, or not exported, or a name that cannot be
    }
  }

  function getResolver(tsconfig: string | undefined): enhancedResolve.Resolver {
    const before = resolvers.get(tsconfig);
    if (before) return before;
    let resolver = createResolver(fileSystem, tsconfig);
    if (tsconfig !== undefined && !isUsable(resolver, dirname(tsconfig))) {
      resolver = createResolver(fileSystem, undefined);
      const message = 'Cannot be read as JSON: the import paths that it defines are not followed.';
      report({ kind: 'failed', path: tsconfig, line: undefined, column: undefined, message });
    }
    resolvers.set(tsconfig, resolver);
    return resolver;
  }

  function tsconfigOf(folder: string): string | undefined {
    for (const each of foldersAbove(fileIn(folder))) {
      const name = project.tsconfigs.get(each);
      if (name !== undefined) return join(root, each, name);
    }
    return outerTsconfig;
  }

  function toResolution(path: string): Resolution {
    const inside = relative(root, path).replaceAll('\\', '/');
    if (inside.startsWith('..') || isAbsolute(inside)) return { kind: 'outside' };
    if (files.has(inside)) return { kind: 'file', path: inside };
    const source = findOriginal(path);
    return source === undefined ? elsewhere : { kind: 'file', path: source };
  }

  /** The source of a file that a build writes into its package. */
  function findOriginal(path: string): string | undefined {
    const inside = relative(root, path).replaceAll('\\', '/');
    if (inside.startsWith('..') || !sourceEndings.includes(posix.extname(inside))) return undefined;
    const folder = project.packageOf(inside)?.folder ?? '';
    return findSource(files, folder, posix.relative(folder, inside));
  }

  /** Names that frameworks and bundlers define by themselves or that their templates come with. */
  function resolveConvention(folder: string, specifier: string): string | undefined {
    const base = project.packageOf(fileIn(folder))?.folder ?? '';
    const svelteKit = specifier.replace(/^\$lib(?=\/|$)/u, 'src/lib');
    if (svelteKit !== specifier) return findFile(files, posix.join(base, svelteKit));
    const below = specifier.replace(/^(?:@|~[~@]?)\//u, '');
    const inSource = ['src', 'app'].map((each) => posix.join(base, each));
    const above = [...foldersAbove(fileIn(folder))].filter((each) => each.length >= base.length);
    return [...inSource, ...above]
      .map((each) => findFile(files, posix.join(each, below)))
      .find((path) => path !== undefined);
  }
}

function createResolver(
  fileSystem: enhancedResolve.FileSystem,
  tsconfig: string | undefined,
): enhancedResolve.Resolver {
  return enhancedResolve.ResolverFactory.createResolver({
    fileSystem,
    conditionNames: ['source', 'development', 'import', 'require', 'node', 'module', 'svelte', 'default'],
    extensions: [...sourceEndings, '.d.ts', '.json'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    mainFields: ['source', 'module', 'main'],
    // What is installed is no code of the project.
    modules: [],
    symlinks: false,
    ...(tsconfig !== undefined && { tsconfig: { configFile: tsconfig, references: 'auto' } }),
  });
}

/** With a tsconfig.json that it cannot read, a resolver finds nothing and says so in other words. */
function isUsable(resolver: enhancedResolve.Resolver, folder: string): boolean {
  try {
    resolver.resolveSync({}, folder, './there-is-no-such-file');
  } catch (error) {
    return error instanceof Error && error.message.startsWith("Can't resolve");
  }
  return true;
}

/** The tsconfig.json that applies to the audited folder from above it, within its repository. */
function findOuterTsconfig(root: string): string | undefined {
  for (let folder = root; !exists(join(folder, '.git')) && dirname(folder) !== folder;) {
    folder = dirname(folder);
    const file = join(folder, 'tsconfig.json');
    if (exists(file)) return file;
  }
  return undefined;
}

/** `@scope/name/sub` -> `@scope/name`. */
function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
