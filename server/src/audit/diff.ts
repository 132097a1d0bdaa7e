/** Lines of a file, from 1, both included. */
export type LineRange = readonly [first: number, last: number];

/**
 * Reads which lines a diff adds.
 *
 * @param diff what `git diff --unified=0` prints, with the prefixes `a/` and `b/`
 * @returns by path; files to which nothing was added are in it with no lines, deleted ones are not
 */
export function parseAddedLines(diff: string): Map<string, LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let start = 0;
  while (start < diff.length) {
    const line = readLine();
    if (line.startsWith('+++ ')) {
      ranges = [];
      const path = parsePath(line.slice('+++ '.length));
      if (path !== undefined) files.set(path, ranges);
      continue;
    }
    const [, removed = '1', first = '', added = '1'] =
      /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
    if (first === '') continue;
    if (added !== '0') ranges.push([Number(first), Number(first) + Number(added) - 1]);
    // A line of code may look like a header, so the hunk is passed over by its length.
    for (let left = Number(removed) + Number(added); left > 0; left--) {
      if (readLine().startsWith('\\')) left++; // "\ No newline at end of file" is not counted
    }
  }
  return files;

  function readLine(): string {
    const end = diff.indexOf('\n', start);
    const line = diff.slice(start, end === -1 ? undefined : end);
    start = end === -1 ? diff.length : end + 1;
    return line;
  }
}

/** Reads `b/src/a.ts`, `"b/with \"quotes\".ts"` and `/dev/null`. */
function parsePath(text: string): string | undefined {
  const name = text.startsWith('"')
    ? unquote(text.slice(1, text.lastIndexOf('"')))
    : text.replace(/\t$/u, '');
  return name.startsWith('b/') ? name.slice('b/'.length) : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Undoes git's quoting of names with control characters, quotes and backslashes. */
function unquote(text: string): string {
  return text.replaceAll(/\\([0-7]{3}|.)/gu, (_all, code: string) =>
    code.length === 3 ? String.fromCharCode(parseInt(code, 8)) : (escapes[code] ?? code),
  );
}
