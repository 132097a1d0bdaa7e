import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createScratchRepository } from '../../support/scratch-repository.ts';

/** A project in a folder of its own, with packages of this repository installed. */
export interface Tree {
  root: string;
  write: (files: Record<string, string>) => void;
  /** The files that an editor would open, absolute. */
  listSources(): string[];
  remove: () => void;
}

const modules = join(import.meta.dirname, '../../../node_modules');

/**
 * Makes a project.
 *
 * @param files texts by path
 * @param eslint which of the installed packages is its ESLint; undefined: none is installed
 */
export function createTree(files: Record<string, string>, eslint: string | undefined): Tree {
  const scratch = createScratchRepository();
  const { root } = scratch;
  scratch.write(files);
  const packages = ['eslint-plugin-multi-region', '@typescript-eslint/parser', 'jiti'];
  for (const name of packages) link(name, name);
  if (eslint !== undefined) link(eslint, 'eslint');
  return {
    root,
    write: (more) => {
      scratch.write(more);
    },
    remove: () => {
      scratch.remove();
    },
    listSources: () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:[cm]?[jt]sx?|vue)$/u.test(path) && !path.includes('node_modules'))
        .map((path) => join(root, path)),
  };

  function link(name: string, as: string): void {
    const path = join(root, 'node_modules', as);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(modules, name), path, 'junction');
  }
}
