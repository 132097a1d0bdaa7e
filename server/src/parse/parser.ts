import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Linter } from 'eslint';
import { toEstree } from './estree.ts';
import { createLineIndex } from './lines.ts';
import { createOxc } from './oxc.ts';
import { ParseError } from './parse-error.ts';

/** What ESLint tells a parser, as far as it matters here. */
interface ParserOptions {
  filePath?: string;
  sourceType?: 'commonjs' | 'module' | 'script';
}

/** What comes of parsing a file. Nodes know their parents. */
export interface ParsedFile {
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

/**
 * Parses a file into the AST and the scopes of typescript-eslint, without tokens.
 *
 * @throws ParseError when that is not possible
 */
export type FileParser = (text: string, options: ParserOptions) => ParsedFile;

/** Makes a parser out of oxc's wasm build: no native binding and no TypeScript to ship. */
export function createFileParser(): FileParser {
  const oxc = createOxc();

  return (text, { filePath = 'file.ts', sourceType = 'module' }) => {
    const { positionOf } = createLineIndex(text);
    const result = oxc.parse(filePath, text);
    if (!result.program) throw new ParseError(result.message, result.offset, positionOf(result.offset));

    const ast = toEstree(result.program, result.comments, positionOf);
    ast.sourceType = sourceType === 'module' ? 'module' : 'script';
    const scopeManager = analyze(ast, {
      sourceType: ast.sourceType,
      globalReturn: sourceType === 'commonjs',
      // ESLint knows the globals; a list of all of TypeScript's types is nothing that rules here ask for.
      lib: [],
    });
    return { ast, scopeManager, visitorKeys };
  };
}

/**
 * Makes a parser for ESLint.
 *
 * @param parse who parses for others as well shares it: each has a memory of its own
 */
export function createParser(parse: FileParser = createFileParser()): Linter.Parser {
  return {
    meta: { name: 'multi-region/oxc', version: '0.1.0' },
    parseForESLint: (text: string, options: unknown) =>
      ({ ...parse(text, options as ParserOptions), services: {} }) as unknown as Linter.ESLintParseResult,
  };
}
