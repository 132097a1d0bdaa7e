import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCode } from './source-file.ts';

/** A file beside another one. */
export interface ModuleFile {
  /** Absolute. */
  path: string;
  text: string;
}

/**
 * Makes what reads the files that make a module of Terraform together with a file. Each is read once, and is the same
 * object, as long as it is not changed.
 */
export function createModuleReader(): (path: string, root: string) => ModuleFile[] {
  const known = new Map<string, { changed: number; file: ModuleFile }>();
  const folders = new Map<string, { changed: number; names: readonly string[] }>();

  /** Each file of a folder asks for all others: its names are read again only when some came or went. */
  function listModule(folder: string): readonly string[] {
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const before = folders.get(folder);
    if (before?.changed === changed) return before.names;
    const names = listNames(folder);
    folders.set(folder, { changed, names });
    return names;
  }

  return (path, root) => {
    const folder = dirname(path);
    return listModule(folder).flatMap((name) => {
      if (name === basename(path)) return [];
      const absolute = join(folder, name);
      const changed = statSync(absolute, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      const before = known.get(absolute);
      if (before?.changed === changed) return [before.file];
      const file = { path: absolute, text: readCode(absolute, root) ?? '' };
      known.set(absolute, { changed, file });
      return [file];
    });
  };
}

/** No module has more; each of its files asks for all. */
const mostFiles = 200;

function listNames(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:tf|tofu)$/u.test(name));
    return names.slice(0, mostFiles);
  } catch {
    return [];
  }
}
