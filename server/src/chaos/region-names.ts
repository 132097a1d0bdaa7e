import { clouds } from 'eslint-plugin-multi-region/catalog';

/** The regions of all clouds, by their names in code: a misspelt one would never be hit. */
export const regionNames: ReadonlySet<string> = new Set([
  ...clouds.flatMap(({ regionNames: names }) => names),
]);
