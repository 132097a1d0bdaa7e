import { azureLocations } from '../../clouds/azure/locations.generated.ts';

/**
 * Source of a regular expression that finds Azure's locations as whole strings. They are ordinary words
 * (`westus`, `East US`), so they count only in files that speak of Azure.
 */
export const azureToken = `['"\`](?:${azureLocations.flatMap(({ name, displayName }) => [name, displayName]).join('|')})['"\`]`;

/** Whether a file speaks of Azure at all. */
export function mentionsAzure(text: string): boolean {
  return /azure|cognitiveservices|Ocp-Apim/i.test(text);
}
