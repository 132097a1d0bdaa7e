import { clouds, findRegionForms } from 'eslint-plugin-multi-region/catalog';

/** The names of all regions, as code spells them. */
export function listRegionNames(): string[] {
  return [...clouds.flatMap(({ regionNames }) => regionNames), 'aws-global'];
}

/** A region by its name in any spelling (`East US`, `US-EAST-1`), as code spells it; undefined for what is none. */
export function findKnownRegion(text: string): string | undefined {
  const name = text.toLowerCase().replaceAll(/\s/gu, '');
  if (clouds.some(({ regionNames }) => regionNames.includes(name))) return name;
  if (/^aws(?:-[a-z-]+)?-global$/u.test(name)) return name;
  // Zones are no regions; regions that are newer than the list are.
  const [form] = findRegionForms(name);
  return form?.form === 'region' && form.end - form.start === name.length && isPlausible(name)
    ? name
    : undefined;
}

/** AWS has names such as `us-est-1` for no region: a direction is one of these. */
function isPlausible(name: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*-(?:central|north|south|(?:north|south)?(?:east|west))-?\d+$/u.test(name);
}

/**
 * The name that somebody may have meant.
 *
 * @returns undefined where none is near
 */
export function findNearName(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const distance = measureDistance(wanted, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many characters have to be put in, taken out, changed or swapped with their neighbour. */
function measureDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
