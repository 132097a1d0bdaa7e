import { ignoresRegion, onlyRegions } from '../../../clouds/aws/services.ts';
import { findAncestor, getDottedName, isCall, type Node, type SourceCode } from '../ast.ts';
import { remember } from '../../../remember.ts';
import type { RegionForm } from '../../../facts/region-site.ts';
import type { RegionRole } from '../../../facts/roles.ts';
import type { Arrival } from '../arrival.ts';
import { followValue } from '../value-flow.ts';
import { isMandated } from './mandated.ts';
import { isComparisonCallee, isSearchCallee, isTextCallee, isTextName } from './names.ts';
import { getChoiceRole, getStructureRole } from './structure.ts';

/**
 * Judges a text that carries a region inside it: an ARN, a host, a resource path, a pool id.
 *
 * @param sourceCode the parsed file
 * @param whole the literal, template or sum that holds it
 * @param form what it is
 * @param text the ARN, host or path itself
 * @param service the service that the host or ARN names, when it is known
 * @param isConfig whether the file is a config module
 */
export function getAddressRole(
  sourceCode: SourceCode,
  whole: Node,
  form: RegionForm,
  text: string,
  region: string,
  service: string | undefined,
  isConfig: boolean,
): RegionRole {
  if (form === 'pool-id' || isPublished(text)) return 'resource-id';
  if (/\bplaceholder\b/i.test(text) || madeUpAccount.test(text)) return 'text'; // nothing answers there
  if (form === 'resource-path' && isRoute(whole, sourceCode)) return 'unknown';
  if (isProse(whole, sourceCode)) return 'text';
  // An ARN in a query may be what the database calls; an address is what it has stored.
  if (form === 'host' && isQuery(whole, sourceCode)) return 'text';
  const choice = getChoiceRole(whole);
  if (choice) return choice;
  const arrivals = followWhole(whole, sourceCode);
  let silent: RegionRole | undefined;
  let isUsed = false;
  for (const arrival of arrivals) {
    const role =
      isConfig && arrival.kind === 'export'
        ? 'config-module'
        : isPicture(whole, sourceCode) && isPictureName(arrival.trail.names[0] ?? '')
          ? 'text'
          : getSilentRole(sourceCode, arrival);
    if (role) silent ??= role;
    else
      isUsed ||=
        !['declaration', 'other', 'return'].includes(arrival.kind) ||
        (arrival.kind === 'return' && isUrl(whole, sourceCode));
  }
  if (!isUsed) return silent ?? 'unknown';
  if (isMandatedAddress(sourceCode, whole, text, region)) return 'mandated';
  if (form !== 'arn' && service !== undefined && hasOneEndpoint(service, region)) return 'mandated';
  if (form === 'credential-scope') return 'argument';
  if (form === 'arn' || form === 'resource-path') return 'arn';
  if (form === 'global-host')
    return isEndpoint(sourceCode, whole, arrivals, text) ? 'global-endpoint' : 'unknown';
  return 'endpoint';
}

/** `arn:aws:lambda:us-east-1:000000000000:function:local`, `arn:aws:iam::11111:role/x`, `arn:aws:acm:eu-west-2:XXXXXX:certificate/xxxx`. */
const madeUpAccount = /^arn:[\w-]*:[\w-]*:[\w-]*:(?:(\d)\1{3,}|x{4,}|<[^>]*>):/i;

// One text may hold thousands of addresses: what follows from the whole of it is found out once.
const followWhole = remember((whole: Node, sourceCode: SourceCode) => followValue(sourceCode, whole));
const isProse = remember((whole: Node, { text }: SourceCode) => {
  const source = text.slice(...whole.range);
  const isDocument = /^['"`]data:/.test(source);
  return (
    isDocument ||
    isCommand.test(source) ||
    policyDirective.test(source) ||
    consoleLink.test(source) ||
    /\be\.g\.|\bfor example\b/i.test(source)
  );
});
/** A statement for a database: `SELECT … WHERE "url" LIKE 'https://…'`. One that sends requests itself goes to the address. */
const isQuery = remember((whole: Node, { text }: SourceCode) => {
  const source = text.slice(...whole.range);
  return (
    /^['"`]\s*(?:select|insert\s+into|update|delete\s+from|with)\s/i.test(source) &&
    /\s(?:from|into|set|where|values|as\s*\()\b/i.test(source) &&
    !/\bhttp_(?:get|post)\b|\bnet\.http|\bhttp\(/i.test(source)
  );
});
/** A script for a shell, as the text of a setting or as user data: `#!/bin/sh …`, `curl -s https://…`. */
const isCommand =
  /(?:^['"`]\s*|\n)#!\/|(?:^['"`]|[\s;&|(])(?:curl|wget|yum|dnf|apt-get|sudo|aws (?:s3|s3api|ssm|ecr|sts))\s+(?:-|https?:|\w)/;
// Callers of a method are not followed, but no method returns a URL for nothing.
const isUrl = remember((whole: Node, { text }: SourceCode) =>
  /^['"`](?:https?|wss?):\/\//.test(text.slice(...whole.range)),
);
/** A path of the application's own: `/api/locations/us-central1`, `router.get('/locations/us-central1', list)`. */
const isRoute = remember((whole: Node, { text }: SourceCode) => {
  const path = text.slice(whole.range[0] + 1, whole.range[1]);
  if (path.startsWith('/api/')) return true;
  const { parent } = whole;
  return (
    path.startsWith('/') &&
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === whole &&
    /(?:^|\.)(?:api|app|fastify|hono|\w*router|routes?|server)(?:\(\))?\.(?:all|delete|get|head|options|patch|post|put|route|use)$/i.test(
      getDottedName(parent.callee),
    )
  );
});
// Virtual-hosted: DNS leads to the bucket's own region.
const hasBucketHost = remember((whole: Node, { text }: SourceCode) =>
  text.slice(...whole.range).includes('.s3.amazonaws'),
);
const hasGlobalUrl = remember((whole: Node, { text }: SourceCode) =>
  /https:\/\/(?:s3|sts)\.amazonaws\.com/.test(text.slice(...whole.range)),
);

function getSilentRole(sourceCode: SourceCode, arrival: Arrival): RegionRole | undefined {
  const structure = getStructureRole(sourceCode, arrival.trail);
  if (structure) return structure;
  const { names } = arrival.trail;
  if (names.some((name) => principalName.test(name))) return 'resource-id';
  if (names.slice(0, 1).some(isTextName) || names.some((name) => policyName.test(name))) return 'text';
  if (isImageSource(names)) return 'text';
  if (isDevelopmentProxy(names)) return 'local';
  if (/^name$/i.test(names[0] ?? '') && !sourceCode.text.slice(...arrival.node.range).includes('://'))
    return 'resource-id';
  switch (arrival.kind) {
    case 'comparison':
    case 'computed-key':
    case 'method':
      return 'comparison';
    case 'property-key':
    case 'lookup':
      return 'catalogue';
    case 'type':
      return 'type';
    case 'jsx':
      return 'text';
    case 'argument':
      return isCall(arrival.by) ? getCalleeRole(getDottedName(arrival.by.callee), arrival.index) : undefined;
    default:
      return findAncestor(arrival.node, (node) => node.type === 'ThrowStatement') ? 'text' : undefined;
  }
}

/** A page that somebody may open: `https://eu-west-1.console.aws.amazon.com/sqs/…`. */
const consoleLink = /\bconsole\.(?:aws\.amazon|amazonaws|cloud\.google)\.com\/|\bportal\.azure\.com\//;

/** Who may assume a role, not where a request goes. */
const principalName = /principal$|^federated$/i;

/** An application of the Serverless Application Repository keeps the ARN of where it was published, wherever it is deployed. */
function isPublished(text: string): boolean {
  return /^arn:aws[\w-]*:serverlessrepo:/.test(text);
}

function getCalleeRole(name: string, index: number): RegionRole | undefined {
  if (name.endsWith('ServicePrincipal')) return 'resource-id'; // who may assume a role, not where a request goes
  if (isComparisonCallee(name) || (index === 0 && isSearchCallee(name))) return 'comparison';
  return isTextCallee(name) ? 'text' : undefined;
}

/** What a page may load, in a content security policy: `connect-src https://…`, `{ connectSrc: ['https://…'] }`. */
const policyDirective = /\b(?:connect|default|font|form|frame|img|media|script|style)-(?:action|src)\b/;
const policyName =
  /content-?security-?policy|(?:^|_)csp(?:$|_|[A-Z])|Csp|CSP|^(?:connect|default|font|frame|img|media|script|style)-?Src$/i;

/** A picture that a page or a mail shows: `{ logo: 'https://shop.s3.eu-west-1.amazonaws.com/logo.png' }`. Nothing is asked of a service there. */
function isPictureName(name: string): boolean {
  return /(?:^|_|[a-z](?=[A-Z]))(?:attachment|avatar|banner|icon|image|logo|photo|picture|thumbnail)(?:_?(?:src|uri|url))?$/i.test(
    name,
  );
}
const isPicture = remember((whole: Node, { text }: SourceCode) =>
  /\.(?:avif|gif|ico|jpe?g|png|svg|webp)['"`]$/i.test(text.slice(...whole.range)),
);

/** Where Next.js may take pictures from: `images: { domains: ['…'], remotePatterns: [{ hostname: '…' }] }`. */
function isImageSource(names: readonly string[]): boolean {
  return names.some(
    (name, index) => /^(?:domains|remotePatterns)$/.test(name) && names[index + 1] === 'images',
  );
}

/** Where the server of a developer sends what it does not answer: `server: { proxy: { '/api': { target: '…' } } }`. */
function isDevelopmentProxy(names: readonly string[]): boolean {
  return names.some(
    (name, index) => name === 'proxy' && /^(?:dev|devServer|server)$/.test(names[index + 1] ?? ''),
  );
}

function isMandatedAddress(sourceCode: SourceCode, node: Node, text: string, region: string): boolean {
  if (region !== 'us-east-1') return false;
  if (/^arn:aws[\w-]*:acm:/.test(text)) return true; // CloudFront takes certificates only from there
  if (/^arn:aws[\w-]*:wafv2:.*:global\//.test(text)) return true;
  return isMandated(sourceCode, region, undefined, node) && /^arn:aws[\w-]*:(?:lambda|wafv2|acm)/.test(text);
}

/** `organizations.us-east-1.amazonaws.com`: there is no other host to go to. */
function hasOneEndpoint(service: string, region: string): boolean {
  return ignoresRegion(service) !== undefined || onlyRegions(service)?.includes(region) === true;
}

/** A global host is an endpoint where it is a URL or an endpoint option; elsewhere it names a service principal. */
function isEndpoint(sourceCode: SourceCode, node: Node, arrivals: readonly Arrival[], text: string): boolean {
  if (hasBucketHost(node, sourceCode)) return false;
  if (hasGlobalUrl(node, sourceCode) || sourceCode.text.slice(...node.range).includes(`https://${text}`))
    return true;
  return arrivals.some(({ path, trail }) =>
    [...path, ...trail.names].some((name) => /endpoint|host|url/i.test(name)),
  );
}
