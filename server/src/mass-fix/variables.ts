import type { AddedVariable } from '../region-module/target.ts';

/** A variable that one or more modules begin to read. */
export interface NewVariable {
  name: string;
  isRequired: boolean;
  /** What the code does without it, with the modules that do so (absolute). */
  regions: ReadonlyMap<string, readonly string[]>;
  /** Absolute: the files that show it. */
  examples: readonly string[];
}

/** Puts the variables of all modules together, by their names. */
export function groupVariables(variables: readonly AddedVariable[]): NewVariable[] {
  const names = [...new Set(variables.map(({ name }) => name))];
  return names.map((name) => {
    const own = variables.filter((each) => each.name === name);
    const regions = new Map<string, string[]>();
    for (const { region, path } of own) regions.set(region, [...(regions.get(region) ?? []), path]);
    return {
      name,
      isRequired: own.some(({ isRequired }) => isRequired),
      regions,
      examples: [...new Set(own.flatMap(({ example }) => example ?? []))],
    };
  });
}
