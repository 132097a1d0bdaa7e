import { arrayDeclaration, moduleText } from './code.mjs';

/** The module with Azure's physical locations. */
export function azureLocationsModule({ source, locations }) {
  return moduleText(
    [source],
    [
      `export interface AzureLocation {
  /** The programmatic name: eastus. */
  name: string;
  /** The name that people read, and that Azure accepts too: East US. */
  displayName: string;
  place?: string;
  /** The location that Azure pairs it with, for recovery; absent where there is none. */
  paired?: string;
}`,
      arrayDeclaration('export const azureLocations: readonly AzureLocation[]', locations),
    ],
  );
}
