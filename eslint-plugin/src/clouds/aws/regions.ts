import { direction } from '../direction.ts';
import { awsRegions, type AwsRegion } from './regions.generated.ts';

/**
 * Source of a regular expression for the id of an AWS region, in any partition. The table is not used here: it would miss
 * a region until the next release.
 */
export const awsRegionId = `(?:us(?:-gov|-iso[bf]?)?|eu(?:-isoe)?|eusc-[a-z]{2}|af|ap|ca|cn|il|me|mx|sa)-${direction}-[1-9]`;

const byId = new Map(awsRegions.map((region) => [region.id, region]));
const idByZonePrefix = new Map(awsRegions.map((region) => [region.zoneIdPrefix, region.id]));

/** What is known of an AWS region by its id (`us-east-1`); undefined for an id that is not, or not yet, in the table. */
export function awsRegion(id: string): AwsRegion | undefined {
  return byId.get(id);
}

/** The id of the AWS region whose zone ids start with a prefix: `use1` -> `us-east-1`. */
export function awsRegionIdOfZonePrefix(prefix: string): string | undefined {
  return idByZonePrefix.get(prefix);
}
