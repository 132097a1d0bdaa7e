import { azureLocations, type AzureLocation } from './locations.generated.ts';

const byName = new Map(
  azureLocations.flatMap((location) => [
    [location.name, location] as const,
    [location.displayName, location] as const,
  ]),
);

/**
 * The Azure location that a whole text names, either as `eastus` or as `East US`. The names are ordinary words, so ask
 * only where a location is expected: behind a key, or beside an `@azure/*` import.
 */
export function azureLocation(text: string): AzureLocation | undefined {
  return byName.get(text);
}
