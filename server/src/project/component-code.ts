import { extname } from 'node:path';

const components = new Set(['.astro', '.svelte', '.vue']);

/** Whether a file is a component of a framework that keeps code and markup in one file. */
export function isComponentName(name: string): boolean {
  return components.has(extname(name).toLowerCase());
}

/** The stretches of a component that are code: its scripts, and what Astro has between `---`. */
export function findScripts(path: string, text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  const [front, code = ''] = path.endsWith('.astro') ? (/^\s*---\r?\n([^]*?)\r?\n---/u.exec(text) ?? []) : [];
  if (front !== undefined) {
    const start = front.indexOf(code, front.indexOf('---') + 3);
    found.push([start, start + code.length]);
  }
  // JSON-LD, shaders and templates are scripts by name only.
  const script = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([^]*?)<\/script\s*>/giu;
  for (const { 0: all, 1: attributes = '', 2: body = '', index } of text.matchAll(script)) {
    const [, type = 'module'] = /\btype\s*=\s*["']?([^"'\s>]*)/iu.exec(attributes) ?? [];
    if (!/^(?:module|text\/(?:babel|java|type)script|application\/javascript|ts|)$/iu.test(type)) continue;
    const start = index + all.length - body.length - (/<\/script\s*>$/iu.exec(all)?.[0].length ?? 0);
    found.push([start, start + body.length]);
  }
  return found;
}

/**
 * The code of a component with spaces for all that is none, so that every place stays where it is. Two scripts of
 * one component become one text; other files are code as they are.
 */
export function blankOutMarkup(path: string, text: string): string {
  if (!isComponentName(path)) return text;
  let result = '';
  let end = 0;
  for (const [start, stop] of findScripts(path, text)) {
    if (start < end) continue;
    result += blank(text.slice(end, start)) + text.slice(start, stop);
    end = stop;
  }
  return result + blank(text.slice(end));
}

/** A `;` before a script ends what the one before it left open. */
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}
