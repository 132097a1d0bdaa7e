import type { Rule } from 'eslint';

interface Located {
  range?: [number, number];
}

/** What a rule makes its edits with: the same calls as ESLint's fixer, without a state of its own. */
export const fixer = {
  insertTextAfter: (node: Located, text: string) => insertAt(getRange(node)[1], text),
  insertTextAfterRange: ([, end]: [number, number], text: string) => insertAt(end, text),
  insertTextBefore: (node: Located, text: string) => insertAt(getRange(node)[0], text),
  insertTextBeforeRange: ([start]: [number, number], text: string) => insertAt(start, text),
  replaceText: (node: Located, text: string) => ({ range: getRange(node), text }),
  replaceTextRange: (range: [number, number], text: string) => ({ range, text }),
  remove: (node: Located) => ({ range: getRange(node), text: '' }),
  removeRange: (range: [number, number]) => ({ range, text: '' }),
} as Rule.RuleFixer;

function insertAt(at: number, text: string): Rule.Fix {
  return { range: [at, at], text };
}

function getRange({ range }: Located): [number, number] {
  if (range) return range;
  throw new TypeError('A fix names something that has no range.');
}

/**
 * Makes one edit of all that a rule's `fix` returns.
 *
 * @param fix the function of a report or of a suggestion
 * @param source the text that the ranges are about
 * @returns undefined if the rule's fixer returns null
 */
export function mergeEdits(fix: Rule.ReportFixer | null | undefined, source: string): Rule.Fix | undefined {
  const result = fix?.(fixer);
  if (!result) return undefined;
  if (!(Symbol.iterator in result)) return { range: [...result.range], text: result.text };
  const edits = [...result].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const first = edits[0];
  if (!first) return undefined;
  const [start] = first.range;
  let end = start;
  let text = '';
  for (const edit of edits) {
    if (edit.range[0] < end) throw new Error('Edits of one fix overlap.');
    text += source.slice(end, edit.range[0]) + edit.text;
    end = edit.range[1];
  }
  return { range: [start, end], text };
}
