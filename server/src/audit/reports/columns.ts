/**
 * Makes columns of a table. Where it is wider than the window, the widest columns break their cells into lines.
 *
 * @param rows the first one holds the headings
 * @param width of the window in characters; undefined: as wide as it takes
 */
export function alignColumns(rows: readonly (readonly string[])[], width?: number): string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const gaps = 2 * (count - 1);
  if (width !== undefined) shrink(widths, width - gaps);
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => wrap(cell, width === undefined ? undefined : widths[column]));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => {
          const text = lines[line] ?? '';
          return column === count - 1 ? text : text.padEnd(widths[column] ?? 0);
        })
        .join('  ')
        .trimEnd(),
    );
  });
}

const narrowest = 12;

/** Takes from the widest column, a character at a time, until all fit. */
function shrink(widths: number[], room: number): void {
  for (let sum = widths.reduce((a, b) => a + b, 0); sum > room; sum--) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) return;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
}

/**
 * Breaks a text into lines, between words or behind a slash; what is longer than a line is cut, behind a mark if it has one.
 *
 * @param width in characters; undefined: one line
 */
export function wrap(text: string, width?: number): string[] {
  if (width === undefined || text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  const words = (text.match(/\S+|\s+/gu) ?? []).flatMap((word) =>
    word.length > width ? word.split(/(?<=\/)/u) : [word],
  );
  for (const part of words) {
    let rest = part;
    if (line.length + rest.trimEnd().length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
      rest = rest.trimStart();
    }
    while (rest.length > width && rest.trim() !== '') {
      const end = findCut(rest, width);
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    line += rest;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Where to cut a word: behind its last mark in the second half of the line, or at the edge. */
function findCut(word: string, width: number): number {
  const end = word.slice(0, width).search(/[-_.][^-_.]*$/u) + 1;
  return end > width / 2 ? end : width;
}
