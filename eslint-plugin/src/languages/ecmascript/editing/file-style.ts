import type { Node, SourceCode } from '../ast.ts';

/** How a file is written, as far as a new import has to know. */
export interface FileStyle {
  eol: string;
  quote: "'" | '"';
  semicolon: ';' | '';
  /** What stands inside the braces of an import: a space or nothing. */
  padding: ' ' | '';
}

/**
 * Reads the formatting style of a file from its imports, or else from its other statements and texts.
 *
 * @param imports its import and require statements
 */
export function readFileStyle({ text, ast }: SourceCode, imports: readonly Node[]): FileStyle {
  const sources = imports.map((node) => text.slice(...node.range)).join('\n');
  const statements = imports.length > 0 ? imports : ast.body.filter(endsWithSemicolon);
  const endings = statements.map((node) => text.charAt(getCodeEnd(text, node) - 1));
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    quote: (preferDouble(sources) ?? preferDouble(text) ?? false) ? '"' : "'",
    semicolon: endings.length === 0 || endings.includes(';') ? ';' : '',
    padding: /\{\w/.test(sources) && !sources.includes('{ ') ? '' : ' ',
  };
}

/** The end of a statement, without a semicolon that stands on a later line to guard that line. */
export function getCodeEnd(text: string, { range: [start, end] }: Node): number {
  if (text[end - 1] !== ';') return end;
  const before = text.slice(start, end - 1);
  const length = before.trimEnd().length;
  return before.includes('\n', length) ? start + length : end;
}

/** Whether the statement is of a kind that ends with a semicolon where a file has any. */
function endsWithSemicolon({ type }: Node): boolean {
  return /^(?:ExpressionStatement|VariableDeclaration|ReturnStatement|ExportAllDeclaration|ThrowStatement)$/.test(
    type,
  );
}

/** Undefined where neither quote is used, or both are used alike. */
function preferDouble(text: string): boolean | undefined {
  const single = text.match(/'[^'"\n]*'/g)?.length ?? 0;
  const double = text.match(/"[^'"\n]*"/g)?.length ?? 0;
  return single === double ? undefined : double > single;
}
