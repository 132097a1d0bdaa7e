import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of somebody else's. */
export interface CorpusFile {
  path: string;
  /** Without a byte order mark, which ESLint takes off too. */
  text: string;
}

const sourceName = /(?<!\.d)\.[cm]?[jt]sx?$/;
const largest = 300_000;

/**
 * Finds source files: not the declarations of types, and none that is larger than people write.
 *
 * @param folder absolute
 * @param isWanted called with the path of each file, in the order of the alphabet
 */
export function* findSources(
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): Generator<CorpusFile> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      if (!name.startsWith('.')) yield* findSources(path, isWanted);
    } else if (stat?.isFile() && sourceName.test(name) && stat.size <= largest && isWanted(path)) {
      yield { path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
    }
  }
}
