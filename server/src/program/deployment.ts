/** What the variables of the environment hold where the code is deployed; empty where nobody said. */
export type Deployment = ReadonlyMap<string, string>;

/** A text that says nothing of variables; the message names its line. */
export class DeploymentError extends Error {}

/**
 * Reads a `.env` file: `NAME=value`, `export NAME="value"`, comments, values in quotes over several lines.
 * `${OTHER}` stands for what the file, or what was read before, says of the other variable.
 *
 * @param text the content of the file
 * @param before what is known already
 * @throws DeploymentError for a line that is neither a comment nor a variable
 */
export function readEnvironment(text: string, before: Deployment = new Map()): Map<string, string> {
  const variables = new Map(before);
  const rest = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const entry =
    // eslint-disable-next-line regexp/no-super-linear-backtracking -- the last alternative takes any line, so that none fails
    /(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\[^])*)"|`([^`]*)`|([^#\n]*(?:(?<=\S)#[^\n]*)?))[ \t]*(?:#[^\n]*)?(?:\n|$)/uy;
  const blank = /[ \t]*(?:#[^\n]*)?(?:\n|$)/uy;
  let at = 0;
  while (at < rest.length) {
    blank.lastIndex = at;
    if (blank.test(rest)) {
      at = blank.lastIndex;
      continue;
    }
    entry.lastIndex = at + (/[ \t]*/u.exec(rest.slice(at))?.[0].length ?? 0);
    const match = entry.exec(rest);
    if (!match) {
      const line = rest.slice(0, at).split('\n').length;
      throw new DeploymentError(`line ${line} is no variable: write it as NAME=value.`);
    }
    const [, name = '', single, double, back, plain] = match;
    const value = single ?? double?.replaceAll(/\\([^])/gu, unescape) ?? back ?? plain?.trim() ?? '';
    variables.set(name, single === undefined ? expand(value, variables) : value);
    at = entry.lastIndex;
  }
  return variables;
}

function unescape(all: string, character: string): string {
  return (
    ({ n: '\n', r: '\r', t: '\t' } as Record<string, string>)[character] ??
    (character === '"' || character === '\\' ? character : all)
  );
}

function expand(value: string, variables: ReadonlyMap<string, string>): string {
  return value.replaceAll(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/gu,
    (_all, braced: string | undefined, fallback: string | undefined, bare: string | undefined) =>
      variables.get(braced ?? bare ?? '') ?? fallback ?? '',
  );
}
