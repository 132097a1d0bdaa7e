import type { ClientSite } from '../../facts/client-site.ts';
import type { Place } from '../../facts/place.ts';
import type { Settings } from '../../settings.ts';
import { getDottedName, getKeyName, type Node, type SourceCode, unwrap } from './ast.ts';
import { findDisabledRetries } from './disabled-retries.ts';
import { judgeFailover } from './failover.ts';
import type { FoundClient } from './found-client.ts';
import { followObject } from './object-member.ts';
import { getNodeOf, placeOf } from './place-of.ts';
import { findTimeoutProblem } from './timeout-problem.ts';
import { findVariable } from './variables.ts';
import { isInDocumentClient } from './wrappers.ts';

/**
 * What is said of a client, as plain data.
 *
 * @param all all clients of the file, among which its second region may be
 */
export function describeClient(
  sourceCode: SourceCode,
  found: FoundClient,
  all: readonly FoundClient[],
  settings: Settings,
): ClientSite {
  const { node, ...client } = found;
  const failover = judgeFailover(sourceCode, found, all, settings);
  return {
    ...placeOf(node),
    head: getHead(sourceCode, node),
    ...client,
    failover,
    heldBy: getHolder(sourceCode, found),
    imported: getImportedRegion(sourceCode, node),
    obstacle: findObstacle(sourceCode, found, failover, settings),
    timeoutProblem: findTimeoutProblem(sourceCode, found),
    disabledRetries: findDisabledRetries(sourceCode, found),
  };
}

/** `new S3Client`, without its options, which have findings of their own. */
function getHead(sourceCode: SourceCode, { range: [start], loc, callee }: FoundClient['node']): Place {
  const [, end] = callee.range;
  const { line, column } = loc.start;
  return { range: [start, end], loc: { start: { line, column }, end: sourceCode.getLocFromIndex(end) } };
}

function findObstacle(
  sourceCode: SourceCode,
  { node, service, sites }: FoundClient,
  failover: ClientSite['failover'],
  { failoverWrappers }: Settings,
): ClientSite['obstacle'] {
  if (failover !== 'none') return undefined;
  if (service === 'cosmos') return sites.length === 0 ? 'endpoint-discovery-off' : undefined;
  return isInDocumentClient(sourceCode, node, failoverWrappers) ? 'document-client' : undefined;
}

/** What holds the region of a client, where that is not written among its options: a constant, a property, the global configuration. */
function getHolder(sourceCode: SourceCode, { node, sites: [site] }: FoundClient): string | undefined {
  if (!site || (node.range[0] <= site.range[0] && site.range[1] <= node.range[1])) return undefined;
  return getSourceName(getNodeOf(sourceCode, site.literal).parent);
}

function getSourceName(holder: Node | undefined): string {
  switch (holder?.type) {
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return getSourceName(holder.parent);
    case 'TSEnumMember':
      return holder.id.type === 'Identifier' ? holder.id.name : holder.id.value;
    case 'VariableDeclarator':
      return getDottedName(holder.id);
    case 'AssignmentExpression':
      return getDottedName(holder.left);
    case 'PropertyDefinition':
    case 'Property': {
      const call = holder.parent.parent;
      return call.type === 'CallExpression'
        ? getDottedName(call.callee)
        : (getKeyName(holder) ?? 'a property');
    }
    default:
      return 'a value';
  }
}

/** `regions.primary` of `import { regions } from './config'`, where a client's options say so. */
function getImportedRegion(
  sourceCode: SourceCode,
  { arguments: all }: FoundClient['node'],
): string | undefined {
  const options = all.find(({ type }) => type === 'ObjectExpression');
  const region = options && followObject(sourceCode, options, 'region');
  if (region === undefined || typeof region === 'string') return undefined;
  let root = region;
  while (root.type === 'MemberExpression') root = root.object;
  const definition = root.type === 'Identifier' ? findVariable(sourceCode, root)?.defs[0] : undefined;
  if (definition?.type === 'ImportBinding') return sourceCode.text.slice(...region.range);
  const isRequired =
    definition?.type === 'Variable' &&
    definition.node.init !== null &&
    getDottedName(unwrap(definition.node.init)) === 'require()';
  return isRequired ? sourceCode.text.slice(...region.range) : undefined;
}
