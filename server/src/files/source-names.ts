import { findEmbeddedLanguage, findLanguage, languages } from 'eslint-plugin-multi-region/languages';

/** Whether a file name is that of JavaScript or TypeScript code; declarations (`.d.ts`) hold no code that runs. */
export function isSourceName(name: string): boolean {
  return isParsedHere(name) && !isDeclaration(name);
}

/** Whether a file may hold facts: it is of one of our languages, or a component that a parser of the project's reads. */
export function isLintableName(name: string): boolean {
  const isOurs = findLanguage(languages, name) ?? findEmbeddedLanguage(languages, name);
  return isOurs !== undefined && !isDeclaration(name);
}

/** Whether the embedded parser reads files of that name: JavaScript and TypeScript, declarations included. */
export function isParsedHere(name: string): boolean {
  return findLanguage(languages, name)?.id === 'ecmascript';
}

function isDeclaration(name: string): boolean {
  return /\.d\.[cm]?ts$/u.test(name);
}

/** Folders that hold other people's code or no code, wherever they are. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
