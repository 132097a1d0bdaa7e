import type { ClientSite, FileFacts, RegionSite } from 'eslint-plugin-multi-region/facts';
import type { DiagnosticRelatedInformation, Range } from 'vscode-languageserver/node';
import { countUntil } from 'eslint-plugin-multi-region/facts';

/** A client and a region of it that stands somewhere else. */
interface Pair {
  client: ClientSite;
  site: RegionSite;
}

/** Finds what a finding belongs with: from a constant to the client that it feeds, and from a client to the constant. */
export type RelatedPlaces = (start: number) => DiagnosticRelatedInformation[];

/**
 * Prepares a file. With thousands of clients and findings, each looks at its own pairs only.
 *
 * @param uri of the document
 * @returns a function that takes where a finding starts, as an offset without the byte order mark
 */
export function createRelatedPlaces({ clientSites }: FileFacts, uri: string): RelatedPlaces {
  const byClient = new Map<number, Pair[]>();
  const bySite: Pair[] = [];
  for (const client of clientSites) {
    for (const site of client.sites) {
      if (isInside(site.literal.range, client.range)) continue;
      const pair = { client, site };
      bySite.push(pair);
      const [start] = client.range;
      const known = byClient.get(start);
      if (known) known.push(pair);
      else byClient.set(start, [pair]);
    }
  }
  const findFed = createLookup(bySite, ({ site }) => site.literal.range);

  return (start) => [
    ...findFed(start).map(({ client: { loc, className } }) => ({
      location: { uri, range: toRange(loc) },
      message: `Binds this ${className}.`,
    })),
    ...(byClient.get(start) ?? []).map(({ client, site }) => ({
      location: { uri, range: toRange(site.literal.loc) },
      message: `The region of this ${client.className}.`,
    })),
  ];
}

/**
 * Makes a search for the ranges that an offset lies in.
 *
 * @returns a function that takes the offset; its time grows with the logarithm of their number and with what it finds
 */
function createLookup<T>(items: readonly T[], rangeOf: (item: T) => readonly [number, number]) {
  const sorted = items.toSorted((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
  // The furthest end of all up to each: what ends before the offset need not be looked through.
  let furthest = 0;
  const ends = sorted.map((item) => (furthest = Math.max(furthest, rangeOf(item)[1])));

  return (offset: number): T[] => {
    const behind = countUntil(sorted, (item) => rangeOf(item)[0] > offset);
    const found: T[] = [];
    for (let index = behind - 1; index >= 0 && (ends[index] ?? 0) > offset; index--) {
      const item = sorted[index];
      if (item !== undefined && offset < rangeOf(item)[1]) found.unshift(item);
    }
    return found;
  };
}

interface Loc {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** From lines that begin at 1. */
function toRange({ start, end }: Loc): Range {
  return {
    start: { line: start.line - 1, character: start.column },
    end: { line: end.line - 1, character: end.column },
  };
}

function isInside(inner: readonly [number, number], outer: readonly [number, number]): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
