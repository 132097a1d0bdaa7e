import type { RegionDescription } from '../describe-region.ts';
import { azureLocations } from './locations.generated.ts';
import { azureLocation } from './locations.ts';

/** @param text as code spells it (`eastus`), or as people read it (`East US`) */
export function describeAzureLocation(text: string): RegionDescription | undefined {
  const location = azureLocation(text);
  if (!location) return undefined;
  const { name, displayName, place, paired } = location;
  const pair = azureLocations.find((each) => each.name === paired);
  return {
    id: name,
    name: place === undefined ? displayName : `${displayName} (${place})`,
    details: pair ? [`Azure pairs it with \`${pair.name}\` (${pair.displayName}).`] : [],
    near: pair ? [{ id: pair.name, name: pair.displayName }] : [],
  };
}
