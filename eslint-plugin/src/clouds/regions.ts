import { awsRegions, type AwsRegion } from './aws/regions.generated.ts';
import { azureLocations, type AzureLocation } from './azure/locations.generated.ts';
import { gcpRegions, type GcpRegion } from './gcp/regions.generated.ts';

const awsRegionById = new Map(awsRegions.map((region) => [region.id, region]));
const gcpRegionById = new Map(gcpRegions.map((region) => [region.id, region]));
const azureLocationByName = new Map(
  azureLocations.flatMap((location) => [
    [location.name, location] as const,
    [location.displayName, location] as const,
  ]),
);
const awsRegionIdByZonePrefix = new Map(awsRegions.map((region) => [region.zoneIdPrefix, region.id]));

/** What is known of an AWS region by its id (`us-east-1`); undefined for an id that is not, or not yet, in the table. */
export function awsRegion(id: string): AwsRegion | undefined {
  return awsRegionById.get(id);
}

/** What is known of a Google Cloud region by its id (`us-central1`). */
export function gcpRegion(id: string): GcpRegion | undefined {
  return gcpRegionById.get(id);
}

/**
 * The Azure location that a whole text names, either as `eastus` or as `East US`. The names are ordinary words, so ask
 * only where a location is expected: behind a key, or beside an `@azure/*` import.
 */
export function azureLocation(text: string): AzureLocation | undefined {
  return azureLocationByName.get(text);
}

/** The id of the AWS region whose zone ids start with a prefix: `use1` -> `us-east-1`. */
export function awsRegionIdOfZonePrefix(prefix: string): string | undefined {
  return awsRegionIdByZonePrefix.get(prefix);
}
