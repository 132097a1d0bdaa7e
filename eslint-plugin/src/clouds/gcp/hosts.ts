import { createDomainEnd, findHosts, type Host, openEnd } from '../hosts.ts';
import type { FormMatch } from '../region-form.ts';
import { gcpRegionId } from './regions.ts';

/** Domains whose hosts carry a Google Cloud region, and the service of those that belong to one. */
const serviceOfDomain = new Map<string, string | undefined>([
  ['cloudfunctions.net', 'functions'],
  ['firebasedatabase.app', undefined],
  ['googleapis.com', undefined],
  ['hosted.app', 'apphosting'],
  ['pkg.dev', 'artifact-registry'],
  ['run.app', 'run'],
  ['vertexai.goog', 'aiplatform'],
]);

/** Those where the region and a name make up one label: us-central1-docker.pkg.dev. */
const domainsWithPrefix = new Set(['cloudfunctions.net', 'googleapis.com', 'pkg.dev']);

const domainEnd = createDomainEnd(serviceOfDomain.keys());
const openHost = new RegExp(`(?<=://)(${gcpRegionId})-${openEnd}`);
const regionLabel = new RegExp(`^(${gcpRegionId})$`);
const prefixedLabel = new RegExp(`^(${gcpRegionId})-(.+)$`);

/** The hosts in a text that carry a Google Cloud region. A host may be cut off at either end of the text. */
export function matchGcpHosts(text: string): FormMatch[] {
  const matches = findHosts(text, domainEnd).map(
    (host) => matchPrefixedHost(host) ?? matchLabelledHost(host),
  );
  return [...matches, matchOpenHost(text)].filter((match) => match !== undefined);
}

/** `us-central1-aiplatform.googleapis.com`, `us-central1-my-project.cloudfunctions.net`, `us-central1-docker.pkg.dev`. */
function matchPrefixedHost({ labels, domain, start, end }: Host): FormMatch | undefined {
  const [, region, name] = prefixedLabel.exec(labels[0] ?? '') ?? [];
  if (region === undefined || labels.length > 1 || !domainsWithPrefix.has(domain)) return undefined;
  const service = serviceOfDomain.get(domain) ?? name;
  return { form: 'host', region, ...(service && { service }), start, end, regionStart: start };
}

/** `pubsub.us-central1.rep.googleapis.com`, `orders-123456789012.us-central1.run.app`, `42.us-central1-7.prediction.vertexai.goog`. */
function matchLabelledHost({ labels, domain, start, end }: Host): FormMatch | undefined {
  // Elsewhere in googleapis.com a label may be any name, such as a bucket's.
  if (domain === 'googleapis.com' && labels.at(-1) !== 'rep') return undefined;
  const pattern = domain === 'vertexai.goog' ? prefixedLabel : regionLabel;
  const index = labels.findLastIndex((label) => pattern.test(label));
  const region = pattern.exec(labels[index] ?? '')?.[1];
  if (region === undefined) return undefined;
  const service = serviceOfDomain.get(domain) ?? (domain === 'googleapis.com' ? labels[0] : undefined);
  const regionStart = end - domain.length - 1 - labels.slice(index).join('.').length;
  return { form: 'host', region, ...(service && { service }), start, end, regionStart };
}

/** A host whose project is interpolated: `https://us-central1-`. */
function matchOpenHost(text: string): FormMatch | undefined {
  const match = openHost.exec(text);
  const region = match?.[1];
  if (!match || region === undefined) return undefined;
  const { index: start } = match;
  return { form: 'host', region, start, end: start + match[0].length, regionStart: start };
}
