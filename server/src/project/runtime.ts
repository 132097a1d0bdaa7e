import { basename, join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from './package-layout.ts';
import { isWithin, showPath } from './paths.ts';

/** How code reads its environment where it runs. */
export interface Runtime {
  /** `browser`: a bundler puts single variables into the code; `none`: there is nothing to read. */
  name: 'node' | 'vite' | 'browser' | 'none';
  /** The object that has the variables, as a bundler wants to see it written. */
  object: 'process.env' | 'import.meta.env';
  /** What the names of variables begin with that a bundler puts into the code. */
  prefix: string;
  /** What the name of its module ends with; nothing for the usual one of the package. */
  suffix: '' | '.browser' | '.cdk' | '.server';
}

/** It is set while a CDK program runs, and nowhere else. */
export const cdkVariable = 'CDK_DEFAULT_REGION';

const frameworksOnServer =
  /^(?:next|nuxt|astro|vike|vitepress|solid-start|@sveltejs\/kit|@analogjs\/platform|@(?:remix-run|react-router)\/dev|@tanstack\/.*start|@builder\.io\/qwik-city)$/u;

/**
 * Finds out where the code of a file runs: it decides how a variable can be read.
 *
 * @param kind of a new config module
 */
export function findRuntime(
  sourcePath: string,
  text: string,
  layout: PackageLayout,
  kind: 'env' | 'module',
  files: WorkspaceFiles,
): Runtime {
  const { packages } = layout.manifest;
  const isServerRendered = [...packages].some((name) => frameworksOnServer.test(name));
  const hasVite =
    packages.has('vite') ||
    files.list(layout.packageFolder).some((name) => /^vite\.config\.[cm]?[jt]s$/u.test(name));
  const isViteApp = hasVite && !isServerRendered && files.list(layout.packageFolder).includes('index.html');

  if (text.includes('import.meta.env.') || (isViteApp && mayRunInBrowser(sourcePath, text, layout))) {
    const [, prefix = packages.has('astro') ? 'PUBLIC_' : 'VITE_'] =
      /import\.meta\.env\.(VITE_|PUBLIC_|NEXT_PUBLIC_)/u.exec(text) ?? [];
    return { name: 'vite', object: 'import.meta.env', prefix, suffix: isViteApp ? '' : '.browser' };
  }
  const inlined = (prefix: string, suffix: '' | '.browser'): Runtime => ({
    name: 'browser',
    object: 'process.env',
    prefix,
    suffix,
  });
  if (packages.has('next') && hasDirective(text, 'use client')) return inlined('NEXT_PUBLIC_', '.browser');
  if (packages.has('react-scripts') && isWithin(sourcePath, `${layout.packageFolder}/src`))
    return inlined('REACT_APP_', '');
  if (packages.has('expo')) return inlined('EXPO_PUBLIC_', '');
  const isWithoutEnvironment =
    ((packages.has('@angular/core') || packages.has('react-native') || worksOnPage.test(text)) &&
      mayRunInBrowser(sourcePath, text, layout)) ||
    (!/\bprocess\.env\b/u.test(text) && isWorker(layout, files));
  const shared: Pick<Runtime, 'object' | 'prefix'> = { object: 'process.env', prefix: '' };
  if (isWithoutEnvironment) return { ...shared, name: 'none', suffix: isViteApp ? '.browser' : '' };
  // A module that a Lambda function imports, too, would fail there: only the CDK's command line sets the variable.
  const isCdk = text.includes(cdkVariable) || /\.cdk(?:\.[cm]?[jt]s)?['"]/u.test(text);
  if (isCdk && kind === 'env') return { ...shared, name: 'node', suffix: '.cdk' };
  return { ...shared, name: 'node', suffix: isViteApp ? '.server' : '' };
}

/** A Cloudflare Worker gets its variables with each call, unless it asks for those of Node.js. */
function isWorker({ packageFolder }: PackageLayout, files: WorkspaceFiles): boolean {
  const settings = files.list(packageFolder).find((name) => /^wrangler\.(?:toml|jsonc?)$/u.test(name));
  return (
    settings !== undefined && !(files.read(join(packageFolder, settings)) ?? '').includes('nodejs_compat')
  );
}

const serverFolders =
  /^(?:.*\/)?(?:server|api|backend|functions?|lambdas?|netlify|workers?|scripts?|infra|infrastructure|cdk|amplify|bin|electron|tools)\//u;

/** Which bundler makes a page of it, and what that one would put in for a variable, is not known. */
const worksOnPage = /\bdocument\.(?:getElementById|querySelector|createElement|body)\b/u;

function mayRunInBrowser(sourcePath: string, text: string, layout: PackageLayout): boolean {
  const path = showPath(sourcePath, layout.packageFolder);
  if (serverFolders.test(path) || !path.includes('/') || /\.config\.[cm]?[jt]s$/u.test(basename(path)))
    return false;
  return !/\bprocess\.env\b|['"]node:|\brequire\(|['"](?:fs|path|http|child_process|crypto|express)['"]/u.test(
    text,
  );
}

/** Whether a file begins with a directive, such as `'use client'`. */
export function hasDirective(text: string, directive: string): boolean {
  const [start = ''] = /^\uFEFF?(?:#!.*)?(?:\s|\/\/.*|\/\*[^]*?\*\/|['"]use [a-z]+['"];?)*/u.exec(text) ?? [];
  return new RegExp(`^\\s*['"]${directive}['"]`, 'mu').test(start);
}
