import { findRegionForms, regionNames } from 'eslint-plugin-multi-region/catalog';

/** The names of all regions, as code spells them. */
export function listRegionNames(): string[] {
  return [...regionNames, 'aws-global'];
}

/** A region by its name in any spelling (`East US`, `US-EAST-1`), as code spells it; undefined for what is none. */
export function findKnownRegion(text: string): string | undefined {
  const name = text.toLowerCase().replaceAll(/\s/gu, '');
  if (regionNames.has(name)) return name;
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
