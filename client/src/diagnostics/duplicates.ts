import type { Diagnostic, Range } from 'vscode';

/** What the ESLint extension writes as the source of its diagnostics. */
const eslint = 'eslint';

/**
 * Leaves out what the ESLint extension shows already: the same rule at the same place.
 *
 * @param own of this extension
 * @param all that are shown for the document, in any order, own ones among them
 * @returns those of `own` to show, in their order
 */
export function withoutDuplicates(own: readonly Diagnostic[], all: readonly Diagnostic[]): Diagnostic[] {
  const shown = new Set(all.filter(({ source }) => source === eslint).map(nameOf));
  return own.filter((diagnostic) => !shown.has(nameOf(diagnostic)));
}

function nameOf({ code, range }: Diagnostic): string {
  const rule = typeof code === 'object' ? code.value : code;
  return `${rule ?? ''} ${nameOfRange(range)}`;
}

function nameOfRange({ start, end }: Range): string {
  return [start.line, start.character, end.line, end.character].join(':');
}
