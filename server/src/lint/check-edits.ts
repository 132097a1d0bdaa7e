import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { extname } from 'node:path';
import { isParsedHere } from '../files/source-names.ts';
import { createFileParser, type FileParser } from '../parse/parser.ts';
import { applyEdits } from '../parse/apply-edits.ts';
import { findLostNode } from './compare-trees.ts';

/**
 * Says what edits of a file would break: what they are not about has to be what it was.
 *
 * @param path absolute; its extension names the language
 * @param before the text that they are for, byte order mark included
 * @returns a sentence; undefined when all is well, or where nobody can tell: the file is no code, or is broken already
 */
export type EditCheck = (path: string, before: string, edits: readonly TextEdit[]) => string | undefined;

/** Makes such a check; its parser is loaded with the first file. */
export function createEditCheck(): EditCheck {
  let parse: FileParser | undefined;

  function read(path: string, text: string): object {
    parse ??= createFileParser();
    const code = text.replace(/^\uFEFF/u, '').replace(/^#!/u, '//');
    return parse(code, {
      filePath: path,
      sourceType: extname(path) === '.cjs' ? 'commonjs' : 'module',
    }).ast;
  }

  return (path, before, edits) => {
    if (!isParsedHere(path)) return undefined;
    let tree: object;
    try {
      tree = read(path, before);
    } catch {
      return undefined;
    }
    try {
      const after = read(path, applyEdits(before, edits));
      const lost = findLostNode(tree, after, edits, before.startsWith('\uFEFF') ? 1 : 0);
      return lost && `The ${lost.type} at offset ${lost.range[0]} would change.`;
    } catch (error) {
      return (error as Error).message;
    }
  };
}
