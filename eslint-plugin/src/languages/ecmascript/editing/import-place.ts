import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import { insertAt, type TextEdit } from '../../../facts/text-edit.ts';
import { type FileStyle, getCodeEnd } from './file-style.ts';
import { skipGap } from './skip-gap.ts';

/**
 * The edit that adds a statement to the imports of a file: behind those that it begins with, or else behind its
 * shebang, directives (`'use client'`) and licence.
 *
 * @param isImport whether a statement is one of the file's imports
 * @param statement the source of the new one
 */
export function insertImport(
  { text, ast }: SourceCode,
  isImport: (statement: TSESTree.ProgramStatement) => boolean,
  statement: string,
  { eol, semicolon }: FileStyle,
): TextEdit {
  const directives = ast.body.findIndex((node) => !isDirective(node));
  const start = directives < 0 ? ast.body.length : directives;
  let first = start;
  // Imports are run first, wherever they stand; a require is not.
  if (ast.body.some(isEsImport)) while (!isEsImport(ast.body[first])) first++;
  let end = first;
  for (let node = ast.body[end]; node && isImport(node); node = ast.body[end]) end++;

  const lastImport = end > first ? ast.body[end - 1] : undefined;
  const lastDirective = ast.body[start - 1];
  const header = lastImport ?? lastDirective;
  const place = header ? getLineEnd(text, getCodeEnd(text, header)) : getHeaderEnd(text);
  const next = skipGap(text, place);
  const guard =
    semicolon === '' && !statement.startsWith('import') && /[([`+\-/]/.test(text.charAt(next)) ? ';' : '';
  const code = statement + semicolon + guard;
  // `import a from 'a'; start();`
  const isLineEnd = /^[ \t]*(?:\r?\n|$)/.test(text.slice(place));
  if (lastImport) return insertAt(place, eol + code + (isLineEnd ? '' : eol));
  if (place === 0) return insertAt(0, code + eol + (/^(?:\r?\n|$)/.test(text) ? '' : eol));
  const isApart = /^\r?\n[ \t]*\r?\n/.test(text.slice(place));
  return insertAt(place, isApart ? eol + eol + code : eol + code + eol);
}

function isDirective(node: TSESTree.ProgramStatement): boolean {
  return (
    node.type === 'ExpressionStatement' &&
    node.expression.type === 'Literal' &&
    typeof node.expression.value === 'string'
  );
}

function isEsImport(node: TSESTree.ProgramStatement | undefined): boolean {
  return node === undefined || node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration';
}

/** The end of the line, where only a comment stands behind an offset; else the offset itself. */
function getLineEnd(text: string, from: number): number {
  const end = skip(text, from, /[^\r\n]/);
  const rest = text.slice(from, end).trim();
  const isComment =
    rest.startsWith('//') || (rest.startsWith('/*') && rest.indexOf('*/') === rest.length - 2);
  return isComment ? from + text.slice(from, end).trimEnd().length : from;
}

/** Comments that speak of the file: licences, pragmas of tools. */
const aboutFile =
  /^\/\*!|^\/\/\/\s*<|^#!|copyright|licen[cs]e|SPDX|@(?:file|fileoverview|flow|format|jest|jsx|module|noflow|overview|preserve|prettier|providesModule|ts-check|ts-nocheck|vitest)|eslint-(?:disable|enable|env)(?!-)|^\/\*\s*(?:eslint|globals?|exported)\b/i;

/** The end of the comments at the top that belong to the file, and not to its first statement; 0 where there are none. */
function getHeaderEnd(text: string): number {
  let end = 0;
  for (let comment = readComment(text, 0); comment; comment = readComment(text, comment.next)) {
    if (!isApart(text, comment.next) && !aboutFile.test(text.slice(comment.start, comment.end))) break;
    end = comment.end;
  }
  return end;
}

/**
 * Reads a comment that has its lines for itself, with the `//` lines below it. By hand: an expression for it would go
 * back and forth in what is no such comment.
 *
 * @returns its place, and where the line ends; undefined where there is none
 */
function readComment(text: string, from: number): { start: number; end: number; next: number } | undefined {
  const start = skip(text, from, /\s/);
  let end = start;
  if (text.startsWith('//', start) || text.startsWith('#!', start)) end = skip(text, start, /[^\r\n]/);
  else if (text.startsWith('/*', start)) end = text.indexOf('*/', start + 2) + 2;
  if (end < start + 2) return undefined;
  for (let line = findNextLine(text, end); line !== undefined; line = findNextLine(text, end)) {
    const below = skip(text, line, /[ \t]/);
    if (!text.startsWith('//', below)) break;
    end = skip(text, below, /[^\r\n]/);
  }
  const next = skip(text, end, /[ \t]/);
  if (next < text.length && !/^\r?\n/.test(text.slice(next, next + 2))) return undefined;
  return { start, end, next };
}

/** Where the next line starts, if nothing but spaces follows on this one. */
function findNextLine(text: string, from: number): number | undefined {
  const end = skip(text, from, /[ \t]/);
  const [lineBreak] = /^\r?\n/.exec(text.slice(end, end + 2)) ?? [];
  return lineBreak === undefined ? undefined : end + lineBreak.length;
}

/** Whether an empty line follows, or nothing at all. */
function isApart(text: string, from: number): boolean {
  const line = findNextLine(text, from);
  if (line === undefined) return skip(text, from, /\s/) === text.length;
  return findNextLine(text, line) !== undefined || skip(text, line, /\s/) === text.length;
}

/** The first place from `from` on where there is another character. */
function skip(text: string, from: number, characters: RegExp): number {
  let at = from;
  while (at < text.length && characters.test(text.charAt(at))) at++;
  return at;
}
