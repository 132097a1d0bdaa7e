/** A host that ends in one of the domains that are looked for. */
export interface Host {
  /** What stands before the domain, split at the dots. */
  labels: readonly string[];
  domain: string;
  start: number;
  end: number;
}

/** What ends a host that a template leaves open: the end of the text, or `x`, which stands for what is interpolated. */
export const openEnd = '(?:$|x(?![\\w.-]))';

const hostCharacter = /[\w.*-]/;

/** A regular expression for the end of a host in one of the domains; its first group is the domain. */
export function createDomainEnd(domains: Iterable<string>): RegExp {
  // Longest first: amazonaws.com.cn before amazonaws.com.
  const alternatives = [...domains]
    .sort((a, b) => b.length - a.length)
    .map((domain) => domain.replaceAll('.', '\\.'));
  return new RegExp(`\\.(${alternatives.join('|')})(?![A-Za-z0-9-]|\\.[A-Za-z0-9])`, 'g');
}

/** Finds the hosts by their domains, and reads back to where each starts: one pass, however long the text. */
export function findHosts(text: string, domainEnd: RegExp): Host[] {
  const hosts: Host[] = [];
  let floor = 0;
  for (const match of text.matchAll(domainEnd)) {
    const start = findHostStart(text, match.index, floor);
    const end = match.index + match[0].length;
    hosts.push({ labels: text.slice(start, match.index).split('.'), domain: match[1] ?? '', start, end });
    floor = end;
  }
  return hosts;
}

/**
 * Where the host starts that goes on up to an offset.
 *
 * @param floor an offset before which it cannot start
 * @returns the offset of its first label; a dot in front of that, left by an interpolated label, is not counted in
 */
export function findHostStart(text: string, end: number, floor = 0): number {
  let start = end;
  while (start > floor && hostCharacter.test(text.charAt(start - 1))) start--;
  while (start < end && text.charAt(start) === '.') start++;
  return start;
}
