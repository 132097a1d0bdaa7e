import { join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { readManifest } from '../project/manifest.ts';

/** Packages that read `.env` by themselves, or are there to do it. */
const readers =
  /^(?:dotenv(?:-\w+)*|@dotenvx\/dotenvx|env-cmd|@nestjs\/config|@t3-oss\/env-.+|next|nuxt|vite|astro|react-scripts|expo|gatsby|@sveltejs\/kit|@strapi\/strapi|@adonisjs\/core|@redwoodjs\/core|prisma|serverless-dotenv-plugin|sst)$/u;

/** Other files that name one: compose files, a script with `--env-file`, `useDotenv` of the Serverless Framework. */
const namers: readonly [name: RegExp, text: RegExp][] = [
  [/^package\.json$/u, /--env-file|process\.loadEnvFile|"bun(?:x)? /u],
  [/^(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/u, /\benv_file\s*:|\$\{\w+/u],
  [/^serverless(?:\.[\w-]+)?\.(?:ya?ml|ts)$/u, /useDotenv/u],
];

/** Whether anything of a package reads `.env`, so that an example of it is of use. */
export function readsEnvFile(packageFolder: string, files: WorkspaceFiles): boolean {
  const names = files.list(packageFolder);
  if (names.some((name) => /^\.env(?:\.\w+)*$/u.test(name))) return true;
  const packages = readManifest(packageFolder, files)?.packages ?? new Set<string>();
  if ([...packages].some((name) => readers.test(name))) return true;
  return namers.some(([test, text]) =>
    names
      .filter((name) => test.test(name))
      .some((name) => text.test(files.read(join(packageFolder, name)) ?? '')),
  );
}
