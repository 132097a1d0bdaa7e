import { extname, join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from './package-layout.ts';
import type { Runtime } from './runtime.ts';

/** What a module is, and how its file name ends. */
export interface ModuleFormat {
  language: 'ts' | 'js';
  module: 'esm' | 'cjs';
  /** `.ts` */
  extension: string;
}

/** The module systems that a file can read a module of. */
export interface SourceFormat {
  isTypeScript: boolean;
  /** Whether it may import TypeScript, being TypeScript itself or compiled together with it. */
  canImportTypeScript: boolean;
  /** Whether it may import JavaScript that has no types. */
  canImportJavaScript: boolean;
  module: 'esm' | 'cjs';
}

/** They compile all that they load. ts-node and tsx do not: they are there for some programs, and others run without. */
const withCompiler = ['next', 'nuxt', 'astro', '@sveltejs/kit', 'gatsby'];

export function readSourceFormat(
  path: string,
  text: string,
  layout: PackageLayout,
  runtime: Runtime,
  files: WorkspaceFiles,
): SourceFormat {
  const isTypeScript = /^\.[cm]?tsx?$/u.test(extname(path)) || /<script[^>]*\blang=["']tsx?["']/u.test(text);
  const settings = readCompilerSettings(layout, files);
  const allowsJs = /"allowJs"\s*:\s*true/u.test(settings ?? '');
  const isCompiled =
    settings !== undefined &&
    (allowsJs || runtime.name !== 'node' || withCompiler.some((name) => layout.manifest.packages.has(name)));
  return {
    isTypeScript,
    canImportTypeScript: isTypeScript || isCompiled,
    canImportJavaScript: !isTypeScript || allowsJs,
    module: isTypeScript ? 'esm' : syntaxOf(path, text, layout),
  };
}

/** The text of the package's tsconfig.json; undefined where there is none. */
export function readCompilerSettings(
  { folder, packageFolder }: PackageLayout,
  files: WorkspaceFiles,
): string | undefined {
  return files.read(join(folder, 'tsconfig.json')) ?? files.read(join(packageFolder, 'tsconfig.json'));
}

/** The form of a module that is to be written for a file. */
export function chooseFormat(
  path: string,
  source: SourceFormat,
  layout: PackageLayout,
  files: WorkspaceFiles,
): ModuleFormat {
  const { isModule } = layout.manifest;
  if (source.canImportTypeScript) {
    const extension = extname(path) === '.cts' && isModule ? '.cts' : '.ts';
    return { language: 'ts', module: 'esm', extension };
  }
  const { module } = source;
  const isUsual =
    isModule || extname(path) === '.mjs'
      ? isModule && module === 'esm'
      : module === usualSyntax(layout, files);
  return { language: 'js', module, extension: isUsual ? '.js' : module === 'esm' ? '.mjs' : '.cjs' };
}

function syntaxOf(path: string, text: string, { manifest }: PackageLayout): 'esm' | 'cjs' {
  const extension = extname(path);
  if (extension === '.mjs') return 'esm';
  if (extension === '.cjs') return 'cjs';
  return readSyntax(text) ?? (manifest.isModule ? 'esm' : 'cjs');
}

const esModule =
  /^[ \t]*(?:import\s*(?:[\w*{][^;'"]{0,2000}?\bfrom\s*)?['"]|export\s*(?:[{*]|(?:default|const|let|var|async|function|class)\b))/mu;

/** By searching, for a regular expression would look for the end of each comment that has none again. */
function removeBlockComments(text: string): string {
  const parts: string[] = [];
  let start = 0;
  for (let open = text.indexOf('/*'); open !== -1; open = text.indexOf('/*', start)) {
    const close = text.indexOf('*/', open + 2);
    if (close === -1) break;
    parts.push(text.slice(start, open));
    start = close + 2;
  }
  return parts.join('') + text.slice(start);
}

function readSyntax(text: string): 'esm' | 'cjs' | undefined {
  const code = removeBlockComments(text);
  if (esModule.test(code)) return 'esm';
  return /\brequire\s*\(|\bmodule\.exports\b|^[ \t]*exports\./mu.test(code) ? 'cjs' : undefined;
}

/**
 * The syntax of most `.js` files of a package whose package.json does not say: a bundler lets them be ES modules. It
 * is asked for the package, not for one file, so that all its files find the same module.
 */
function usualSyntax({ folder }: PackageLayout, files: WorkspaceFiles): 'esm' | 'cjs' {
  const most = 20;
  let balance = 0;
  for (const place of ['src', 'lib', 'app', 'pages', '.']) {
    const names = files.list(join(folder, place)).filter((name) => /(?<!\.config)\.jsx?$/u.test(name));
    for (const name of names.slice(0, most)) {
      const syntax = readSyntax(files.read(join(folder, place, name)) ?? '');
      if (syntax) balance += syntax === 'esm' ? 1 : -1;
    }
  }
  return balance > 0 ? 'esm' : 'cjs';
}
