import { serviceOfEndpoint } from './services.ts';
import { createDomainEnd, findHosts, findHostStart, type Host, openEnd } from '../hosts.ts';
import type { FormMatch } from '../region-form.ts';
import { awsRegionId, awsRegionIdOfZonePrefix } from './regions.ts';

/** Domains whose hosts carry an AWS region, and the service of those that belong to one. */
const serviceOfDomain = new Map<string, string | undefined>([
  ['amazonaws.com', undefined],
  ['amazonaws.com.cn', undefined],
  ['amazonaws.eu', undefined],
  ['amazonwebservices.com.cn', undefined],
  ['amazonwebservices.eu', undefined],
  ['api.aws', undefined],
  ['on.aws', undefined],
  ['c2s.ic.gov', undefined],
  ['sc2s.sgov.gov', undefined],
  ['cloud.adc-e.uk', undefined],
  ['csp.hci.ic.gov', undefined],
  ['amazoncognito.com', 'cognito-identity-provider'],
  ['amazonlightsail.com', 'lightsail'],
  ['amazonses.com', 'ses'],
  ['awsapprunner.com', 'apprunner'],
  ['awswaf.com', 'wafv2'],
  ['compute.internal', 'ec2'],
  ['elasticbeanstalk.com', 'elastic-beanstalk'],
  ['live-video.net', 'ivs'],
  ['sagemaker.aws', 'sagemaker'],
]);

const domainEnd = createDomainEnd(serviceOfDomain.keys());
const openHost = new RegExp(`(?<=[./])(${awsRegionId})\\.${openEnd}`);

// S3 once wrote the region into the label of the service: s3-us-west-2.amazonaws.com.
const regionLabel = new RegExp(`^(?:s3(?:-[a-z]+)?-)?(${awsRegionId})$`);

/**
 * The hosts in a text that carry an AWS region (`sqs.us-east-1.amazonaws.com`), and the global ones of S3 and STS. A host
 * may be cut off at either end of the text.
 */
export function matchAwsHosts(text: string): FormMatch[] {
  const matches = findHosts(text, domainEnd).map(
    (host) => matchRegionalHost(host) ?? matchCacheHost(host) ?? matchGlobalHost(host, text),
  );
  return [...matches, matchOpenHost(text)].filter((match) => match !== undefined);
}

function matchRegionalHost({ labels, domain, start, end }: Host): FormMatch | undefined {
  const index = labels.findLastIndex((label) => regionLabel.test(label));
  const region = regionLabel.exec(labels[index] ?? '')?.[1];
  if (region === undefined) return undefined;
  const service = serviceOfDomain.get(domain) ?? getService(labels, index);
  const regionStart = start + labels.slice(0, index + 1).join('.').length - region.length;
  return { form: 'host', region, ...(service && { service }), start, end, regionStart };
}

/** The service stands after the region (`db.us-east-1.rds`) or before it (`sqs.us-east-1`, `api.ecr.us-east-1`). */
function getService(labels: readonly string[], index: number): string | undefined {
  if (labels[index]?.startsWith('s3-')) return 's3';
  const after = labels[index + 1];
  if (after !== undefined && after !== 'vpce') return serviceOfEndpoint(after);
  const before = labels.slice(0, index).filter((label) => label !== 'dualstack');
  return serviceOfEndpoint(before.slice(-2).join('.')) ?? serviceOfEndpoint(before.at(-1) ?? '');
}

/** ElastiCache writes the region as zone ids do: `orders.abc123.0001.use1.cache.amazonaws.com`. */
function matchCacheHost({ labels, start, end }: Host): FormMatch | undefined {
  if (labels.at(-1) !== 'cache') return undefined;
  const region = awsRegionIdOfZonePrefix(labels.at(-2) ?? '');
  return region === undefined ? undefined : { form: 'host', region, service: 'elasticache', start, end };
}

function matchGlobalHost({ labels, domain, start, end }: Host, text: string): FormMatch | undefined {
  const service = labels.at(-1);
  const isGlobal = service === 's3' || (service === 'sts' && labels.length === 1);
  // http://s3.amazonaws.com/doc/2006-03-01/ is the name of an XML namespace.
  if (!isGlobal || domain !== 'amazonaws.com' || text.startsWith('/doc/', end)) return undefined;
  return { form: 'global-host', region: 'aws-global', service, start, end };
}

/**
 * A host whose domain is interpolated: `https://sqs.us-east-1.` or `.execute-api.us-east-1.`. Only after a scheme or an
 * interpolated label is it surely a host, and not the end of a sentence.
 */
function matchOpenHost(text: string): FormMatch | undefined {
  const match = openHost.exec(text);
  const region = match?.[1];
  if (!match || region === undefined) return undefined;
  const { index: regionStart } = match;
  const start = findHostStart(text, regionStart);
  const labels = text.slice(start, regionStart).split('.').slice(0, -1);
  const followsScheme = text.startsWith('//', start - 2) && labels.length > 0;
  const followsInterpolation = /^x?\./.test(text) && start <= 1;
  if (!followsScheme && !followsInterpolation) return undefined;
  const service = getService([...labels, region], labels.length);
  const end = regionStart + match[0].length;
  return { form: 'host', region, ...(service && { service }), start, end, regionStart };
}
