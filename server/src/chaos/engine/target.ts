import { findRegionForms, serviceOfEndpoint } from 'eslint-plugin-multi-region/catalog';
import { isActive, type Outage } from './outage.ts';

/** What a connection or a request is aimed at. */
export interface Target {
  region: string;
  /** As its SDK package names it; the host where it is not known. */
  service: string;
  /** What told: the host, the signature, or the setting `--host`. */
  by: 'host' | 'signature' | 'setting';
}

/**
 * Global hosts of AWS, and the region that answers behind them.
 * Source: AWS Fault Isolation Boundaries, "Global services" and "Global endpoints" (docs.aws.amazon.com/whitepapers).
 */
const globalHosts: ReadonlyMap<string, string> = new Map([
  ['cloudfront', 'us-east-1'],
  ['iam', 'us-east-1'],
  ['organizations', 'us-east-1'],
  ['route53', 'us-east-1'],
  ['s3', 'us-east-1'],
  ['sts', 'us-east-1'],
]);

/** Finds out which region hosts and requests are aimed at, and which outage hits them. */
export interface TargetFinder {
  ofHost(host: unknown): Target | undefined;
  /**
   * @param authorization the header, with the scope of the signature
   * @param url with the query of a presigned URL
   */
  ofRequest(host: unknown, authorization: unknown, url: unknown): Target | undefined;
  /** The outage that is on for a target, or undefined. */
  hit(target: Target | undefined): Outage | undefined;
  /** Has a made-up host stand for a target. */
  alias(host: string, target: Target): void;
}

const scope = /Credential=[^/,]+\/\d+\/([^/,]+)\/([^/,]+)\/aws4_request/u;
const scopeInUrl =
  /X-Amz-Credential=[^&]*?(?:%2F|\/)\d+(?:%2F|\/)([^&%/]+)(?:%2F|\/)([^&%/]+)(?:%2F|\/)aws4_request/iu;

/** @param outages read at each question, so that it may change */
export function createTargetFinder(outages: readonly Outage[]): TargetFinder {
  const known = new Map<string, Target | undefined>();
  const aliases = new Map<string, Target>();

  const ofHost = (host: unknown): Target | undefined => {
    if (typeof host !== 'string' || host === '') return undefined;
    const alias = aliases.get(host) ?? ofSetting(host, outages);
    if (alias) return alias;
    if (!known.has(host)) known.set(host, readHost(host));
    return known.get(host);
  };

  return {
    ofHost,
    ofRequest(host, authorization, url) {
      const byHost = ofHost(host);
      if (byHost) return byHost;
      const [, region, name] =
        scope.exec(text(authorization)) ?? scopeInUrl.exec(text(url)) ?? ([] as string[]);
      if (region === undefined || name === undefined) return undefined;
      return { region, service: serviceOfEndpoint(name) ?? name, by: 'signature' };
    },
    hit: (target) =>
      target &&
      outages.find(
        (outage) =>
          outage.region === target.region &&
          (outage.services === undefined || outage.services.includes(target.service)) &&
          isActive(outage),
      ),
    alias: (host, target) => aliases.set(host, target),
  };
}

function ofSetting(host: string, outages: readonly Outage[]): Target | undefined {
  for (const { hosts = {} } of outages) {
    for (const [pattern, region] of Object.entries(hosts)) {
      const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '.*');
      if (new RegExp(`^${source}$`, 'iu').test(host)) return { region, service: host, by: 'setting' };
    }
  }
  return undefined;
}

function readHost(host: string): Target | undefined {
  const [form] = findRegionForms(`https://${host}/`);
  if (form?.form === 'host') return { region: form.region, service: form.service ?? host, by: 'host' };
  const [, name = ''] = /^(?:[\w.-]+\.)?([a-z0-9]+)\.amazonaws\.com$/u.exec(host) ?? [];
  const region = globalHosts.get(name);
  return region === undefined ? undefined : { region, service: serviceOfEndpoint(name) ?? name, by: 'host' };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
