import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  contains,
  findAncestor,
  getDottedName,
  getKeyName,
  getLastName,
  getStaticString,
  isCall,
  isClass,
  isFunction,
  type Node,
  type SourceCode,
  unwrap,
} from '../ast.ts';
import type { ClientSite } from '../../../facts/client-site.ts';
import type { FileFacts } from '../../../facts/file-facts.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';
import { getNodeOf } from '../place-of.ts';
import { findImportStatements } from './import-statements.ts';
import { findImportedNames } from './imported-names.ts';
import type { WantedImport } from './wanted-import.ts';

type Scope = TSESLint.Scope.Scope;

/** What the code around a region has to say where it runs. */
export interface NearestSource {
  /** `region`, `this.region`, `Stack.of(this).region`. */
  expression: string;
  /** What the expression begins with, where it has to be imported. */
  wanted: WantedImport | undefined;
  /** Whether it holds the same region as the literal, so that nothing changes. */
  isSame: boolean;
}

/**
 * Finds what the function or class around a region uses already: a const that holds the same region; for a text with the
 * region in it (an ARN, a host) also the parameter or property that feeds a client of the same service, and the region
 * of the CDK stack that the text is for.
 *
 * @returns undefined where config is the nearest source
 */
export function findNearestSource(
  sourceCode: SourceCode,
  site: RegionSite,
  { clientSites }: Pick<FileFacts, 'clientSites'>,
): NearestSource | undefined {
  const literal = getWholeLiteral(getLiteralNode(sourceCode, site));
  if (site.role === 'fallback') return undefined;
  const same = findSameConstant(sourceCode, site, literal);
  if (same !== undefined) return { expression: same, wanted: undefined, isSame: true };
  if (site.role !== 'arn' && site.role !== 'endpoint') return undefined;
  const fed = findFeedingExpression(sourceCode, site, literal, clientSites);
  if (fed !== undefined) return { expression: fed, wanted: undefined, isSame: false };
  return findStackRegion(sourceCode, literal);
}

const regionName = /region$/i;

/** A const in reach that holds the region by itself and feeds a client: `const region = 'us-east-1'`. */
function findSameConstant(sourceCode: SourceCode, site: RegionSite, literal: Node): string | undefined {
  for (let scope = sourceCode.getScope(literal) as Scope | null; scope; scope = scope.upper) {
    for (const { name, defs, references } of scope.variables) {
      const [definition] = defs;
      const declarator = definition?.node;
      if (!regionName.test(name) || defs.length !== 1 || declarator?.type !== 'VariableDeclarator') continue;
      const isConstant =
        declarator.parent.kind === 'const' &&
        declarator.init !== null &&
        getStaticString(unwrap(declarator.init)) === site.region;
      const isBefore = declarator.range[1] <= literal.range[0];
      const isUsed = references.some(({ identifier }) => feedsOption(identifier));
      if (isConstant && isBefore && isUsed && isFree(sourceCode, literal, name, scope)) return name;
    }
  }
  return undefined;
}

/** `new S3Client({ region })`, `new S3Client({ region: name })`. */
function feedsOption(identifier: Node): boolean {
  const { parent } = identifier;
  if (parent?.type !== 'Property' || parent.value !== identifier) return false;
  return regionName.test(getKeyName(parent) ?? '') && isOption(parent);
}

function isOption({ parent: object }: TSESTree.Property): boolean {
  return object.type === 'ObjectExpression' && isCall(object.parent) && object.parent.callee !== object;
}

/** What all clients of the site's service in the same function, or in the same class, are given as their region. */
function findFeedingExpression(
  sourceCode: SourceCode,
  { service, text }: RegionSite,
  literal: Node,
  clientSites: readonly ClientSite[],
): string | undefined {
  const owner = findAncestor(literal, isFunction);
  const ownClass = findAncestor(literal, isClass);
  if (!owner && !ownClass) return undefined;
  const found = new Set<string>();
  for (const client of clientSites) {
    if (!isSameService(client.service, service, text)) continue;
    const node = getNodeOf(sourceCode, client);
    const value = isCall(node) ? getRegionOption(node) : undefined;
    if (!value) continue;
    const isBeside = owner !== undefined && contains(owner, node);
    const isOfClass =
      ownClass !== undefined && contains(ownClass, node) && getDottedName(value).startsWith('this.');
    if (isBeside || isOfClass) found.add(sourceCode.text.slice(...value.range));
  }
  const [expression] = found;
  if (expression === undefined || found.size > 1) return undefined;
  const [root = ''] = expression.split(/[.?[]/);
  if (root === 'this') return isThisOfClass(literal) ? expression : undefined;
  return isParameter(sourceCode, literal, root) ? expression : undefined;
}

function getRegionOption(call: TSESTree.CallExpression | TSESTree.NewExpression): Node | undefined {
  const [options] = call.arguments;
  if (options?.type !== 'ObjectExpression') return undefined;
  for (const property of options.properties) {
    if (property.type !== 'Property' || !/^(?:aws)?region$/i.test(getKeyName(property) ?? '')) continue;
    const value = unwrap(property.value);
    const isName = value.type === 'Identifier' || value.type === 'MemberExpression';
    return isName && !/\.env\b/.test(getDottedName(value)) ? value : undefined;
  }
  return undefined;
}

function isSameService(a: string, b: string | undefined, text: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '');
  const [, , arn] = text.split(':');
  const candidates = [b, arn]
    .filter((each) => each !== undefined && each !== '')
    .map((each) => plain(each ?? ''));
  return candidates.includes(plain(a));
}

/** Whether a name is a parameter, or is made of one, of a function around a node. */
function isParameter(sourceCode: SourceCode, node: Node, name: string): boolean {
  for (let scope = sourceCode.getScope(node) as Scope | null; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (!variable) continue;
    const [definition] = variable.defs;
    if (definition?.type === 'Parameter') return true;
    if (definition?.node.type !== 'VariableDeclarator' || scope.type === 'module' || scope.type === 'global')
      return false;
    return definition.node.range[1] <= node.range[0];
  }
  return false;
}

/** The region of the stack that a text in a CDK program is for. */
function findStackRegion(sourceCode: SourceCode, literal: Node): NearestSource | undefined {
  const cdk = findImportStatements(sourceCode).find(
    ({ from }) => from === 'aws-cdk-lib' || from === '@aws-cdk/core',
  );
  const isCdk = cdk !== undefined || /['"]aws-cdk-lib/.test(sourceCode.text);
  const owner = isCdk ? findAncestor(literal, isClass) : undefined;
  if (!owner?.superClass || !isThisOfClass(literal)) return undefined;
  const base = getLastName(owner.superClass);
  if (base.endsWith('Stack')) return { expression: 'this.region', wanted: undefined, isSame: false };
  if (!base.endsWith('Construct')) return undefined;
  const from = cdk?.from ?? 'aws-cdk-lib';
  const wanted: WantedImport = { name: 'Stack', from, style: 'esm' };
  const known = cdk && findImportedNames(cdk.binding, wanted)[0];
  return {
    expression: `${known ?? 'Stack'}.of(this).region`,
    wanted: known === undefined ? wanted : undefined,
    isSame: false,
  };
}

/** Whether `this` is the instance of the class around a node, and is there already: not in another function, not before `super()`. */
function isThisOfClass(node: Node): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.type === 'StaticBlock') return false;
    if (parent.type === 'CallExpression' && parent.callee.type === 'Super') return false;
    if (parent.type === 'PropertyDefinition') return !parent.static;
    if (!isFunction(parent) || parent.type === 'ArrowFunctionExpression') continue;
    const method = parent.parent;
    if (method.type !== 'MethodDefinition' || method.static) return false;
    return method.kind !== 'constructor' || isBehindSuper(parent, node);
  }
  return false;
}

function isBehindSuper(
  { body }: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression,
  node: Node,
): boolean {
  const call = body.body.find(
    (statement) =>
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'CallExpression' &&
      statement.expression.callee.type === 'Super',
  );
  return call === undefined || call.range[1] <= node.range[0];
}

/** Whether a name still means that variable where a node stands. */
function isFree(sourceCode: SourceCode, node: Node, name: string, owner: Scope): boolean {
  for (let scope = sourceCode.getScope(node) as Scope | null; scope; scope = scope.upper) {
    if (scope.set.has(name)) return scope === owner;
  }
  return false;
}
