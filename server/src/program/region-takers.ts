import { regionToken } from 'eslint-plugin-multi-region/catalog';
import { azureToken } from 'eslint-plugin-multi-region/ecmascript';
import type { Importers } from './importers.ts';
import { mayPassOn } from './passing.ts';

const written = new RegExp(`${regionToken}|${azureToken}`);
const spoken = /[Rr]egion|REGION/u;

/** Whether a region may be written down in a text. */
export function mayHoldRegion(text: string): boolean {
  return written.test(text);
}

/**
 * Finds the files that may get a region from others: what they import holds one, or passes one on. All others need not
 * be parsed to know where regions come from.
 *
 * @param files of the program
 * @returns for each of them the specifiers of what it may get a region from
 */
export function findRegionTakers(
  files: readonly string[],
  readText: (path: string) => string | undefined,
  { importsOf }: Pick<Importers, 'importsOf'>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const takers = new Map<string, Set<string>>();
  const givers = files.filter((path) => mayHoldRegion(readText(path) ?? ''));
  const seen = new Set(givers);
  // What is added meanwhile is gone through, too.
  for (const giver of givers) {
    for (const { user, specifier } of importsOf(giver)) {
      takers.set(user, (takers.get(user) ?? new Set()).add(specifier));
      if (seen.has(user)) continue;
      const text = readText(user) ?? '';
      if (!spoken.test(text) && !mayPassOn(text)) continue;
      seen.add(user);
      givers.push(user);
    }
  }
  return takers;
}
