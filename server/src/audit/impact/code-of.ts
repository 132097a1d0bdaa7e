import { extname } from 'node:path';

const components = new Set(['.astro', '.svelte', '.vue']);

/** Whether a file is a component of a framework that keeps code and markup in one file. */
export function isComponentName(name: string): boolean {
  return components.has(extname(name));
}

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
  const scripts = Array.from(text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/giu), ([, code = '']) => code);
  const [, front] = path.endsWith('.astro') ? (/^\s*---\r?\n([^]*?)\r?\n---/u.exec(text) ?? []) : [];
  return [...(front === undefined ? [] : [front]), ...scripts].map((code) => ({ filename, text: code }));
}
