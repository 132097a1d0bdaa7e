import { ignoresRegion, onlyRegions } from '../../../clouds/aws/services.ts';
import { findAncestor, getDottedName, getStaticString, isCall, type Node, type SourceCode } from '../ast.ts';
import { remember } from '../../../remember.ts';

const fileEvidence =
  /['"`]CLOUDFRONT['"`]|\bEdgeFunction\b|DnsValidatedCertificate|[Ll]ambda@[Ee]dge|LambdaEdge|\bedgeLambdas\b|[Ee]dgeLambdaPrincipal|edgelambda\.amazonaws|AWS\/(?:CloudFront|Billing)|EstimatedCharges/;
const nameEvidence =
  /cloud_?front|\bwaf|waf(?:v2)?(?=[A-Z_]|$)|Waf|WAF|WebAcl|webAcl|edge(?!r)|Edge|[Cc]ertificate|\b[Cc]ert\b|Cert(?=[A-Z]|$)|cert(?=[A-Z_]|$)|\bacm\b|Acm|ACM|[Cc]dn\b|Cdn|CDN|viewer/;

/**
 * Whether a service answers only in this region, so that there is nothing to move: it ignores the
 * region (IAM), has endpoints only there (Pricing), or CloudFront wants it there (certificates, web
 * ACLs, Lambda@Edge).
 *
 * @param service the service that takes the region, when it is known
 * @param at the node that takes it
 * @param names what the region is called on its way there
 */
export function isMandated(
  sourceCode: SourceCode,
  region: string,
  service: string | undefined,
  at: Node,
  names: readonly string[] = [],
): boolean {
  if (service !== undefined) {
    if (ignoresRegion(service) !== undefined) return true;
    const only = onlyRegions(service);
    if (only) return only.includes(region);
    if (service === 's3-control') return region === 'us-west-2' && managesMultiRegionAccessPoints(sourceCode);
    if (region !== 'us-east-1') return false;
    if (service === 'fms') return setsFirewallAdministrator(sourceCode);
    if (service === 'cloudwatch-logs') return logsQueries(sourceCode);
    // What a Lambda@Edge function is deployed with: its stack, its code, its exports.
    if (service === 'cloudformation' || service === 's3' || service === 'ssm')
      return isBoundToEdge(at, names) && mentionsEdgeFunction(sourceCode);
    if (service === 'acm' || service === 'wafv2' || service === 'lambda' || service === 'cloudwatch')
      return (
        hasEvidence(sourceCode) ||
        names.some((name) => edgeName.test(name)) ||
        (service === 'acm' && mentionsDistribution(sourceCode))
      );
    return false;
  }
  if (region !== 'us-east-1') return false;
  return (
    names.some((name) => nameEvidence.test(name)) ||
    isNamedForCloudFront(at) ||
    hasEvidence(sourceCode) ||
    mentionsCertificate(sourceCode)
  );
}

const edgeName = /cloud_?front|edge(?!r)|Edge|EDGE|cdn/i;
const managesMultiRegionAccessPoints = remember(({ text }: SourceCode) =>
  text.includes('MultiRegionAccessPoint'),
);
const setsFirewallAdministrator = remember(({ text }: SourceCode) => /AdminAccount(?:Command)?\b/.test(text));
const logsQueries = remember(({ text }: SourceCode) => /route-?53/i.test(text) && /query_?-?log/i.test(text));
const mentionsEdgeFunction = remember(({ text }: SourceCode) =>
  /\bEdgeFunction\b|[Ll]ambda@[Ee]dge|LambdaEdge/.test(text),
);
const hasEvidence = remember(({ text }: SourceCode) => fileEvidence.test(text));
const mentionsDistribution = remember(({ text }: SourceCode) => /cloudfront|distribution/i.test(text));
const mentionsCertificate = remember(
  ({ text }: SourceCode) => /certificate/i.test(text) && /cloudfront|\bDistribution\b/i.test(text),
);

/** A client that is kept apart for the region or the edge: `CFN_CLIENT_US_EAST_1`, `edgeStackClient`. */
function isBoundToEdge(at: Node, names: readonly string[]): boolean {
  const declaration = findAncestor(
    at,
    ({ type }) => type === 'VariableDeclarator' || type === 'PropertyDefinition',
  );
  const holder =
    declaration?.type === 'VariableDeclarator'
      ? getDottedName(declaration.id)
      : declaration?.type === 'PropertyDefinition'
        ? getDottedName(declaration.key)
        : '';
  return [holder, ...names].some((name) => edgeName.test(name) || /us_?east_?1|virginia/i.test(name));
}

/** The construct, variable or stack around the region is named for a certificate, a web ACL or the edge. */
function isNamedForCloudFront(at: Node): boolean {
  for (let node: Node | undefined = at; node; node = findAncestor(node, isNamed)) {
    if (hasEvidentName(node)) return true;
  }
  return false;
}

const hasEvidentName = remember((node: Node) => nameEvidence.test(getNameOf(node)));

function isNamed(node: Node): boolean {
  return (
    isCall(node) ||
    node.type === 'VariableDeclarator' ||
    node.type === 'ClassDeclaration' ||
    node.type === 'Property'
  );
}

function getNameOf(node: Node): string {
  if (isCall(node)) {
    const id = node.arguments.map(getWrittenText).find((text) => text !== '') ?? '';
    return `${getDottedName(node.callee)} ${id}`;
  }
  if (node.type === 'VariableDeclarator') return getDottedName(node.id);
  if (node.type === 'ClassDeclaration') return node.id?.name ?? '';
  if (node.type === 'Property') return getDottedName(node.key);
  return '';
}

/** A string, or what is written down of a template: `${name}EdgeFunction`. */
function getWrittenText(node: Node): string {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join(' ');
  return getStaticString(node) ?? '';
}
