import { globToRegExp } from '../glob.ts';
import type { LanguageFiles } from './language.ts';
import { remember } from '../remember.ts';

/**
 * The language of a file, by its name.
 *
 * @param path with forward or backward slashes; the file need not exist
 */
export function findLanguage<L extends LanguageFiles>(languages: readonly L[], path: string): L | undefined {
  const name = getBaseName(path);
  return languages.find((language) => getPatterns(language).files.test(name));
}

/** The language that a file holds among others, which it takes a parser of the project's to read: `Shop.vue`. */
export function findEmbeddedLanguage<L extends LanguageFiles>(
  languages: readonly L[],
  path: string,
): L | undefined {
  const name = getBaseName(path);
  return languages.find((language) => getPatterns(language).embeddedIn.test(name));
}

const getPatterns = remember(({ files, embeddedIn }: LanguageFiles) => ({
  files: toPattern(files),
  embeddedIn: toPattern(embeddedIn),
}));

/** One expression for all: endings share what stands in front of them. */
function toPattern(globs: readonly string[]): RegExp {
  const endings = globs.flatMap((glob) => /^\*\.(\w+)$/.exec(glob)?.[1] ?? []);
  const others = globs.filter((glob) => !/^\*\.\w+$/.test(glob)).map((glob) => globToRegExp(glob).source);
  const sources = endings.length === 0 ? others : [`\\.(?:${endings.join('|')})$`, ...others];
  // Nothing is among no globs.
  return new RegExp(sources.length === 0 ? '^(?!)' : sources.join('|'), 'i');
}

function getBaseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
