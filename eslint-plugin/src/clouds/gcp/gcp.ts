import type { CloudProvider } from '../cloud.ts';
import { describeGcpRegion } from './describe-region.ts';
import { matchGcpHosts } from './hosts.ts';
import { matchResourcePaths } from './resource-paths.ts';
import { gcpRegions } from './regions.generated.ts';
import { gcpSdk, gcpServiceNames } from './sdk.ts';
import { matchGcpWholeText } from './whole-text.ts';

export const gcp: CloudProvider<'gcp'> = {
  id: 'gcp',
  name: 'Google Cloud',
  variable: 'GOOGLE_CLOUD_REGION',
  regionNames: gcpRegions.map(({ id }) => id),
  describeRegion: describeGcpRegion,
  matchWholeText: matchGcpWholeText,
  matchers: [matchGcpHosts, matchResourcePaths],
  services: Object.keys(gcpServiceNames),
  getServiceName: (service) =>
    Object.hasOwn(gcpServiceNames, service) ? gcpServiceNames[service] : undefined,
  javascript: gcpSdk,
};
