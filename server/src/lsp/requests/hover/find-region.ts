import { findRegionForms, type Cloud } from 'eslint-plugin-multi-region/catalog';
import type { FileFacts } from 'eslint-plugin-multi-region/facts';

/** A region in a text, and what carries it: a zone, an ARN, a host. */
export interface RegionAt {
  region: string;
  cloud: Cloud;
  range: [start: number, end: number];
}

/**
 * Finds the region at a place of a text: what the analysis knows, and otherwise what looks like one in the word
 * around the place. So it works in tests and in comments as well.
 *
 * @param facts undefined where there are none
 * @param offset in UTF-16 units
 */
export function findRegionAt(
  text: string,
  facts: FileFacts | undefined,
  offset: number,
): RegionAt | undefined {
  const shift = text.startsWith('\uFEFF') ? 1 : 0; // facts do not count the byte order mark
  const at = offset - shift;
  const site = facts?.regionSites.find(({ range: [start, end] }) => start <= at && at <= end);
  if (site) {
    const { region, cloud, range } = site;
    return { region, cloud, range: [range[0] + shift, range[1] + shift] };
  }
  const [start, end] = findWord(text, offset);
  const match = findRegionForms(text.slice(start, end)).find(
    (each) => start + each.start <= offset && offset <= start + each.end,
  );
  if (!match) return undefined;
  return {
    region: match.region,
    cloud: match.cloud,
    range: [start + match.start, start + match.end],
  };
}

const longestWord = 2048;

/** The characters around a place that may belong to an ARN or an address. */
function findWord(text: string, offset: number): [start: number, end: number] {
  const isPart = (at: number) => /[\w:./@%-]/u.test(text[at] ?? ' ');
  let start = offset;
  let end = offset;
  while (offset - start < longestWord && start > 0 && isPart(start - 1)) start--;
  while (end - offset < longestWord && end < text.length && isPart(end)) end++;
  return [start, end];
}
