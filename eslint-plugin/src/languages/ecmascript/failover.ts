import { ignoresRegion, onlyRegions } from '../../clouds/aws/services.ts';
import type { Settings } from '../../settings.ts';
import { contains, findAncestor, getKeyName, isFunction, type Node, type SourceCode } from './ast.ts';
import { followObject } from './object-member.ts';
import { isForPresigning } from './presigning.ts';
import { remember } from '../../remember.ts';
import { isLocalEndpoint } from './roles/local.ts';
import { findSecondClient } from './second-client.ts';
import type { Failover } from '../../facts/client-site.ts';
import type { FoundClient } from './found-client.ts';
import { findVariable } from './variables.ts';
import { isInDocumentClient, isWrapped } from './wrappers.ts';

/**
 * Whether a client has another region to go to when its own is down.
 *
 * @param client the construction
 * @param all all clients of the file, among which its second region may be
 */
export function judgeFailover(
  sourceCode: SourceCode,
  client: FoundClient,
  all: readonly FoundClient[],
  settings: Settings,
): Failover {
  if (client.sites.some(({ role }) => role === 'mandated' || role === 'local' || role === 'test-data'))
    return 'not-needed';
  if (hasNoChoice(client) || isLocal(sourceCode, client)) return 'not-needed';
  if (client.service === 's3-compatible' || isForPresigning(sourceCode, client.node)) return 'not-needed';
  if (settings.services[client.service]?.critical === false) return 'not-needed';
  if (isManaged(sourceCode, client)) return 'managed';
  if (client.service === 'cosmos') return isBound(sourceCode, client) ? 'none' : 'unknown';
  // Where the others keep their data is a matter of the account, not of the client.
  if (client.cloud !== 'aws') return 'unknown';
  if (isWrapped(sourceCode, client.node, settings.failoverWrappers))
    return isInDocumentClient(sourceCode, client.node, settings.failoverWrappers) ? 'none' : 'wrapped';
  const second = findSecondClient(sourceCode, client, all);
  if (second === 'found') return 'second-client';
  // aws-global binds to no one region: no-global-endpoint speaks of it.
  if (client.sites.some(({ form }) => form === 'global-region')) return 'unknown';
  switch (client.origin) {
    case 'literal':
      return second;
    case 'parameter':
      return isKept(sourceCode, client.node) ? 'kept' : 'per-region';
    case 'environment':
    case 'omitted':
    case 'fallback':
      return settings.failover === 'client' ? 'none' : 'follows-deployment';
    case 'global-endpoint':
    case 'unknown':
      return 'unknown';
  }
}

/** The service ignores the region, or exists in a few of them only. */
function hasNoChoice({ cloud, regions, service }: FoundClient): boolean {
  if (cloud !== 'aws') return false;
  const only = onlyRegions(service);
  return ignoresRegion(service) !== undefined || only?.some((region) => regions.includes(region)) === true;
}

/** It talks to something on this machine, whatever region it has: `new DynamoDBClient({ endpoint: 'http://localhost:8000' })`. */
function isLocal(sourceCode: SourceCode, { node }: FoundClient): boolean {
  const [options] = node.arguments;
  const endpoint = options ? followObject(sourceCode, options, 'endpoint') : 'absent';
  return typeof endpoint !== 'string' && isLocalEndpoint(sourceCode, endpoint);
}

/** The service itself answers from several regions: an S3 multi-region access point, an EventBridge global endpoint, Cosmos DB. */
function isManaged(sourceCode: SourceCode, { node, service, regions }: FoundClient): boolean {
  if (service.startsWith('storage-')) return hasSecondaryHost(sourceCode, node);
  if (service === 's3') return hasMultiRegionAccessPoint(sourceCode);
  if (service === 'eventbridge') return hasGlobalEventBus(sourceCode);
  if (service !== 'cosmos') return false;
  return regions.length > 1 && !isDiscoveryOff(sourceCode, node);
}

/** Whether a client of Cosmos DB stays with one region: its list has one, or it does not look for others. */
function isBound(sourceCode: SourceCode, { node, regions }: FoundClient): boolean {
  return regions.length === 1 || isDiscoveryOff(sourceCode, node);
}

function isDiscoveryOff(sourceCode: SourceCode, { arguments: [options] }: FoundClient['node']): boolean {
  const policy = options && followObject(sourceCode, options, 'connectionPolicy');
  const discovery =
    policy && typeof policy !== 'string'
      ? followObject(sourceCode, policy, 'enableEndpointDiscovery')
      : 'absent';
  return typeof discovery !== 'string' && discovery.type === 'Literal' && discovery.value === false;
}

/** Azure's storage reads from `retryOptions.secondaryHost` when the first does not answer. */
function hasSecondaryHost({ text }: SourceCode, { range }: FoundClient['node']): boolean {
  return /\bsecondaryHost\b/.test(text.slice(...range));
}

const hasMultiRegionAccessPoint = remember(({ text }: SourceCode) =>
  /\.mrap\b|accesspoint\.s3-global/.test(text),
);
const hasGlobalEventBus = remember(({ text }: SourceCode) => /\bEndpointId\b/.test(text));

/** `cached ??= new S3Client({ region })`: what is kept outside the function serves every later caller, whatever region it asks for. */
function isKept(sourceCode: SourceCode, node: Node): boolean {
  const { parent } = node;
  const isSecondChoice = parent?.type === 'LogicalExpression' && parent.operator !== '&&';
  const value = isSecondChoice ? parent : node;
  const assignment = value.parent;
  const owner = findAncestor(node, isFunction);
  if (assignment?.type !== 'AssignmentExpression' || assignment.right !== value || !owner) return false;
  // The region that a function without parameters uses was chosen where its variable is.
  if (owner.params.length === 0) return false;
  const { left, operator } = assignment;
  if (!isOutside(sourceCode, left, owner)) return false;
  const guard = findAncestor(assignment, (outer) => outer.type === 'IfStatement' || outer === owner);
  if (guard?.type !== 'IfStatement') return isSecondChoice || operator === '??=' || operator === '||=';
  // `if (!client || region !== lastRegion)` builds another client for another region.
  return sourceCode
    .getDeclaredVariables(owner)
    .every(({ references }) => !references.some(({ identifier }) => contains(guard.test, identifier)));
}

/** Whether what is assigned to outlives a call of the function: a variable around it, or a member of its object. */
function isOutside(sourceCode: SourceCode, target: Node, owner: Node): boolean {
  if (target.type === 'Identifier')
    return findVariable(sourceCode, target)?.defs.every(({ name }) => !contains(owner, name)) === true;
  const isConstructor = owner.parent?.type === 'MethodDefinition' && owner.parent.kind === 'constructor';
  return (
    target.type === 'MemberExpression' &&
    target.object.type === 'ThisExpression' &&
    getKeyName(target) !== undefined &&
    !isConstructor
  );
}
