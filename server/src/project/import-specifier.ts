import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { scanSpecifiers } from '../parse/specifiers.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { ProjectContext } from './project-context.ts';
import { applyAlias, isWrittenWith, listAliases } from './aliases.ts';
import { findProjectFile } from './project-files.ts';
import { readImportOptions } from './tsconfig.ts';

/** What follows the name of a module of the project in its imports: nothing, that of the output, that of the source. */
type Ending = 'none' | 'output' | 'source';

/** A file that imports, and how. */
export interface Importer {
  /** absolute */
  path: string;
  text: string;
  style: 'esm' | 'cjs';
}

/**
 * How a file of a project imports another one: with an alias where its imports have one, with the ending that its
 * imports have.
 *
 * @param target absolute: the imported file, which need not exist yet
 */
export function getImportSpecifier(importer: Importer, target: string, context: ProjectContext): string {
  const own = scanSpecifiers(importer.text);
  const isBelow = !relative(dirname(importer.path), target).startsWith('..');
  const ending = findEnding(importer, target, own, context);
  const toName = (path: string) => withEnding(path, ending);
  if (!isBelow) {
    const neighbours = own.some((specifier) => specifier.startsWith('.'))
      ? []
      : listNeighbours(importer.path, context.files);
    for (const alias of listAliases(importer.path, context)) {
      const isUsed = [own, ...neighbours].some((some) => some.some((each) => isWrittenWith(alias, each)));
      const specifier = isUsed ? applyAlias(alias, target, toName) : undefined;
      if (specifier !== undefined) return specifier;
    }
  }
  const path = relative(dirname(importer.path), toName(target)).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

function withEnding(path: string, ending: Ending): string {
  const extension = extname(path);
  const stem = path.slice(0, -extension.length);
  if (ending === 'source') return path;
  // Nothing looks for `.mjs` and `.cjs` by itself.
  const isPlain = /^\.[jt]sx?$/u.test(extension);
  if (ending === 'none' && isPlain) return stem;
  return stem + extension.replace(/tsx?$/u, 'js').replace(/jsx$/u, 'js');
}

/** The ending of the nearest imports of files of the project; where there are none, what the configuration asks for. */
function findEnding(
  importer: Importer,
  target: string,
  own: readonly string[],
  context: ProjectContext,
): Ending {
  const seen =
    countEndings(importer.path, own, context.files) ??
    vote(importer.path, listNeighbours(importer.path, context.files), context.files) ??
    vote(target, listNeighbours(target, context.files), context.files);
  return seen ?? getRequiredEnding(importer, target, context);
}

function vote(path: string, neighbours: readonly string[][], files: WorkspaceFiles): Ending | undefined {
  return countEndings(path, neighbours.flat(), files);
}

/** The most common ending of relative imports. */
function countEndings(
  path: string,
  specifiers: readonly string[],
  files: WorkspaceFiles,
): Ending | undefined {
  const counts = new Map<Ending, number>();
  for (const specifier of specifiers) {
    const ending = getEnding(path, specifier, files);
    if (ending) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function getEnding(path: string, specifier: string, files: WorkspaceFiles): Ending | undefined {
  if (!/^\.{1,2}\//u.test(specifier) || specifier.endsWith('/')) return undefined;
  if (/\.[cm]?tsx?$/u.test(specifier)) return 'source';
  const names = new Set(files.list(dirname(join(dirname(path), specifier))));
  const name = basename(specifier);
  if (/\.[cm]?jsx?$/u.test(specifier)) {
    // In JavaScript the two are the same, and both are right.
    return names.has(name) ? 'source' : 'output';
  }
  const isCode = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs'].some((extension) =>
    names.has(name + extension),
  );
  return isCode ? 'none' : undefined;
}

/** The specifiers of the source files in a folder, of each file by itself. */
function listNeighbours(path: string, files: WorkspaceFiles): string[][] {
  const most = 20;
  const folder = dirname(path);
  return files
    .list(folder)
    .filter((name) => /(?<!\.d)\.[cm]?[jt]sx?$/u.test(name) && name !== basename(path))
    .slice(0, most)
    .map((name) => scanSpecifiers(files.read(join(folder, name)) ?? ''));
}

/** What Node and TypeScript ask for. */
function getRequiredEnding({ path, style, text }: Importer, target: string, context: ProjectContext): Ending {
  if (/\bDeno\b|['"](?:jsr|npm):/u.test(text)) return 'source';
  const isTypeScript = /\.[cm]?tsx?$/u.test(path);
  const isModulePackage = findProjectFile(path, ['package.json'], context)?.content.type === 'module';
  // Bundlers need no ending, but Node does, and it finds out by itself that a file is a module.
  if (!isTypeScript) return style === 'esm' && /\.[cm]?jsx?$/u.test(target) ? 'output' : 'none';
  const options = readImportOptions(path, context);
  if (options?.allowImportingTsExtensions) return 'source';
  const resolution = options?.moduleResolution === '' ? options.module : options?.moduleResolution;
  // Without a word about it, Node is what runs the package, and Node finds no ending by itself.
  const isNode = /^(?:|node(?:16|18|20|next))$/u.test(resolution ?? '');
  return isNode && (path.endsWith('.mts') || (isModulePackage && !path.endsWith('.cts'))) ? 'output' : 'none';
}
