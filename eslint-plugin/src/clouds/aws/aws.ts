import type { CloudProvider } from '../cloud.ts';
import { matchArns } from './arns.ts';
import { matchCredentialScopes } from './credential-scopes.ts';
import { describeAwsRegion } from './describe-region.ts';
import { matchAwsHosts } from './hosts.ts';
import { awsRegions } from './regions.generated.ts';
import { awsSdk } from './sdk.ts';
import { displayName, listServices } from './services.ts';
import { matchVpcEndpointServices } from './vpc-endpoint-services.ts';
import { matchAwsWholeText } from './whole-text.ts';

const zoneIds = '-(?:az|wlz?)\\d';
// These are recognised by their end and then looked back at: a search for a fixed text is the fastest there is.
const globalRegions = '-global(?<=\\baws(?:-[a-z]+){0,2}-global)';
const hosts = '\\.amazonaws\\.com(?<=(?:\\b(?:s3|sts)|\\d\\.cache)\\.amazonaws\\.com)';

export const aws: CloudProvider<'aws'> = {
  id: 'aws',
  name: 'AWS',
  variable: 'AWS_REGION',
  regionNames: awsRegions.map(({ id }) => id),
  describeRegion: describeAwsRegion,
  token: `${zoneIds}|${globalRegions}|${hosts}`,
  matchWholeText: matchAwsWholeText,
  matchers: [matchArns, matchAwsHosts, matchVpcEndpointServices, matchCredentialScopes],
  services: [...listServices(), 's3-compatible'],
  // Any other service is one of AWS by its package.
  getServiceName: (service) => (service === 's3-compatible' ? 'S3-compatible store' : displayName(service)),
  javascript: awsSdk,
};
