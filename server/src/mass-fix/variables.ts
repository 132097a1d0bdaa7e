import { basename } from 'node:path';
import type { FixChange } from './fix-plan.ts';

/** An environment variable that a fix added to an example file. */
export interface NewVariable {
  name: string;
  /** What the code did without it. */
  value: string;
  /** Absolute: the `.env.example` or its like. */
  path: string;
}

/** Reads from the example files what their readers have to set. */
export function listNewVariables(changes: readonly FixChange[]): NewVariable[] {
  return changes
    .filter(({ path }) => basename(path).startsWith('.env'))
    .flatMap(({ path, before, after }) => {
      const known = new Set(readVariables(before ?? '').map(([name]) => name));
      return readVariables(after)
        .filter(([name]) => !known.has(name))
        .map(([name, value]) => ({ name, value, path }));
    });
}

function readVariables(text: string): [name: string, value: string][] {
  const lines = text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=(.*)$/gmu);
  return Array.from(lines, ([, name = '', value = '']) => [name, value.trim()]);
}
