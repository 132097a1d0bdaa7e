import { direction } from '../direction.ts';
import { gcpRegions, type GcpRegion } from './regions.generated.ts';

/**
 * Source of a regular expression for the id of a Google Cloud region. The table is not used here: it would miss a region
 * until the next release.
 */
export const gcpRegionId = `(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${direction}[1-9]\\d?`;

/** Source of a regular expression for what follows the region in the id of a Google Cloud zone; `-ai1a` is an AI zone. */
export const gcpZoneSuffix = '-(?:ai\\d)?[a-f]';

const byId = new Map(gcpRegions.map((region) => [region.id, region]));

/** What is known of a Google Cloud region by its id (`us-central1`). */
export function gcpRegion(id: string): GcpRegion | undefined {
  return byId.get(id);
}
