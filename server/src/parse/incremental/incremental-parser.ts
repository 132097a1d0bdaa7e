import { extname } from 'node:path';
import type { Oxc } from '../oxc.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { KeptFile } from './kept-file.ts';
import type { ParsedPiece, ParsePiece } from './parse-part.ts';

/** Parses files that are being edited: what did not change is not parsed again. */
export interface IncrementalParser {
  /**
   * @returns what parsing the whole file would give, and whether nodes of the call before are still in it. They have
   *   moved with the text, so what was found at them before does not hold any more. Undefined when the file has to be
   *   parsed as a whole, and cannot be kept: because of an error in it, say
   */
  parse(text: string, filePath: string): { file: ParsedFile; isUpdated: boolean } | undefined;
}

/** So many files keep their trees: people edit a few at a time, and a tree takes a hundred times its text. */
const limit = 6;

export function createIncrementalParser(oxc: Oxc): IncrementalParser {
  // In the order of their last use.
  const files = new Map<string, KeptFile>();

  return {
    parse(text, filePath) {
      const isTypeScript = ['.cts', '.mts', '.ts', '.tsx'].includes(extname(filePath).toLowerCase());
      const known = files.get(filePath);
      const isUpdated =
        known !== undefined &&
        (known.text === text || known.update(text, toParsePiece(oxc, filePath, known)));
      const file = isUpdated ? known : readWhole(text, filePath, isTypeScript);
      if (!file) return undefined;
      files.delete(filePath);
      files.set(filePath, file);
      const [oldest] = files.keys();
      if (files.size > limit && oldest !== undefined) files.delete(oldest);
      return { file: file.toParsedFile(), isUpdated };
    },
  };

  function readWhole(text: string, filePath: string, isTypeScript: boolean): KeptFile | undefined {
    // Declarations are another language.
    if (/\.d\.[cm]?ts$/iu.test(filePath)) return undefined;
    const result = oxc.parseOnce(filePath, text);
    if (!result.program || !result.isClean) return undefined;
    return new KeptFile(text, result.program, result.comments, isTypeScript);
  }
}

function toParsePiece(oxc: Oxc, filePath: string, { sourceType }: KeptFile): ParsePiece {
  return (text) => {
    // These may make a module of it.
    if (sourceType === 'script' && /\b(?:await|export|import)\b/u.test(text)) return undefined;
    const result = oxc.parseOnce(filePath, text, sourceType);
    if (!result.program) return 'broken';
    if (!result.isClean) return undefined;
    return { program: result.program as unknown as ParsedPiece['program'], comments: result.comments };
  };
}
