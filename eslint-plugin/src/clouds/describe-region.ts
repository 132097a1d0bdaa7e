/** What people want to know of a region. */
export interface RegionDescription {
  id: string;
  /** What its cloud calls it: `US East (N. Virginia)`. */
  name: string;
  /** A sentence each, in Markdown. */
  details: string[];
  /** Others of the same partition, by what the catalog says of their places. */
  near: { id: string; name: string }[];
}

const mostNear = 3;

/** The regions of the same area, as the ids tell it: `us-east-…` before other `us-…`. */
export function findNear(
  id: string,
  regions: readonly { id: string; name: string; optIn?: boolean }[],
): { id: string; name: string }[] {
  const area = areaOf(id);
  const continent = `${id.split('-')[0] ?? ''}-`;
  const rank = (other: { id: string; optIn?: boolean }) =>
    (areaOf(other.id) === area ? 0 : 2) + (other.optIn ? 1 : 0);
  return regions
    .filter((other) => other.id !== id && other.id.startsWith(continent))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostNear)
    .map(({ id: near, name }) => ({ id: near, name }));
}

/** `us-east-1` -> `us-east`, `europe-west12` -> `europe-west` */
function areaOf(id: string): string {
  return id.replace(/-?\d{1,3}$/, '');
}
