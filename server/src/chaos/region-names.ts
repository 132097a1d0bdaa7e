import { awsRegions, azureLocations, gcpRegions } from 'eslint-plugin-multi-region/catalog';

/** The regions of all clouds, by their names in code: a misspelt one would never be hit. */
export const regionNames: ReadonlySet<string> = new Set([
  ...awsRegions.map(({ id }) => id),
  ...gcpRegions.map(({ id }) => id),
  ...azureLocations.map(({ name }) => name),
]);
