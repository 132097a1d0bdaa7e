import { azureLocations } from '../../clouds/azure/locations.generated.ts';

/**
 * Source of a regular expression that finds Azure's locations as whole strings. They are ordinary words
 * (`westus`, `East US`), so they count only in files that speak of Azure.
 */
export const azureToken = `['"\`](?:${azureLocations.flatMap(({ name, displayName }) => [name, displayName]).join('|')})['"\`]`;

/** Words of which each file that speaks of Azure has one: also `AZURE_LOCATION`, and the SDK and the header of its speech service. */
const words = ['zure', 'ZURE', 'cognitiveservices-speech', '-Apim-', '-apim-'] as const;

/** Whether a file speaks of Azure at all. A few searches for plain texts take a fraction of one that ignores case. */
export function mentionsAzure(text: string): boolean {
  return words.some((word) => text.includes(word));
}
