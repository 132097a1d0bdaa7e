import { analyze } from '@typescript-eslint/scope-manager';
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

/**
 * Makes a parser for ESLint out of oxc's wasm build: no native binding and no TypeScript to ship. It gives
 * the AST and the scopes of typescript-eslint, without tokens. A file that cannot be parsed makes it throw
 * a `ParseError`.
 */
export function createParser(): Linter.Parser {
  const oxc = createOxc();

  return {
    meta: { name: 'multi-region/oxc', version: '0.1.0' },
    parseForESLint(text: string, options: unknown) {
      const { filePath = 'file.ts', sourceType = 'module' } = options as ParserOptions;
      const positionOf = createLineIndex(text);
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
      return { ast, scopeManager, visitorKeys, services: {} } as unknown as Linter.ESLintParseResult;
    },
  };
}
