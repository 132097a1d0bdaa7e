import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

/** Code that is deployed by itself: what lies outside is not there when it runs. */
export interface Deployment {
  /** Absolute: a folder, or a single file. */
  path: string;
  /** The file that says so, absolute. */
  declaredIn: string;
}

/** Folders in which infrastructure is usually described, from that of the package. */
const infrastructureFolders = [
  '',
  'lib',
  'bin',
  'src',
  'stacks',
  'cdk',
  'infra',
  'infrastructure',
  'terraform',
];

const templates = /^(?:sam-)?template\.ya?ml$|^template-[\w-]+\.ya?ml$/u;
const code = /(?<!\.d)\.[cm]?[jt]s$/u;

/**
 * Finds what a SAM template, a CDK or Pulumi program or a Terraform file packs up as it lies there, without a bundler.
 * A Lambda function from such a folder cannot import from outside of it.
 *
 * @param folders those that may hold such descriptions, with what is usually below them
 */
export function findDeployments(folders: readonly string[], files: WorkspaceFiles): Deployment[] {
  const places = new Set(
    folders.flatMap((folder) => infrastructureFolders.map((name) => join(folder, name))),
  );
  return [...places].flatMap((place) =>
    files.list(place).flatMap((name) => {
      const read = readerOf(name);
      const path = join(place, name);
      const text = read && files.read(path);
      return read && text !== undefined
        ? read(text, path).map((found) => ({ path: found, declaredIn: path }))
        : [];
    }),
  );
}

function readerOf(name: string): ((text: string, path: string) => string[]) | undefined {
  if (templates.test(name)) return readTemplate;
  if (extname(name) === '.tf') return readTerraform;
  return code.test(name) ? readProgram : undefined;
}

function readTemplate(text: string, path: string): string[] {
  const matches = text.matchAll(/^[ \t-]*(?:CodeUri|ContentUri|Code):[ \t]*['"]?([^\s'"#{}!]+)/gmu);
  return Array.from(matches, ([, uri = '']) => resolve(dirname(path), uri)).filter(
    (found) => !/\.(?:zip|jar)$|s3:/u.test(found),
  );
}

function readTerraform(text: string, path: string): string[] {
  const matches = text.matchAll(/\bsource_(?:dir|file)\s*=\s*"([^"]+)"/gu);
  return Array.from(matches, ([, way = '']) =>
    resolve(dirname(path), way.replace(/^\$\{path\.(?:module|root|cwd)\}\//u, '')),
  ).filter((found) => !found.includes('${'));
}

const packers =
  /\b(?:from(?:Image)?Asset|FileArchive|fromInline\(\s*(?:\w+\.)?readFileSync|fromFile\(\s*\{\s*filePath:)\s*\(?([^]{0,200}?)[)}]/gu;

function readProgram(text: string, path: string): string[] {
  return Array.from(text.matchAll(packers), ([, args = '']) => {
    const pieces = Array.from(args.matchAll(/(['"`])([^'"`\n]*)\1/gu), ([, , piece = '']) => piece);
    // `'utf8'` of `readFileSync`.
    const ways = pieces.filter((piece) => !/^utf-?8$/iu.test(piece));
    const way = ways.join('/');
    if (way === '' || way.includes('${') || isAbsolute(way)) return [];
    const isBesideProgram = /__dirname|import\.meta|\$\{/u.test(args);
    // Else from where the command runs: the package's folder, one or two above the program.
    return isBesideProgram
      ? [join(dirname(path), way)]
      : [join(dirname(path), way), join(dirname(path), '..', way)];
  }).flat();
}
