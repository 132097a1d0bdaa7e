import {
  contains,
  findAncestor,
  getDottedName,
  getKeyName,
  getLastName,
  getStaticString,
  isCall,
  isFunction,
  type Node,
  type SourceCode,
} from '../ast.ts';
import { resolveImport } from '../imports.ts';
import { remember } from '../../../remember.ts';
import type { Cloud } from '../../../facts/region-site.ts';
import type { RegionRole } from '../../../facts/roles.ts';
import type { Arrival, ArrivalKind, Trail } from '../arrival.ts';
import { traceValue } from '../value-flow.ts';
import { isPartOfAddress } from './address-part.ts';
import { isEntryGetter } from './entry-getter.ts';
import { getCallRole, type RoleResult } from './call-role.ts';
import { getDefaultName, isBesideOtherEndpoint } from './default-endpoint.ts';
import { isFallbackEntry, isReturnedFallback } from './fallback-entry.ts';
import { isInGeneratedCode } from './generated-code.ts';
import {
  isAnswerCallee,
  isDefaultName,
  isRegionName,
  isTextCallee,
  isTextName,
  isVendorSetting,
} from './names.ts';
import { getChoiceRole, getStructureRole } from './structure.ts';

/** The role of a region, the service it is used with, and where it is used. */
export interface RoleFinding extends RoleResult {
  services: readonly string[];
  sink: Node | undefined;
  /** What makes it a second choice, where it is one. */
  fallback?: Node | undefined;
}

/** From what is reported first to what only says why nothing is. */
const precedence: readonly RegionRole[] = [
  'client-option',
  'sdk-config',
  'infrastructure',
  'argument',
  'fallback',
  'local',
  'mandated',
  'both-regions',
  'catalogue',
  'other-vendor',
  'comparison',
  'type',
  'text',
  'config-module',
  'unknown',
];

/**
 * Judges a region that stands alone in a literal (`'us-east-1'`) by all the places where its value goes.
 *
 * @param sourceCode the parsed file
 * @param literal the literal
 * @param region its region
 * @param isConfig whether the file is a config module
 */
export function getRegionRole(
  sourceCode: SourceCode,
  literal: Node,
  region: string,
  cloud: Cloud,
  isConfig: boolean,
): RoleFinding {
  if (isInBranchFor(sourceCode, literal, region) || isNameOfChoice(sourceCode, literal, region))
    return { role: 'comparison', service: undefined, services: [], sink: undefined };
  if (isConfig && isEntryGetter(literal))
    return { role: 'config-module', service: undefined, services: [], sink: undefined };
  if (isProvidedRegion(literal))
    return { role: 'client-option', service: undefined, services: [], sink: undefined };
  const choice = getChoiceRole(literal);
  if (choice) return { role: choice, service: undefined, services: [], sink: undefined };
  const { own, shared } = traceValue(sourceCode, literal);
  const all = [
    ...judgeArrivals(sourceCode, own, region, cloud, isConfig),
    ...judgeShared(sourceCode, shared, region, cloud, isConfig),
  ];
  // That a name is given to it says less than what the client behind the name needs, or that it is only shown.
  const uses = all.filter(
    ({ kind, role }) => kind !== 'declaration' && (kind !== 'assignment' || role !== 'fallback'),
  );
  const isShown =
    uses.length > 0 &&
    uses.length === countUses(own) + countUses(shared) &&
    uses.every(({ role }) => role === 'text') &&
    (uses.some(({ by }) => isConsoleLink(sourceCode, by)) ||
      uses.every(({ kind, by }) => kind === 'jsx' || kind === 'argument' || isRead(by)));
  const isSettled = isShown || all.some(({ role }) => role === 'mandated' || role === 'local');
  const findings = isSettled ? uses : all;
  const first = findFirst(findings);
  if (!first) return { role: 'unknown', service: undefined, services: [], sink: undefined };
  if (first.role === 'fallback') {
    const plain = { service: undefined, services: [], sink: undefined };
    if (isBesideOtherEndpoint(sourceCode, literal)) return { role: 'local', ...plain };
    if (isForVendor(sourceCode, literal, first)) return { role: 'other-vendor', ...plain };
  }
  const services = new Set(
    findings.flatMap(({ role, service }) => (role === first.role && service !== undefined ? [service] : [])),
  );
  const [service] = services;
  return {
    role: first.role,
    sink: first.node === literal ? undefined : first.node,
    fallback: first.fallback,
    service: services.size === 1 ? service : undefined,
    services: [...services].sort(),
  };
}

/** What an arrival says of the value. */
interface Use extends RoleResult {
  node: Node;
  fallback: Node | undefined;
  names: readonly string[];
  kind: ArrivalKind;
  by: Node;
}

function judgeArrivals(
  sourceCode: SourceCode,
  arrivals: readonly Arrival[],
  region: string,
  cloud: Cloud,
  isConfig: boolean,
): Use[] {
  return arrivals.flatMap((arrival) => {
    const verdict = getArrivalRole(sourceCode, arrival, region, cloud, isConfig);
    if (!verdict) return [];
    const { node, kind, by, trail } = arrival;
    const { role, service } = verdict;
    return [{ role, service, node, fallback: trail.fallback, names: trail.names, kind, by }];
  });
}

/** The use that counts: the first of those that are reported before all others. */
function findFirst(uses: readonly Use[]): Use | undefined {
  let first: Use | undefined;
  let rank = precedence.length;
  for (const use of uses) {
    if (use.role === first?.role) continue;
    const own = precedence.indexOf(use.role);
    if (own < rank) [first, rank] = [use, own];
  }
  return first;
}

/** The same for all values that a variable gets, of which there may be thousands. */
function judgeShared(
  sourceCode: SourceCode,
  arrivals: readonly Arrival[],
  region: string,
  cloud: Cloud,
  isConfig: boolean,
): readonly Use[] {
  if (arrivals.length === 0) return [];
  const known = rememberUses(arrivals);
  const key = `${region} ${cloud} ${isConfig}`;
  let uses = known.get(key);
  if (!uses) known.set(key, (uses = judgeArrivals(sourceCode, arrivals, region, cloud, isConfig)));
  return uses;
}

const rememberUses = remember<readonly Arrival[], [], Map<string, readonly Use[]>>(() => new Map());

/** How many of the places use the value, where the others only name it or hand it on. */
const countUses = remember(
  (arrivals: readonly Arrival[]): number =>
    arrivals.filter(({ kind }) => kind !== 'declaration' && kind !== 'return').length,
);

/** `wasabi: { region: process.env.WASABI_REGION || 'us-east-1' }`: the variable, or what the default is for, is a vendor's. */
function isForVendor(
  { text }: SourceCode,
  literal: Node,
  { fallback, names }: { fallback: Node | undefined; names: readonly string[] },
): boolean {
  const variables =
    fallback?.type === 'LogicalExpression'
      ? (text.slice(...fallback.left.range).match(/(?<=\.env\.|\.env\[['"`])\w+/g) ?? [])
      : [];
  return [getDefaultName(literal) ?? '', ...names, ...variables].some(isVendorSetting);
}

/** `if (image.includes('us-east-1')) return connect({ region: 'us-east-1' })`: the branch says again what its test has found. */
function isInBranchFor({ text }: SourceCode, literal: Node, region: string): boolean {
  const branch = findAncestor(literal, (node) => {
    if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return isFunction(node);
    if (!contains(node.consequent, literal)) return false;
    const test = text.slice(...node.test.range);
    return test.includes(region) && /['"`]/.test(test) && !test.includes('!');
  });
  return branch !== undefined && !isFunction(branch);
}

/** Angular's `{ provide: REGION, useValue: 'europe-west1' }`. */
function isProvidedRegion({ parent }: Node): boolean {
  if (parent?.type !== 'Property' || getKeyName(parent) !== 'useValue') return false;
  if (parent.parent.type !== 'ObjectExpression') return false;
  return parent.parent.properties.some(
    (property) =>
      property.type === 'Property' &&
      getKeyName(property) === 'provide' &&
      getLastName(property.value).includes('REGION'),
  );
}

/**
 * `isAmerican ? 'us-east-2' : undefined` where the file asks elsewhere for `region === 'us-east-2'`: the name of one of two
 * choices, of which the other is the default.
 */
function isNameOfChoice({ text }: SourceCode, { parent }: Node, region: string): boolean {
  if (parent?.type !== 'ConditionalExpression') return false;
  const isNothing = [parent.consequent, parent.alternate].some(
    (branch) => text.slice(...branch.range) === 'undefined' || text.slice(...branch.range) === 'null',
  );
  return isNothing && [`=== '${region}'`, `=== "${region}"`].some((test) => text.includes(test));
}

/** Whether a text is for people: part of a log, an error, a page. Elsewhere it may name a bucket or fill a file. */
function isRead(text: Node): boolean {
  return (
    findAncestor(
      text,
      (node) =>
        node.type === 'ThrowStatement' ||
        node.type.startsWith('JSX') ||
        (isCall(node) && isTextCallee(getDottedName(node.callee))),
    ) !== undefined
  );
}

/** `/ec2/home?region=${region}`: a page of the console that somebody may open. */
function isConsoleLink({ text }: SourceCode, link: Node): boolean {
  return (
    (link.type === 'TemplateLiteral' || link.type === 'BinaryExpression') &&
    /\/home\?region=|\bconsole\.(?:aws|amazonaws)|\.console\.aws/.test(text.slice(...link.range))
  );
}

function getArrivalRole(
  sourceCode: SourceCode,
  arrival: Arrival,
  region: string,
  cloud: Cloud,
  isConfig: boolean,
): RoleResult | undefined {
  const { trail } = arrival;
  if (trail.containers.some(isMadeUp)) return { role: 'local', service: undefined };
  const structure = getStructureRole(sourceCode, trail);
  if (structure) return { role: structure, service: undefined };
  if (trail.names.some((name, index) => isTextName(name) && (index === 0 || /placeholder/i.test(name))))
    return { role: 'text', service: undefined };
  if (isDeclaredDefault(trail)) return { role: isFormField(trail) ? 'text' : 'fallback', service: undefined };
  const verdict = getUseRole(sourceCode, arrival, region, cloud, isConfig);
  if (!verdict && arrival.kind === 'argument' && trail.fallback && readsEnvironment(trail.fallback))
    return { role: isAnswer(arrival.by) ? 'text' : 'fallback', service: undefined };
  if (verdict && isReported(verdict.role)) {
    if (trail.isEntry) return { ...verdict, role: 'catalogue' };
    if (trail.fallback) return { ...verdict, role: 'fallback' };
    if (trail.isReassigned) return { ...verdict, role: 'unknown' };
  }
  return verdict;
}

/** `{ homeRegion: 'us-east-1', owner: 'placeholder@example.com' }`: an object that only has to have the right form. */
const isMadeUp = remember(
  (container: Node): boolean =>
    container.type === 'ObjectExpression' &&
    container.properties.some(
      (property) =>
        property.type === 'Property' && /^placeholder\b/i.test(getStaticString(property.value) ?? ''),
    ),
);

/**
 * `{ name: 'region', default: 'us-east-1' }`: a question, an option or an input that is described by an object;
 * `{ env: 'AWS_REGION', default: 'us-east-1' }`: a setting.
 */
function isDeclaredDefault({ names, containers: [object] }: Trail): boolean {
  if (names[0] !== 'default' || object?.type !== 'ObjectExpression') return false;
  return object.properties.some(
    (property) =>
      property.type === 'Property' &&
      /^(?:name|env)$/.test(getKeyName(property) ?? '') &&
      isRegionName(getStaticString(property.value) ?? '', 'gcp'),
  );
}

/** `{ label: 'Region', name: 'region', type: 'options', default: 'us-east-1' }`: what a form shows, and people may change. */
function isFormField({ containers: [object] }: Trail): boolean {
  const keys =
    object?.type === 'ObjectExpression'
      ? object.properties.map((property) => (property.type === 'Property' ? getKeyName(property) : undefined))
      : [];
  return (keys.includes('label') || keys.includes('displayName')) && keys.includes('type');
}

/** `response.json({ region: process.env.AWS_REGION ?? 'us-east-1' })` only tells. */
function isAnswer(call: Node): boolean {
  return isCall(call) && isAnswerCallee(getDottedName(call.callee));
}

/** `process.env.AWS_REGION ?? 'us-east-1'` is a second choice wherever it goes. */
function readsEnvironment(fallback: Node): boolean {
  if (fallback.type !== 'LogicalExpression') return false;
  const name = getDottedName(fallback.left);
  return /^(?:process|import\.meta)\.env\./.test(name) && /region$/i.test(name);
}

function isReported(role: RegionRole): boolean {
  return precedence.indexOf(role) <= precedence.indexOf('fallback');
}

function getUseRole(
  sourceCode: SourceCode,
  arrival: Arrival,
  region: string,
  cloud: Cloud,
  isConfig: boolean,
): RoleResult | undefined {
  const { kind, trail } = arrival;
  const service = undefined;
  switch (kind) {
    case 'argument':
      return getCallRole(sourceCode, arrival, region, cloud);
    case 'assignment':
      return getAssignmentRole(sourceCode, arrival, cloud);
    case 'computed-key':
      return { role: isFallbackEntry(sourceCode, arrival.by) ? 'fallback' : 'comparison', service };
    case 'comparison':
    case 'method':
      return { role: 'comparison', service };
    case 'lookup':
    case 'property-key':
      return { role: 'catalogue', service };
    case 'type':
      return { role: 'type', service };
    case 'jsx':
      return { role: 'text', service };
    case 'template':
    case 'concatenation':
      if (isInGeneratedCode(sourceCode, arrival)) return { role: 'argument', service };
      return isPartOfAddress(sourceCode, arrival.by) && trail.names.some((name) => isRegionName(name, cloud))
        ? { role: 'argument', service }
        : { role: 'text', service };
    case 'export':
      if (isConfig && !isComputed(trail)) return { role: 'config-module', service };
      return getExportRole(sourceCode, arrival, cloud);
    case 'declaration':
      // The entries of a config module hold defaults by nature: get primary() { return process.env.AWS_REGION ?? 'us-east-1'; }
      if (isConfig && trail.returnedBy.some(isGetter)) return undefined;
      return trail.fallback && isNamedRegion(trail.names, cloud) ? { role: 'fallback', service } : undefined;
    case 'return':
      if (isConfig && isInGetter(arrival.by)) return undefined;
      return isReturnedFallback(sourceCode, arrival) ? { role: 'fallback', service } : undefined;
    case 'other':
      return undefined;
  }
}

/** Whether a value comes out of a function: what that decides is no setting, wherever the function is kept. */
function isComputed({ returnedBy }: Trail): boolean {
  return returnedBy.length > 0 && !returnedBy.some(isGetter);
}

function isInGetter(node: Node): boolean {
  const owner = findAncestor(node, isFunction);
  return owner !== undefined && isGetter(owner);
}

function isGetter({ parent }: Node): boolean {
  return (parent?.type === 'Property' || parent?.type === 'MethodDefinition') && parent.kind === 'get';
}

function getAssignmentRole(sourceCode: SourceCode, arrival: Arrival, cloud: Cloud): RoleResult | undefined {
  const { by, path } = arrival;
  if (by.type !== 'AssignmentExpression' || by.left.type !== 'MemberExpression') return undefined;
  const name = getDottedName(by.left);
  const key = path.at(-1) ?? getKeyName(by.left) ?? '';
  if (!isRegionName(key, cloud)) return undefined;
  if (name.startsWith('process.env.'))
    return { role: setsUpTests(sourceCode) ? 'local' : 'sdk-config', service: undefined };
  const imported = resolveImport(sourceCode, by.left.object);
  if (imported?.module.startsWith('aws-sdk') === true) return { role: 'sdk-config', service: undefined };
  // The default of a class: this.provider = { name: 'aws', region: 'us-east-1' }
  if (path.length === 1 && name === 'this.provider') return { role: 'argument', service: undefined };
  return arrival.trail.fallback ? { role: 'fallback', service: undefined } : undefined;
}

/** The environment of a test run is full of dummies: `process.env.TABLE = 'test-table'`. */
const setsUpTests = remember(({ text }: SourceCode) => {
  const dummies =
    text.match(/\bprocess\.env\.\w+\s*=\s*['"`](?:test|dummy|mock|fake|https?:\/\/localhost)[^'"`]*/gi) ?? [];
  // One may be the name of a stage.
  return dummies.length > 1 || dummies.some((dummy) => !/['"`]test$/i.test(dummy));
});

/** What a file exports goes where this analysis cannot follow; infrastructure frameworks read some of it by name. */
function getExportRole({ text }: SourceCode, { path, trail }: Arrival, cloud: Cloud): RoleResult | undefined {
  const service = undefined;
  const key = path.at(-1);
  if (trail.fallback && isNamedRegion(trail.names, cloud)) return { role: 'fallback', service };
  // serverless.ts: module.exports = { provider: { name: 'aws', region: 'us-east-1' } }
  if (key !== undefined && path.at(-2) === 'provider' && isRegionName(key, cloud))
    return { role: 'infrastructure', service };
  // sst.config.ts: export default { config: () => ({ region: 'us-east-1' }) }
  if (path.join('.') === 'config.().region' && /['"]sst['"]/.test(text))
    return { role: 'infrastructure', service };
  const [name] = trail.names;
  // `module.exports = { getRegion }`: an object may hold settings, a function in it does not.
  const isResult = path.at(-1) === '()' && (path.length === 1 || path[0] === name) && path.length <= 2;
  const isPlain = path.length === 0 || (isResult && isConstantFunction(trail));
  if (isPlain && name !== undefined && isRegionName(name, cloud) && !isDefaultName(name))
    return { role: 'argument', service };
  return undefined;
}

/** `const getRegion = () => 'us-east-1'` */
function isConstantFunction({ returnedBy: [owner, ...others] }: Trail): boolean {
  if (!owner || others.length > 0 || owner.params.length > 0) return false;
  const { body } = owner;
  return body.type !== 'BlockStatement' || body.body.length === 1;
}

function isNamedRegion(names: readonly string[], cloud: Cloud): boolean {
  return names.some((name) => isRegionName(name, cloud));
}
