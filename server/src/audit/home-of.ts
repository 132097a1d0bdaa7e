/** Where the endpoints live that call themselves global. */
const homes: ReadonlyMap<string, string> = new Map([
  ['aws-cn-global', 'cn-northwest-1'],
  ['aws-global', 'us-east-1'],
  ['aws-us-gov-global', 'us-gov-west-1'],
]);

/** Whether a cloud keeps global services in a region: what needs no failover goes down with it all the same. */
export function isHome(region: string): boolean {
  return [...homes.values()].includes(region);
}

/** The region that something depends on: for a global endpoint the one that it lives in. */
export function homeOf(region: string): string {
  return homes.get(region) ?? region;
}
