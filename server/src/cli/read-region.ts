import { findKnownRegion, listRegionNames } from './names.ts';
import { findNearName } from './near-name.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads the value of `--region`.
 *
 * @returns the region as code spells it
 * @throws UsageError for what is no region of any cloud, with the one that may be meant
 */
export function readRegion(text: string): string {
  const region = text.trim();
  if (region === '') throw new UsageError("--region is empty. Give a region such as 'us-east-1'.");
  const known = findKnownRegion(region);
  if (known !== undefined) return known;
  const hint = findNearName(region, listRegionNames());
  throw new UsageError(
    `--region: no cloud has a region '${region}'.${hint === undefined ? '' : ` Did you mean '${hint}'?`}`,
  );
}
