import { join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from '../project/package-layout.ts';
import { readCompilerSettings } from '../project/module-format.ts';
import { listFoldersAbove } from '../project/paths.ts';
import type { Runtime } from '../project/runtime.ts';

/**
 * Whether the compiler knows the object that has the variables. When in doubt it is said not to: a module that
 * declares for itself what it needs is right in either case.
 *
 * @param text the file that is going to use the module
 */
export function hasEnvironmentTypes(
  text: string,
  layout: PackageLayout,
  { name, object }: Runtime,
  root: string,
  files: WorkspaceFiles,
): boolean {
  if (object === 'import.meta.env') {
    return text.includes('import.meta.env') || hasViteTypes(layout, files);
  }
  // The frameworks that put `process.env` into code for browsers bring its types along.
  if (name === 'browser' || /\bprocess\./u.test(text)) return true;
  const [, types] = /"types"\s*:\s*\[([^\]]*)\]/u.exec(readCompilerSettings(layout, files) ?? '') ?? [];
  if (types !== undefined) return /"(?:node|bun|@types\/bun)"/u.test(types);
  const manifests = listFoldersAbove(join(layout.packageFolder, 'package.json'), root).map(
    (folder) => files.read(join(folder, 'package.json')) ?? '',
  );
  const [version] = manifests.flatMap(
    (manifest) => /"typescript"\s*:\s*"[^"\d]*(\d+)/u.exec(manifest)?.[1] ?? [],
  );
  // From TypeScript 6 on, types are taken only where they are named.
  return Number(version ?? 6) < 6 && manifests.some((manifest) => /"@types\/node"\s*:/u.test(manifest));
}

function hasViteTypes({ folder }: PackageLayout, files: WorkspaceFiles): boolean {
  const places = ['.', 'src', 'types', 'src/types'].map((place) => join(folder, place));
  return places.some((place) =>
    files
      .list(place)
      .filter((name) => name.endsWith('.d.ts') || /^tsconfig(?:\.\w+)?\.json$/u.test(name))
      .some((name) =>
        /['"](?:vite|astro|vite\/types|@sveltejs\/kit)(?:\/client|\/importMeta)?['"]/u.test(
          files.read(join(place, name)) ?? '',
        ),
      ),
  );
}
