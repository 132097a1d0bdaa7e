import { clouds } from './clouds.ts';

/** What to call a service of any cloud in a message: `cognito-identity-provider` -> Cognito Identity Provider. */
export function displayName(service: string): string {
  // AWS has a name for every service, so it is asked last.
  for (const { getServiceName } of clouds.toReversed()) {
    const name = getServiceName?.(service);
    if (name !== undefined) return name;
  }
  return service;
}
