import type { RegionSite } from '../facts/region-site.ts';
import { displayName } from '../clouds/display-name.ts';

/** Names what a region pins, as a message says it: `this S3 client`, `3 clients (DynamoDB, SNS, SQS)`. */
export function describeSink({ cloud, role, services }: RegionSite): string {
  if (role === 'client-option') {
    const names = services.map(displayName);
    if (names.length > 1) return `the clients of ${names.length} services (${names.join(', ')})`;
    return names.length === 1 ? `this ${names.join()} client` : 'a client';
  }
  if (role === 'sdk-config') return cloud === 'aws' ? 'the AWS SDK' : 'the SDK';
  return role === 'infrastructure' ? 'this deployment' : 'what receives it';
}
