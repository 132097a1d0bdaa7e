import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import type { SourceCode } from '../../lint/linted-file.ts';
import { getLine, getLineEnding } from '../source/lines.ts';
import type { Node } from '../source/nodes.ts';
import { contains } from '../source/walk.ts';

const widest = 100;

/** On one line where it fits; else each argument on a line of its own, and what has lines of its own one level deeper. */
export function surround(
  sourceCode: SourceCode,
  outer: Node,
  { wrapper, list, name, inner }: { wrapper: string; list: string; name: string; inner: readonly TextEdit[] },
): TextEdit[] {
  const { text } = sourceCode;
  const [start, end] = outer.range;
  const line = getLine(sourceCode, start);
  const prefix = `${wrapper}(${list}, (${name}) => `;
  const breaks = findLineStarts(text, start, end);
  const lineEnd = breaks[0] ?? end + (/^[^\r\n]*/u.exec(text.slice(end))?.[0].length ?? 0);
  const growth =
    breaks.length > 0
      ? 0
      : inner.reduce((sum, { range, text: now }) => sum + now.length - (range[1] - range[0]), 1);
  if (lineEnd - line.start + prefix.length + growth <= widest)
    return [insert(start, prefix), insert(end, ')')];
  const eol = getLineEnding(text);
  const unit = getUnit(text, line.indent);
  const deeper = `${eol}${line.indent}${unit}`;
  return [
    insert(start, `${wrapper}(${deeper}${list},${deeper}(${name}) => `),
    ...breaks.filter((at) => !isInTemplate(sourceCode, outer, at)).map((at) => insert(at, unit)),
    insert(end, `,${eol}${line.indent})`),
  ];
}

function insert(at: number, text: string): TextEdit {
  return { range: [at, at], text };
}

/** Where lines begin in a stretch of text, but for empty ones. */
function findLineStarts(text: string, start: number, end: number): number[] {
  return Array.from(text.slice(start, end).matchAll(/\n(?!\r?\n)/gu), ({ index }) => start + index + 1);
}

function isInTemplate(sourceCode: SourceCode, outer: Node, offset: number): boolean {
  return contains(
    sourceCode,
    outer,
    ({ type, range }) => type === 'TemplateElement' && range[0] <= offset && offset <= range[1],
  );
}

/** One level of indentation. */
function getUnit(text: string, indent: string): string {
  if (indent.startsWith('\t') || (indent === '' && /^\t/mu.test(text))) return '\t';
  return /^ {4}(?=[^\s*])/mu.test(text) && !/^ {2}(?=[^\s*])/mu.test(text) ? '    ' : '  ';
}
