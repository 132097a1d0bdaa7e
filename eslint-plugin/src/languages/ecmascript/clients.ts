import type { TSESTree } from '@typescript-eslint/utils';
import type { Settings } from '../../settings.ts';
import { type CallNode, getKeyName, isFunction, type Node, type SourceCode } from './ast.ts';
import { describeClient } from './describe-client.ts';
import { describeOperation } from './describe-operation.ts';
import type { FoundClient } from './found-client.ts';
import { getRequiredModule, type ImportedValue, isFirebaseApp, resolveImport } from './imports.ts';
import { sdkModule } from './module-names.ts';
import { getNodeAt } from './node-at.ts';
import { createOffsetSearch } from './offsets.ts';
import { getRegionOrigin } from './region-origin.ts';
import { isOtherStore } from './other-store.ts';
import { getMadeClient, getOperation, getSdkClient, type SdkClient } from './sdk.ts';
import type { ClientSite } from '../../facts/client-site.ts';
import type { OperationSite } from '../../facts/operation-site.ts';
import type { RegionSite } from '../../facts/region-site.ts';
import { whileInTime } from '../while-in-time.ts';
import { getReads } from './variables.ts';
import { isVertexClient } from './vertex-client.ts';
import { countUntil } from '../../count-until.ts';

const findModuleNames = createOffsetSearch(sdkModule);

export interface SdkUses {
  clientSites: ClientSite[];
  operationSites: OperationSite[];
}

/**
 * Finds the constructions of SDK clients and the operations of control planes, from the imports of the
 * file on.
 *
 * @param sites the region sites of the file, to which a client's region is matched
 */
export function findSdkUses(
  sourceCode: SourceCode,
  sites: readonly RegionSite[],
  settings: Settings,
): SdkUses {
  const clients = new Map<Node, FoundClient>();
  const operations = new Map<Node, OperationSite>();
  const configured = sites.filter(({ role }) => role === 'sdk-config');
  for (const index of whileInTime(sourceCode, findModuleNames(sourceCode.text))) {
    const values = findImportedValues(sourceCode, getNodeAt(sourceCode, index));
    for (const value of whileInTime(sourceCode, values)) visit(value, 0);
  }
  const found = [...clients.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
  return {
    clientSites: Array.from(whileInTime(sourceCode, found), (client) =>
      describeClient(sourceCode, client, found, settings),
    ),
    operationSites: [...operations.values()].sort((a, b) => a.range[0] - b.range[0]),
  };

  /** Follows what a module gives to the constructions: members, aliases, destructuring, tracers. */
  function visit(node: Node, depth: number): void {
    const parent = node.parent;
    if (!parent || depth > 12) return;
    switch (parent.type) {
      case 'AwaitExpression':
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        visit(parent, depth + 1);
        return;
      case 'MemberExpression':
        if (parent.object === node) visit(parent, depth + 1);
        return;
      case 'TSQualifiedName':
        if (parent.left === node) visit(parent, depth + 1);
        return;
      case 'TSImportEqualsDeclaration':
        // `import Client = s3.S3Client`
        for (const variable of parent.moduleReference === node
          ? sourceCode.getDeclaredVariables(parent)
          : []) {
          for (const read of getReads(variable)) visit(read, depth + 1);
        }
        return;
      case 'VariableDeclarator':
        if (parent.init === node) {
          for (const variable of sourceCode.getDeclaredVariables(parent)) {
            for (const read of getReads(variable)) visit(read, depth + 1);
          }
        }
        return;
      case 'NewExpression':
        if (parent.callee === node) addConstruction(parent);
        return;
      case 'CallExpression':
        if (parent.callee !== node && getCalleeName(parent).startsWith('captureAWS'))
          visit(parent, depth + 1);
        if (parent.callee !== node) return;
        if (getCalleeName(parent) === 'then') visitCallback(parent, depth);
        else if (isFirebaseApp(sourceCode, parent)) visit(parent, depth + 1);
        else addMade(parent);
        return;
      default:
    }
  }

  /** `import('@aws-sdk/client-s3').then(({ S3Client }) => …)` */
  function visitCallback({ arguments: [callback] }: TSESTree.CallExpression, depth: number): void {
    if (!callback || !isFunction(callback)) return;
    for (const variable of sourceCode.getDeclaredVariables(callback)) {
      for (const read of getReads(variable)) visit(read, depth + 1);
    }
  }

  function addConstruction(node: TSESTree.NewExpression): void {
    const imported = resolveImport(sourceCode, node.callee);
    if (!imported) return;
    const operation = getOperation(imported);
    if (operation) operations.set(node, describeOperation(node, operation));
    addClient(node, imported, getSdkClient(imported));
  }

  function isMade({ className }: SdkClient): boolean {
    return [...clients.values()].some(
      (client) => client.className === className && client.sites.length === 0,
    );
  }

  function addMade(node: TSESTree.CallExpression): void {
    const imported = resolveImport(sourceCode, node.callee);
    if (imported) addClient(node, imported, getMadeClient(imported));
  }

  function addClient(node: CallNode, imported: ImportedValue, client: SdkClient | undefined): void {
    if (!client || clients.has(node)) return;
    if (imported.module === '@google/genai' && !isVertexClient(sourceCode, node)) return;
    const { origin, literals, variables } = getRegionOrigin(sourceCode, node, client);
    const held = findSites(sites, literals);
    // `admin.firestore()` stands at each use: the first says all.
    if (node.type === 'CallExpression' && held.length === 0 && isMade(client)) return;
    // AWS.config.region above an empty constructor binds the client all the same.
    const global = origin === 'omitted' && imported.module.startsWith('aws-sdk') ? configured : [];
    const bound = held.length > 0 ? held : global;
    // A literal that is no region (`'local'`, `'YOUR_REGION'`) says nothing.
    const unbound = origin === 'literal' ? 'unknown' : origin;
    clients.set(node, {
      node,
      module: imported.module,
      ...client,
      service: isOtherStore(sourceCode, node, client.service) ? 's3-compatible' : client.service,
      origin: held.length > 0 ? origin : global.length > 0 ? 'literal' : unbound,
      regions: [...new Set(bound.map(({ region }) => region))],
      sites: bound,
      variables: [...new Set(variables)],
    });
    for (const call of findMethodCalls(sourceCode, node)) {
      const method = getCalleeName(call);
      const operation = method.charAt(0).toUpperCase() + method.slice(1);
      operations.set(call, describeOperation(call, { service: client.service, operation }));
    }
  }
}

/** The sites that stand in some literals. The sites are in the order of the file. */
function findSites(sites: readonly RegionSite[], literals: readonly Node[]): RegionSite[] {
  const found = new Set<RegionSite>();
  for (const literal of literals) {
    let at = countUntil(sites, ({ range }) => range[0] >= literal.range[0]);
    for (let site = sites[at]; site && site.range[0] < literal.range[1]; site = sites[++at]) {
      if (site.range[1] <= literal.range[1]) found.add(site);
    }
  }
  return [...found].sort((a, b) => a.range[0] - b.range[0]);
}

/** The names or expressions under which the module named by a literal can be used in the file. */
function findImportedValues(sourceCode: SourceCode, source: Node): Node[] {
  const { parent } = source.type === 'TemplateElement' ? source.parent : source;
  switch (parent?.type) {
    case 'ImportDeclaration':
      return sourceCode.getDeclaredVariables(parent).flatMap(getReads);
    case 'TSExternalModuleReference':
      return sourceCode.getDeclaredVariables(parent.parent).flatMap(getReads);
    case 'ImportExpression':
      return [parent];
    case 'CallExpression':
      return getRequiredModule(parent) === undefined ? [] : [parent];
    default:
      return [];
  }
}

/** The calls `client.operation(…)` on the variable that a construction is assigned to. */
function findMethodCalls(sourceCode: SourceCode, construction: Node): TSESTree.CallExpression[] {
  const declarator = construction.parent;
  if (declarator?.type !== 'VariableDeclarator') return [];
  const [variable] = sourceCode.getDeclaredVariables(declarator);
  return (variable ? getReads(variable) : []).flatMap((read) => {
    const member = read.parent;
    const call = member?.parent;
    return member?.type === 'MemberExpression' && call?.type === 'CallExpression' && call.callee === member
      ? [call]
      : [];
  });
}

function getCalleeName({ callee }: CallNode): string {
  if (callee.type === 'MemberExpression') return getKeyName(callee) ?? '';
  return callee.type === 'Identifier' ? callee.name : '';
}
