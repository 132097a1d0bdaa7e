import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Linter } from 'eslint';
import { toEstree } from './estree.ts';
import { createIncrementalParser } from './incremental/incremental-parser.ts';
import { createLineIndex } from './lines.ts';
import { createOxc } from './oxc.ts';
import { ParseError } from './parse-error.ts';
import type { ParsedFile } from './parsed-file.ts';

/** What ESLint tells a parser, as far as it matters here. */
interface ParserOptions {
  filePath?: string;
  sourceType?: 'commonjs' | 'module' | 'script';
  /**
   * Whether the file is being edited, so that its tree is kept for the next version: the result of the call before is
   * of no use any more then. ESLint never says so.
   */
  isEdited?: boolean;
}

/**
 * Parses a file into the AST and the scopes of typescript-eslint, without tokens.
 *
 * @returns also whether nodes of the version before are in it, so that what was found at them does not hold any more
 * @throws ParseError when that is not possible
 */
export type FileParser = (text: string, options: ParserOptions) => ParsedFile & { isUpdated: boolean };

/** Makes a parser out of oxc's wasm build: no native binding and no TypeScript to ship. */
export function createFileParser(): FileParser {
  const oxc = createOxc();
  const incremental = createIncrementalParser(oxc);

  return (text, { filePath = 'file.ts', sourceType = 'module', isEdited = false }) => {
    const kept = isEdited && sourceType === 'module' ? incremental.parse(text, filePath) : undefined;
    if (kept) return { ...kept.file, isUpdated: kept.isUpdated };
    const lines = createLineIndex(text);
    const result = oxc.parse(filePath, text);
    if (!result.program) throw new ParseError(result.message, result.offset, lines.positionOf(result.offset));

    const ast = toEstree(result.program, result.comments, lines);
    ast.sourceType = sourceType === 'module' ? 'module' : 'script';
    let scopeManager: ScopeManager | undefined;
    return {
      ast,
      // Most files have nothing to ask them for.
      get scopeManager() {
        return (scopeManager ??= analyze(ast, {
          sourceType: ast.sourceType,
          globalReturn: sourceType === 'commonjs',
          // ESLint knows the globals; a list of all of TypeScript's types is nothing that rules here ask for.
          lib: [],
        }));
      },
      visitorKeys,
      lines,
      isUpdated: false,
    };
  };
}

/**
 * Makes a parser for ESLint.
 *
 * @param parse who parses for others as well shares it: each has a memory of its own
 * @param createTimeLimit starts the time that the analysis of a file has
 */
export function createParser(
  parse: FileParser = createFileParser(),
  createTimeLimit: () => () => boolean = () => () => false,
): Linter.Parser {
  return {
    meta: { name: 'multi-region/oxc', version: '0.1.0' },
    parseForESLint(text: string, options: unknown) {
      const { filePath, sourceType } = options as ParserOptions;
      const {
        ast,
        scopeManager,
        visitorKeys: keys,
      } = parse(text, {
        ...(filePath !== undefined && { filePath }),
        ...(sourceType !== undefined && { sourceType }),
      });
      // Files that only ESLint can lint have no more time than others.
      const services = { isTimeUp: createTimeLimit() };
      return { ast, scopeManager, visitorKeys: keys, services } as unknown as Linter.ESLintParseResult;
    },
  };
}
