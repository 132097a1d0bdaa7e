import { join } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { PackageLayout } from './package-layout.ts';
import { asRecord, parseRecord } from './manifest.ts';
import { listFoldersAbove } from './paths.ts';

/** How a project writes its code. */
export interface Style {
  quote: "'" | '"';
  semicolons: boolean;
  /** One level: spaces or a tab. */
  indent: string;
  eol: '\n' | '\r\n';
}

/** Reads the formatting style from a file of the project, and from Prettier's settings where they are plain JSON. */
export function readStyle(
  sourcePath: string,
  text: string,
  layout: PackageLayout,
  root: string,
  files: WorkspaceFiles,
): Style {
  const said = readPrettier(sourcePath, layout, root, files) ?? {};
  const indent =
    said.useTabs === true
      ? '\t'
      : typeof said.tabWidth === 'number' && said.tabWidth > 0 && said.tabWidth <= 8
        ? ' '.repeat(said.tabWidth)
        : indentOf(text);
  return {
    quote: typeof said.singleQuote === 'boolean' ? (said.singleQuote ? "'" : '"') : quoteOf(text),
    semicolons: typeof said.semi === 'boolean' ? said.semi : hasSemicolons(text),
    indent,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function readPrettier(
  sourcePath: string,
  layout: PackageLayout,
  root: string,
  files: WorkspaceFiles,
): Record<string, unknown> | undefined {
  for (const folder of listFoldersAbove(sourcePath, root)) {
    for (const name of ['.prettierrc', '.prettierrc.json']) {
      const text = files.read(join(folder, name));
      const settings = text === undefined ? undefined : parseRecord(text);
      if (settings) return settings;
    }
  }
  return asRecord(layout.manifest.prettier);
}

function quoteOf(text: string): "'" | '"' {
  const imports = text.match(/(?:\bfrom|\bimport|\brequire\()\s*['"]/gu) ?? [];
  const places = imports.length > 0 ? imports.join('') : text;
  return count(places, '"') > count(places, "'") ? '"' : "'";
}

function hasSemicolons(text: string): boolean {
  const ends = text
    .split('\n')
    .filter((line) => /^(?:(?:import|export|var)\b|\s*(?:const|let|return)\b)/u.test(line))
    .map((line) => line.trimEnd())
    .filter((line) => /[\w'")\]}];?$/u.test(line.slice(-2)));
  const withSemicolon = ends.filter((line) => line.endsWith(';')).length;
  return ends.length === 0 || withSemicolon * 3 >= ends.length;
}

function indentOf(text: string): string {
  const [indent = '  '] = /^(?:\t| {2,8})(?=[^\s*])/mu.exec(text) ?? [];
  return indent;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
