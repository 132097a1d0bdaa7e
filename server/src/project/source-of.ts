import { posix } from 'node:path';

/** Endings that an import may leave out, likeliest first. */
export const sourceEndings = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.vue',
  '.svelte',
  '.astro',
];

/** Folders that compilers write to. */
const builtFolders = /^(?:\.?build|cjs|dist(?:-\w+)?|es|esm|lib|out|output|module|modules|types)$/u;

/** What a source file may be called whose compiled file has this ending. */
const compiledFrom: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs', '.ts', '.tsx', '.js'],
  '.cjs': ['.cts', '.cjs', '.ts', '.tsx', '.js'],
};

/**
 * Finds the source of a file that a package.json or a configuration names: the file itself, or what it is
 * compiled from (`dist/index.js` from `src/index.ts`), for the compiled file is no part of the repository.
 *
 * @param files the source files, relative to the audited folder
 * @param folder the folder of the package, relative to the audited folder
 * @param target relative to `folder`: `./dist/index.js`, `src/cli`, `lib`
 */
export function findSource(files: ReadonlySet<string>, folder: string, target: string): string | undefined {
  const below = posix.normalize(target).replace(/^\.?\/|\/$/gu, '');
  if (below.startsWith('..')) return undefined;
  return (
    findFile(files, posix.join(folder, below)) ??
    originals(below)
      .map((original) => findFile(files, posix.join(folder, original)))
      .find((path) => path !== undefined)
  );
}

/** The file of this name, or one that the name stands for: without its ending, a folder, `.js` for `.ts`. */
export function findFile(files: ReadonlySet<string>, path: string): string | undefined {
  if (files.has(path)) return path;
  const ending = posix.extname(path);
  const stem = path.slice(0, path.length - ending.length);
  const candidates = [
    ...(compiledFrom[ending] ?? []).map((each) => stem + each),
    ...sourceEndings.map((each) => path + each),
    ...sourceEndings.map((each) => posix.join(path === '.' ? '' : path, `index${each}`)),
  ];
  return candidates.find((each) => files.has(each));
}

/** `dist/esm/a.js` -> `src/esm/a.js`, `esm/a.js`, `src/a.js`, `a.js`. */
function originals(path: string): string[] {
  const parts = path.replace(/\.d\.([cm]?)ts$/u, '.$1js').split('/');
  const found: string[] = [];
  for (let i = 0; i < parts.length && builtFolders.test(parts[i] ?? ''); i++) {
    const rest = parts.slice(i + 1).join('/');
    // `dist/src/a.js` comes from `src/a.ts`.
    found.push(posix.join('src', rest), rest);
  }
  return found;
}
