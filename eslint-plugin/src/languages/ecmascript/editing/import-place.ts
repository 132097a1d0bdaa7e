import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import type { Edit } from '../../edit.ts';
import { type FileHabits, getCodeEnd } from './habits.ts';
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
  { eol, semicolon }: FileHabits,
): Edit {
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
  if (lastImport) return insert(place, eol + code + (isLineEnd ? '' : eol));
  if (place === 0) return insert(0, code + eol + (/^(?:\r?\n|$)/.test(text) ? '' : eol));
  const isApart = /^\r?\n[ \t]*\r?\n/.test(text.slice(place));
  return insert(place, isApart ? eol + eol + code : eol + code + eol);
}

function insert(place: number, text: string): Edit {
  return { range: [place, place], text };
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
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(from));
  return from + (rest?.[0].trimEnd().length ?? 0);
}

/** Comments that speak of the file: licences, pragmas of tools. */
const aboutFile =
  /^\/\*!|^\/\/\/\s*<|^#!|copyright|licen[cs]e|SPDX|@(?:file|fileoverview|flow|format|jest|jsx|module|noflow|overview|preserve|prettier|providesModule|ts-check|ts-nocheck|vitest)|eslint-(?:disable|enable|env)(?!-)|^\/\*\s*(?:eslint|globals?|exported)\b/i;

/** The end of the comments at the top that belong to the file, and not to its first statement; 0 where there are none. */
function getHeaderEnd(text: string): number {
  const block =
    /\s*((?:#![^\r\n]*|\/\*[^]*?\*\/|\/\/[^\r\n]*)(?:[ \t]*\r?\n[ \t]*\/\/[^\r\n]*)*)[ \t]*(?=\r?\n|$)/y;
  let end = 0;
  for (let match = block.exec(text); match; match = block.exec(text)) {
    const comment = match[1] ?? '';
    const isApart = /^[ \t]*(?:\r?\n[ \t]*\r?\n|\s*$)/.test(text.slice(block.lastIndex));
    if (!isApart && !aboutFile.test(comment)) break;
    end = match.index + match[0].trimEnd().length;
  }
  return end;
}
