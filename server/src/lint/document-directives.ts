import type { Linter } from 'eslint';

/** A comment that silences rules, as ESLint's languages give it. */
interface Directive {
  type: 'disable' | 'disable-line' | 'disable-next-line' | 'enable';
  node: { loc: { start: { line: number; column: number }; end: { line: number } } };
  /** The rules, with commas; empty for all. */
  value: string;
}

/**
 * Makes a test for messages that a comment silences, as ESLint does: for its line, for the next one, or up to the comment
 * that ends it.
 *
 * @param found from `getDisableDirectives`, in the order of the file
 */
export function createDirectiveFilter(found: readonly unknown[]): (message: Linter.LintMessage) => boolean {
  const directives = found as readonly Directive[];
  return ({ ruleId, line, column }) => {
    let isOff = false;
    for (const { type, node, value } of directives) {
      const rules = value.split(',').map((each) => each.trim());
      if (value !== '' && !rules.includes(ruleId ?? '')) continue;
      const { start, end } = node.loc;
      if (type === 'disable-line' && start.line === line) return true;
      if (type === 'disable-next-line' && end.line + 1 === line) return true;
      const isBefore = start.line < line || (start.line === line && start.column < column);
      if (isBefore && type === 'disable') isOff = true;
      if (isBefore && type === 'enable') isOff = false;
    }
    return isOff;
  };
}
