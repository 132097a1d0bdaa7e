import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '../../node_modules');

/** Gives a folder ESLint and the plugin, as an installation would. */
export function linkPackages(root: string): void {
  mkdirSync(join(root, 'node_modules/@typescript-eslint'), { recursive: true });
  for (const name of ['eslint', 'eslint-plugin-multi-region', '@typescript-eslint/parser']) {
    symlinkSync(join(modules, name), join(root, 'node_modules', name), 'junction');
  }
}
