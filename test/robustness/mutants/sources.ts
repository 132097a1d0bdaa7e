import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAuditedName, isDocumentName } from '../../../server/src/files/source-names.ts';
import { createProgram } from '../fuzz/programs.ts';
import type { Random } from '../fuzz/random.ts';

/** A file that mutants are made of. */
export interface Source {
  /** Its name; the extension names the language. */
  name: string;
  text: string;
}

/** The files of a folder that an audit would look at. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules|[\\/]dist/u.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isAuditedName(path) && !path.endsWith('package-lock.json'))
    .map((path) => ({
      name: path.slice(folder.length + 1).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .filter(({ text }) => text.length < 20_000);
}

/** One of the sources, or a program that is made up. */
export function pickSource(sources: readonly Source[], random: Random): Source {
  if (random.below(2) === 0) return random.pick(sources);
  const { filename, text } = createProgram(random.below(1_000_000));
  return { name: filename, text };
}

/** Whether a source is a program, and no template or settings file. */
export function isProgram({ name }: Source): boolean {
  return !isDocumentName(name);
}
