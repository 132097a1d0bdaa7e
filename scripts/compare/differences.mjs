const code = /^[^\t]*?\.[cm]?[jt]sx?(?=[: ])/;
/** Comments, and errors that are thrown, in code that `fix` writes. */
const wordsOfCode = /^[^\t]*?: \+\s*(?:\/\/|\/?\*|#|throw new Error\()/;

/**
 * @param {string} before rows, a line each
 * @param {string} after
 * @param {{ ignoreWords: boolean, onlyCode: boolean }} options
 * @returns {string[]} rows that only one of them has, `-` before those of `before`; empty when nothing differs
 */
export function findDifferences(before, after, { ignoreWords, onlyCode }) {
  const [first, second] = [before, after].map((rows) => {
    const kept = rows.split('\n').filter((row) => row !== '' && (!onlyCode || code.test(row)));
    if (!ignoreWords) return kept;
    return kept.filter((row) => !wordsOfCode.test(row)).map((row) => row.split('\t', 1)[0]);
  });
  const differences = [
    ...without(first, second).map((row) => `- ${row}`),
    ...without(second, first).map((row) => `+ ${row}`),
  ];
  if (differences.length > 0) return differences.sort((a, b) => compare(a.slice(2), b.slice(2)));
  return first.join('\n') === second.join('\n') ? [] : ['the same lines in another order'];
}

function without(rows, others) {
  const counts = new Map();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = counts.get(row) ?? 0;
    counts.set(row, count - 1);
    return count <= 0;
  });
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
