/**
 * Turns a glob into a regular expression: `**`, `*`, `?` and `{a,b}`, as far as settings need them.
 *
 * @param glob a path pattern with forward slashes
 * @returns an expression for a whole path with forward slashes
 */
export function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[\\^$.|+()[\]]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('{')) {
      const alternatives = token.slice(1, -1).split(',');
      return `(?:${alternatives.map((text) => text.replace(/[\\^$.|+()[\]?]/g, '\\$&').replace(/\*/g, '[^/]*')).join('|')})`;
    }
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
