import { ignoresRegion, onlyRegions } from '../../../clouds/aws/services.ts';
import { awsServiceIds } from '../../../clouds/aws/services.generated.ts';
import { readFacts } from '../../../testing/read-facts.ts';

const services = awsServiceIds.map((id) => id.toLowerCase().replaceAll(' ', '-'));

it.each(services.filter((service) => ignoresRegion(service) !== undefined))(
  'is any region for %s, which ignores it',
  (service) => {
    expect(judge(service, 'eu-west-3')).toEqual({ role: 'mandated', failover: 'not-needed' });
    expect(judge(service, undefined)).toEqual({ role: undefined, failover: 'not-needed' });
  },
);

it.each(services.filter((service) => onlyRegions(service) !== undefined))(
  'is one of the few regions of %s',
  (service) => {
    for (const region of onlyRegions(service) ?? [])
      expect(judge(service, region)).toEqual({ role: 'mandated', failover: 'not-needed' });
    expect(judge(service, 'sa-east-1')).toEqual({ role: 'client-option', failover: 'none' });
  },
);

it.each([
  ['wafv2', 'us-east-1', "{ Scope: 'CLOUDFRONT' }"],
  ['acm', 'us-east-1', 'createDistribution()'],
  ['lambda', 'us-east-1', "describe('Lambda@Edge')"],
  ['cloudwatch', 'us-east-1', "{ Namespace: 'AWS/CloudFront' }"],
  ['cloudwatch', 'us-east-1', "{ MetricName: 'EstimatedCharges' }"],
  ['s3-control', 'us-west-2', 'new CreateMultiRegionAccessPointCommand()'],
])('is the region of %s for one use of it: %s where the file has %s', (service, region, evidence) => {
  expect(judge(service, region, evidence).role).toBe('mandated');
  expect(judge(service, region).role).toBe('client-option');
  expect(judge(service, 'eu-west-1', evidence).role).toBe('client-option');
});

it.each([
  ["new WafStack(app, 'security', { env: { region: 'us-east-1' } })"],
  ["new SecurityStack(app, 'web-acl-cloudfront', { env: { region: 'us-east-1' } })"],
  ["const edgeEnv = { region: 'us-east-1' }; new SecurityStack(app, 'security', { env: edgeEnv })"],
  ["const edgeStack = new SecurityStack(app, 'security', { env: { region: 'us-east-1' } })"],
  ["new acm.DnsValidatedCertificate(this, 'shop', { region: 'us-east-1' })"],
  ["new SecurityStack(app, 'security', { env: { region: 'us-east-1' } }); use({ scope: 'CLOUDFRONT' })"],
])('is us-east-1 in infrastructure that is named for it: %s', (code) => {
  const text = `import * as cdk from 'aws-cdk-lib'; ${code};`;
  expect(readFacts(text).regionSites.map(({ role }) => role)).toEqual(['mandated']);
  const elsewhere = readFacts(text.replace('us-east-1', 'eu-west-1'));
  expect(elsewhere.regionSites.map(({ role }) => role)).toEqual(['infrastructure']);
});

/** The role of a region that is given to a client, and what is said of the client's failover. */
function judge(service: string, region: string | undefined, evidence = '') {
  const option = region === undefined ? '' : `region: '${region}'`;
  const code = `import { AnyClient } from '@aws-sdk/client-${service}'; new AnyClient({ ${option} }); use(${evidence});`;
  const { regionSites, clientSites } = readFacts(code);
  return { role: regionSites[0]?.role, failover: clientSites[0]?.failover };
}
