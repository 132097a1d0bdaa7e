import type { CloudProvider } from '../cloud.ts';
import { matchGcpHosts } from './hosts.ts';
import { matchResourcePaths } from './resource-paths.ts';
import { gcpServiceNames } from './sdk.ts';
import { matchGcpWholeText } from './whole-text.ts';

export const gcp: CloudProvider = {
  id: 'gcp',
  name: 'Google Cloud',
  variable: 'GOOGLE_CLOUD_REGION',
  matchWholeText: matchGcpWholeText,
  matchers: [matchGcpHosts, matchResourcePaths],
  getServiceName: (service) =>
    Object.hasOwn(gcpServiceNames, service) ? gcpServiceNames[service] : undefined,
};
