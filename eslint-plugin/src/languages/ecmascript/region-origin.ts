import type { TSESTree } from '@typescript-eslint/utils';
import {
  type CallNode,
  getDottedName,
  getKeyName,
  getLastName,
  getStaticString,
  isFunction,
  type Node,
  type SourceCode,
  unwrap,
} from './ast.ts';
import { remember } from '../../remember.ts';
import { followObject } from './object-member.ts';
import type { RegionOrigin } from '../../facts/client-site.ts';
import type { SdkClient } from './sdk.ts';
import {
  findVariable,
  getConstantValue,
  getOnlyValue,
  getReads,
  isReassigned,
  type Variable,
} from './variables.ts';

export interface Origin {
  origin: RegionOrigin;
  /** The literals that may be the region. */
  literals: readonly Node[];
  /** The environment variables that may hold it, in the order in which they are asked. */
  variables: readonly string[];
}

function from(
  origin: RegionOrigin,
  literals: readonly Node[] = [],
  variables: readonly string[] = [],
): Origin {
  return { origin, literals, variables };
}

/** `AWS_REGION` of `process.env.AWS_REGION`. */
function readVariable(name: string): Origin {
  const variable = name.slice(name.lastIndexOf('.') + 1);
  return from('environment', [], /^\w+$/.test(variable) && variable !== 'env' ? [variable] : []);
}

const environment = /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|env)\b/;

/**
 * Where the region of a client's construction comes from.
 *
 * @param node `new S3Client({ region })`, `new AWS.S3({ region })`
 */
export function getRegionOrigin(
  sourceCode: SourceCode,
  node: CallNode,
  { cloud, service }: SdkClient,
): Origin {
  if (service === 'cosmos') return getPreferredLocations(sourceCode, node);
  if (cloud === 'azure') return from('unknown'); // the account's name decides
  if (cloud === 'gcp')
    return node.type === 'CallExpression'
      ? getFirebaseRegion(sourceCode, node)
      : getLocation(sourceCode, node);
  const given = node.arguments.find((argument) => argument.type !== 'SpreadElement');
  if (!given) return from(node.arguments.length === 0 ? 'omitted' : 'unknown');
  const options = getHelperOptions(given) ?? given;
  if (isSetLater(sourceCode, options)) return from('unknown');
  const region = followObject(sourceCode, options, 'region');
  // What a helper adds cannot be seen.
  if (region === 'absent') return from(options === given ? 'omitted' : 'unknown');
  if (region === 'unknown') return from(isParameter(sourceCode, options) ? 'parameter' : 'unknown');
  return getOrigin(sourceCode, region, 0);
}

/** The options that a function of the project's own gets: `new S3Client(withDefaults({ region }))`. */
function getHelperOptions(given: Node): Node | undefined {
  const call = unwrap(given);
  if (call.type !== 'CallExpression') return undefined;
  const [argument] = call.arguments;
  return argument?.type === 'ObjectExpression' ? argument : undefined;
}

/** `const options = {}; if (settings.region) options.region = settings.region;` */
function isSetLater(sourceCode: SourceCode, options: Node): boolean {
  const variable = options.type === 'Identifier' ? findVariable(sourceCode, options) : undefined;
  return variable?.defs[0]?.type === 'Variable' && hasRegionSet(variable);
}

const hasRegionSet = remember((variable: Variable) =>
  getReads(variable).some(({ parent }) => {
    const isRegion = parent?.type === 'MemberExpression' && getKeyName(parent) === 'region';
    return isRegion && parent.parent.type === 'AssignmentExpression' && parent.parent.left === parent;
  }),
);

function getOrigin(sourceCode: SourceCode, node: Node, depth: number): Origin {
  const expression = unwrap(node);
  if (depth > 12) return from('unknown');
  if (getStaticString(expression) !== undefined) return from('literal', [expression]);
  switch (expression.type) {
    case 'Identifier': {
      const variable = findVariable(sourceCode, expression);
      if (!variable) return from(expression.name === 'undefined' ? 'omitted' : 'unknown');
      const value = getOnlyValue(variable);
      if (value) return getOrigin(sourceCode, value, depth + 1);
      const definition = variable.defs[0];
      const list = definition && findLoopedList(sourceCode, definition.name);
      if (list) {
        const [only, ...others] = list.elements;
        return only && others.length === 0 ? getOrigin(sourceCode, only, depth + 1) : from('parameter');
      }
      if (definition?.type === 'Parameter') {
        const literal = findDefault(definition.name, definition.node);
        return from('parameter', literal && !isReassigned(variable) ? [literal] : []);
      }
      if (
        definition?.type === 'Variable' &&
        definition.node.id.type === 'ObjectPattern' &&
        definition.node.init
      ) {
        const member = followObject(sourceCode, definition.node.init, expression.name);
        if (typeof member !== 'string') return getOrigin(sourceCode, member, depth + 1);
        if (environment.test(getDottedName(definition.node.init))) return readVariable(expression.name);
      }
      return from('unknown');
    }
    case 'MemberExpression': {
      const name = getDottedName(expression);
      if (environment.test(name)) return readVariable(name);
      const key = getKeyName(expression);
      if (key === undefined)
        return from(isParameter(sourceCode, expression.property) ? 'parameter' : 'unknown');
      const member = followObject(sourceCode, expression.object, key);
      if (typeof member !== 'string') return getOrigin(sourceCode, member, depth + 1);
      return from(isParameter(sourceCode, expression.object) ? 'parameter' : 'unknown');
    }
    case 'LogicalExpression': {
      const left = getOrigin(sourceCode, expression.left, depth + 1);
      const right = getOrigin(sourceCode, expression.right, depth + 1);
      if (right.origin === 'literal' && expression.operator !== '&&')
        return { ...merge(left, right), origin: left.origin === 'parameter' ? 'parameter' : 'fallback' };
      // `asset.region || process.env.AWS_REGION`: data or the caller goes first.
      if (expression.operator !== '&&' && left.origin === 'parameter' && right.origin === 'environment')
        return { ...merge(left, right), origin: 'parameter' };
      return left.origin === right.origin ? merge(left, right) : from('unknown');
    }
    case 'ConditionalExpression': {
      const [first, second] = [expression.consequent, expression.alternate].map((branch) =>
        getOrigin(sourceCode, branch, depth + 1),
      );
      if (!first || !second) return from('unknown');
      if (first.origin === second.origin) return merge(first, second);
      const both = merge(first, second);
      return { ...both, origin: both.literals.length > 0 ? 'fallback' : 'unknown' };
    }
    case 'TemplateLiteral': {
      const [inner] = expression.expressions;
      const isAlone = expression.quasis.every(({ value }) => value.raw === '');
      return inner && isAlone ? getOrigin(sourceCode, inner, depth + 1) : from('unknown');
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return isFunction(expression) && expression.body.type !== 'BlockStatement'
        ? getOrigin(sourceCode, expression.body, depth + 1)
        : from('unknown');
    case 'CallExpression':
      return readCall(expression);
    default:
      return from('unknown');
  }
}

/** The location of a client of Google Cloud, or of its endpoint: `new VertexAI({ location })`; most have none. */
function getLocation(sourceCode: SourceCode, node: CallNode): Origin {
  const [options] = node.arguments;
  if (!options) return from('global-endpoint');
  for (const key of ['location', 'apiEndpoint', 'servicePath']) {
    const value = followObject(sourceCode, options, key);
    if (value === 'unknown') return from('unknown');
    if (value !== 'absent') return getOrigin(sourceCode, value, 0);
  }
  return from('global-endpoint');
}

/** `getFunctions(app, 'europe-west1')`, `firebase.functions('europe-west1')`; us-central1 without one, and a project's own place for data. */
function getFirebaseRegion(
  sourceCode: SourceCode,
  { callee, arguments: all }: TSESTree.CallExpression,
): Origin {
  const name = getLastName(callee);
  if (!/^(?:getF|f)unctions$/.test(name)) return from('unknown');
  const region = name === 'functions' ? all[0] : all[1];
  if (!region || region.type === 'SpreadElement') return from('unknown');
  return getOrigin(sourceCode, region, 0);
}

/** Cosmos DB goes through its `preferredLocations` in order: only a list of one binds it. */
function getPreferredLocations(sourceCode: SourceCode, node: CallNode): Origin {
  const [options] = node.arguments;
  const policy = options && followObject(sourceCode, options, 'connectionPolicy');
  if (!policy || policy === 'absent') return from('omitted');
  if (policy === 'unknown') return from('unknown');
  const locations = followObject(sourceCode, policy, 'preferredLocations');
  if (typeof locations === 'string') return from(locations === 'absent' ? 'omitted' : 'unknown');
  const list = getConstantValue(sourceCode, locations);
  if (list.type !== 'ArrayExpression') return from('unknown');
  const literals = list.elements.filter((element) => getStaticString(element) !== undefined);
  return from(literals.length === list.elements.length ? 'literal' : 'unknown', literals as Node[]);
}

function merge(a: Origin, b: Origin): Origin {
  return from(a.origin, [...a.literals, ...b.literals], [...a.variables, ...b.variables]);
}

/** `env.get('AWS_REGION')`, `Deno.env.get('AWS_REGION')` */
function readCall({ callee, arguments: [name] }: TSESTree.CallExpression): Origin {
  if (!environment.test(getDottedName(callee))) return from('unknown');
  const variable = getStaticString(name);
  return from('environment', [], variable === undefined ? [] : [variable]);
}

/** The array that a loop or a callback takes a variable from: `for (const region of REGIONS)`, `REGIONS.map((region) => …)`. */
function findLoopedList(sourceCode: SourceCode, name: Node): TSESTree.ArrayExpression | undefined {
  const owner = name.parent;
  let list: Node | undefined;
  if (owner?.type === 'VariableDeclarator' && owner.parent.parent.type === 'ForOfStatement') {
    list = owner.parent.parent.right;
  } else if (
    owner &&
    isFunction(owner) &&
    owner.parent.type === 'CallExpression' &&
    owner.params[0] === name
  ) {
    const { callee } = owner.parent;
    if (callee.type === 'MemberExpression') list = callee.object;
  }
  const value = list && getConstantValue(sourceCode, list);
  return value?.type === 'ArrayExpression' ? value : undefined;
}

function isParameter(sourceCode: SourceCode, node: Node): boolean {
  const expression = unwrap(node);
  if (expression.type !== 'Identifier') return false;
  return findVariable(sourceCode, expression)?.defs[0]?.type === 'Parameter';
}

/** The literal default of a parameter: `(region = 'us-east-1') =>`, `({ region = 'us-east-1' }) =>`. */
function findDefault(name: Node, owner: Node): Node | undefined {
  const { parent } = name;
  if (parent?.type !== 'AssignmentPattern' || parent.left !== name || owner === name) return undefined;
  return getStaticString(parent.right) === undefined ? undefined : parent.right;
}
