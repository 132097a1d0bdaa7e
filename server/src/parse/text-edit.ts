import type { TextEdit } from 'eslint-plugin-multi-region/facts';

/** A piece of a file, as offsets. */
export interface Span {
  start: number;
  end: number;
}

/** What stands between brackets: an array, an object, the arguments of a call. */
export interface List {
  last: Span | undefined;
  /** the offset of the closing bracket */
  close: number;
}

/** The edit that only puts text in. */
export function insertAt(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n/u.exec(text)?.[0] ?? '\n';
}

/**
 * Adds an item to the end of a list, as the list is written: on a line of its own or on the same one, with or
 * without a trailing comma, and past a comment that belongs to the last item.
 *
 * @param comments those of the file
 * @returns undefined when what follows the last item is not understood
 */
export function appendToList(
  text: string,
  { last, close }: List,
  comments: readonly Span[],
  item: string,
): TextEdit[] | undefined {
  if (!last) return [insertAt(close, item)];
  const tail = readTail(text, { last, close }, comments);
  if (!tail) return undefined;

  const separator: TextEdit[] = tail.hasComma ? [] : [insertAt(tail.itemEnd, ',')];
  const trailing = tail.hasComma ? ',' : '';
  const isMultiline = text.slice(tail.end, close).includes('\n');
  const insertion = isMultiline
    ? insertAt(
        endOfLineComments(text, tail.end, comments),
        lineBreakOf(text) + indentOf(text, last) + item + trailing,
      )
    : insertAt(tail.end, ` ${item}${trailing}`);
  return [...separator, insertion];
}

/** What stands between the last item and the closing bracket: parentheses around the item, and a comma. */
function readTail(text: string, { last, close }: List & { last: Span }, comments: readonly Span[]) {
  let itemEnd = last.end;
  let end = last.end;
  let hasComma = false;
  for (let offset = last.end; offset < close;) {
    const comment = comments.find(({ start }) => start === offset);
    if (comment) {
      offset = comment.end;
      continue;
    }
    const character = text.charAt(offset);
    offset += 1;
    if (/\s/u.test(character)) continue;
    if (character === ',' && !hasComma) hasComma = true;
    else if (character === ')' && !hasComma) itemEnd = offset;
    else return undefined;
    end = offset;
  }
  return { itemEnd, end, hasComma };
}

/**
 * The end of the comments that stand behind something on the same line.
 *
 * @returns `offset` itself where there are none, or where code follows
 */
export function endOfLineComments(text: string, offset: number, comments: readonly Span[]): number {
  let end = offset;
  for (let position = offset; position < text.length;) {
    const comment = comments.find(({ start }) => start === position);
    if (comment && !text.slice(comment.start, comment.end).includes('\n')) {
      position = end = comment.end;
      continue;
    }
    const character = text.charAt(position);
    if (character === '\n' || character === '\r') return end;
    if (!/\s/u.test(character)) return offset;
    position += 1;
  }
  return end;
}

/** The indentation of an item: its own where it starts its line, else that of the line where it ends. */
function indentOf(text: string, { start, end }: Span): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/^\s*$/u.test(before)) return before;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return /^\s*/u.exec(line)?.[0] ?? '';
}
