/**
 * Google Cloud locations that span regions, in the spelling that each service accepts: BigQuery and Cloud Storage
 * (US, EU, ASIA), their dual-regions (NAM4), Firestore and Spanner (nam5, eur3). What is stored there outlives a region.
 */
const multiRegions = new Set([
  'asia',
  'asia1',
  'eu',
  'eur3',
  'eur4',
  'eur5',
  'eur6',
  'eur7',
  'eur8',
  'global',
  'nam10',
  'nam11',
  'nam12',
  'nam13',
  'nam14',
  'nam15',
  'nam16',
  'nam3',
  'nam4',
  'nam5',
  'nam6',
  'nam7',
  'nam8',
  'nam9',
  'us',
]);

/** Whether a Google Cloud location, as given to `location` and its like, is more than one region (`US`, `nam4`, `global`). */
export function isGcpMultiRegion(location: string): boolean {
  const lower = location.toLowerCase();
  // A configurable dual-region or an instance configuration names its kind: nam-eur-asia1, dual-region-australia1.
  return multiRegions.has(lower) || /^(?:nam-eur-asia\d|dual-region-)/.test(lower);
}
