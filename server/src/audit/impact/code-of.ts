import { findScripts, isComponentName } from '../../project/component-code.ts';

/** Code for the parser: its text, and a name whose extension tells the language. */
export interface Code {
  filename: string;
  text: string;
}

/**
 * Takes the code out of a component file (`.vue`, `.svelte`, `.astro`); other files are code as they are.
 *
 * @param path the path of the file
 * @param text its content
 */
export function codeOf(path: string, text: string): Code[] {
  if (!isComponentName(path)) return [{ filename: path, text }];
  const filename = `${path}.ts`;
  return findScripts(path, text).map(([start, end]) => ({ filename, text: text.slice(start, end) }));
}
