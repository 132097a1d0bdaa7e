import type { TSESTree } from '@typescript-eslint/utils';
import { findRegionForms } from '../../../clouds/region-forms.ts';
import { getAwsClient } from '../../../clouds/aws/sdk.ts';
import { ignoresRegion, serviceOfPackage, serviceOfV2Class } from '../../../clouds/aws/services.ts';
import {
  type CallNode,
  getDottedName,
  getKeyName,
  getStaticString,
  type Node,
  type SourceCode,
  unwrap,
} from '../ast.ts';
import { resolveImport, resolveInstance } from '../imports.ts';
import { isRegionParameter } from '../region-parameter.ts';
import { remember } from '../../../remember.ts';
import { getMadeClient, getSdkClient, getSdkKind } from '../sdk.ts';
import type { Cloud } from '../../../facts/region-site.ts';
import type { RegionRole } from '../../../facts/roles.ts';
import type { Arrival } from '../arrival.ts';
import { isLocalClient } from './local.ts';
import { isFallbackEntry } from './fallback-entry.ts';
import { isMandated } from './mandated.ts';
import {
  isComparisonCallee,
  isDataCallee,
  isOtherVendor,
  isRegionName,
  isSearchCallee,
  isTextCallee,
} from './names.ts';

export interface RoleResult {
  role: RegionRole;
  service: string | undefined;
}

/** Object keys under which libraries take the options of their cloud client. */
const optionGroups =
  /(?:config|configuration|options|opts|params|props|client|provider|providers|aws|amazon|s3|ses|sqs|sns|dynamo(?:db)?|bedrock|cognito|credentials?|env|environment|settings|storage|gcp|google|azure|auth|analytics|iot)s?$/i;

/**
 * What a call or construction does with a region that is among its arguments.
 *
 * @returns undefined when it says nothing about the region
 */
export function getCallRole(
  sourceCode: SourceCode,
  arrival: Arrival,
  region: string,
  cloud: Cloud,
): RoleResult | undefined {
  const call = arrival.by as CallNode;
  const path = arrival.path.at(-1) === '()' ? arrival.path.slice(0, -1) : arrival.path;
  const key = path.at(-1);
  const imported = resolveImport(sourceCode, call.callee);
  const kind = imported && getSdkKind(imported.module);
  const name = getDottedName(call.callee);
  const isKeyed = key !== undefined && isRegionName(key, cloud);

  if (isFallbackCall(call, name, arrival, cloud)) return verdict('fallback');
  if (path.length === 0 && name.endsWith('.get') && isFallbackEntry(sourceCode, call))
    return verdict('fallback');
  // Firebase: firebase.app().functions('europe-west1')
  if (cloud === 'gcp' && path.length === 0 && call.arguments.length === 1 && /(?:^|\.)functions$/.test(name))
    return verdict('client-option', 'functions');
  // A hand-made request to Azure's services.
  if (cloud === 'azure' && key === 'Ocp-Apim-Subscription-Region') return verdict('argument');
  // Pulumi's automation: stack.setConfig('aws:region', { value: 'us-east-1' })
  if (name.endsWith('.setConfig') && /:(?:region|location)$/.test(getStaticString(call.arguments[0]) ?? ''))
    return verdict('infrastructure');
  if (imported && (kind === 'aws-client' || kind === 'aws-v2')) {
    const client = getAwsClient(imported);
    if (client) {
      if (!isKeyed || path.length > 2) return undefined;
      if (isMandated(sourceCode, region, client.service, call, arrival.trail.names))
        return verdict('mandated', client.service);
      if (isLocalClient(sourceCode, arrival, client.service)) return verdict('local', client.service);
      return verdict('client-option', client.service);
    }
    if (kind === 'aws-v2' && isKeyed && isGlobalConfig(imported.path)) {
      return verdict(isLocalClient(sourceCode, arrival) ? 'local' : 'sdk-config');
    }
    return verdict('unknown'); // a command's input is data
  }
  if (isTextCallee(name)) return verdict('text');
  if (path.length === 0 && (isComparisonCallee(name) || (arrival.index === 0 && isSearchCallee(name))))
    return verdict('comparison');
  // Where a copy goes is no region of the code: `replicaRegions: [{ region }]`, `replicate('us-east-1', 'eu-west-1')`.
  if (
    path.slice(0, -1).some((part) => /replica|witness/i.test(part)) ||
    (path.length === 0 && countRegions(call) > 1)
  )
    return verdict('both-regions');
  const instance = imported ? undefined : resolveInstance(sourceCode, call.callee);
  const instanceKind = instance && getSdkKind(instance.module);
  if (instanceKind?.startsWith('aws')) return verdict('unknown'); // an operation's input is data
  if (kind === 'sdk' || instanceKind === 'sdk') {
    return isKeyed ? verdict('client-option', imported && getSdkClient(imported)?.service) : undefined;
  }
  if (isOtherVendor(imported?.module ?? name) || isOtherVendor(name)) return verdict('other-vendor');
  if (kind === 'aws-library') {
    if (!isKeyed) return undefined;
    return verdict(isLocalClient(sourceCode, arrival) ? 'local' : 'client-option');
  }
  if (kind === 'cloud-development' || isCloudDevelopmentGlobal(sourceCode, name)) {
    // The first text of a construction is its name: new aws.Provider('us-east-1', …)
    if (!isKeyed && (call.type === 'NewExpression' || !isProviderCall(name, path))) return undefined;
    if (isForGlobalService(call, arrival)) return verdict('mandated');
    return verdict(
      isMandated(sourceCode, region, undefined, call, arrival.trail.names) ? 'mandated' : 'infrastructure',
    );
  }
  if (kind === 'gcp' || kind === 'firebase' || instanceKind === 'gcp') {
    if (!isKeyed && !isLocationCall(name, path)) return undefined;
    if (imported?.module.startsWith('firebase-functions')) return verdict('infrastructure', 'functions');
    return verdict('client-option', imported && (getSdkClient(imported) ?? getMadeClient(imported))?.service);
  }
  if (kind === 'azure' || instanceKind === 'azure') {
    const service = imported && getSdkClient(imported)?.service;
    // A template's parameter: { location: { value: 'eastus' } }
    const isParameter = key === 'value' && isRegionName(path.at(-2) ?? '', cloud);
    const isGiven = isKeyed || isParameter || key === undefined || /^\d+$/.test(key);
    return isGiven ? verdict('client-option', service) : undefined;
  }

  if (isDataCallee(name)) return undefined;
  if (path.length === 0) {
    if (cloud === 'gcp' && isLocationCall(name, path)) return verdict('argument');
    if (
      isProviderCall(name, path) ||
      isNamedRegion(arrival, cloud) ||
      isRegionParameter(sourceCode, call, arrival.index, cloud) ||
      (cloud === 'aws' && arrival.index > 0 && signsRequests(sourceCode))
    )
      return argument(sourceCode, region, arrival, call);
    return undefined;
  }
  const isConstruction = call.type === 'NewExpression' || call.callee.type === 'Super';
  if (isCloudDevelopmentFile(sourceCode) && isKeyed && isConstruction) {
    return verdict(
      isMandated(sourceCode, region, undefined, call, arrival.trail.names) ? 'mandated' : 'infrastructure',
    );
  }
  if (!isKeyed || !path.slice(0, -1).every((part) => optionGroups.test(part))) return undefined;
  return argument(sourceCode, region, arrival, call);
}

function argument(sourceCode: SourceCode, region: string, arrival: Arrival, call: CallNode): RoleResult {
  if (isForGlobalService(call, arrival)) return verdict('mandated');
  if (isMandated(sourceCode, region, undefined, call, arrival.trail.names)) return verdict('mandated');
  return verdict(isLocalClient(sourceCode, arrival) ? 'local' : 'argument');
}

/**
 * Whether a class or an option names a service that has one endpoint for all regions: a project's own
 * `new aws.Organizations({ region })`, CDK's `{ service: 'Organizations', action, region }`.
 */
function isForGlobalService(call: CallNode, { trail }: Arrival): boolean {
  const name = getDottedName(call.callee).split('.').at(-1) ?? '';
  const [object] = trail.containers;
  const named = object?.type === 'ObjectExpression' ? getServiceNames(object) : [];
  return [name, ...named].some((text) => {
    const service = serviceOfPackage(text) ?? serviceOfV2Class(text.replace(/Client$/, ''));
    return service !== undefined && ignoresRegion(service) !== undefined;
  });
}

const getServiceNames = remember(({ properties }: TSESTree.ObjectExpression) =>
  properties.flatMap((option) =>
    option.type === 'Property' && getKeyName(option) === 'service'
      ? [getStaticString(option.value) ?? '']
      : [],
  ),
);

/** How many different regions are among the arguments of a call: `functions.region('europe-west1', 'us-central1')`. */
function countRegions({ arguments: all }: CallNode): number {
  const texts = all.map((argument) => getStaticString(argument) ?? '');
  return new Set(texts.flatMap((text) => findRegionForms(text).map(({ region }) => region))).size;
}

function verdict(role: RegionRole, service?: string): RoleResult {
  return { role, service };
}

function isGlobalConfig(path: readonly string[]): boolean {
  return path[0] === 'config' || path[0] === 'Config' || (path[0] ?? '').endsWith('Credentials');
}

/** A constant that is called a region, handed to a function: `locationPath(project, REGION)`. */
function isNamedRegion(arrival: Arrival, cloud: Cloud): boolean {
  return arrival.trail.names.some((name) => isRegionName(name, cloud));
}

/** A signature that is made by hand takes the region as one of many texts: `hmac(key, 'us-east-1')`. */
const signsRequests = remember(({ text }: SourceCode) => text.includes('aws4_request'));

/** `useProvider('us-east-1')`, `createClientForRegion('us-east-1')`. */
function isProviderCall(name: string, path: readonly string[]): boolean {
  return (
    path.length === 0 &&
    /(?:provider|(?:for|in|with|from|to|use|set)_?region|regional\w*client)$/i.test(name) &&
    !/^(?:is|has)/i.test(name)
  );
}

/** Google's positional locations: `client.locationPath(p, 'us-central1')`, `getFunctions(app, 'us-central1')`, `functions.region('us-central1')`. */
function isLocationCall(name: string, path: readonly string[]): boolean {
  return (
    path.length === 0 && /(?:Path|parent|getFunctions|httpsCallable|(?:^|\.)region|location\w*)$/i.test(name)
  );
}

/** Stacks and constructs of the project's own come from relative imports. */
const isCloudDevelopmentFile = remember(({ text }: SourceCode) =>
  /['"](?:aws-cdk-lib|@aws-cdk\/[\w-]+|@pulumi\/[\w-]+|cdktf)['"/]/.test(text),
);

/** SST's globals need no import: `aws.Provider`, `sst.aws.Function`, `$config`. */
function isCloudDevelopmentGlobal(sourceCode: SourceCode, name: string): boolean {
  return (
    /^(?:\$config|\$app|new (?:sst|aws|pulumi|cloudflare)\.|(?:sst|aws)\.)/.test(name) &&
    isSstFile(sourceCode)
  );
}

const isSstFile = remember(({ text }: SourceCode) => /\.sst\/|\$config\(|\bsst\./.test(text));

/**
 * Calls that take a literal for the case that a setting is missing: zod's `.default()`, commander's and
 * yargs' options, envalid's and convict's `default`, `env('AWS_REGION', 'us-east-1')`.
 */
function isFallbackCall(
  call: CallNode,
  name: string,
  { path: fullPath, index, node }: Arrival,
  cloud: Cloud,
): boolean {
  const path = /^\d+$/.test(fullPath.at(-1) ?? '') ? fullPath.slice(0, -1) : fullPath; // default: ['us-east-1']
  if (
    path.length === 0 &&
    (/\.(?:default|catch|prefault|defaultTo|withDefault|orElse|getOrElse|unwrapOr|asString)$/.test(name) ||
      (call.arguments.length === 1 && isReaderOfRegion(call)))
  ) {
    return node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'Identifier';
  }
  if (path.at(-1) === 'default' || path.at(-1) === 'defaultValue') {
    const names = [...path.slice(0, -1), getStaticString(call.arguments[0]) ?? ''];
    return names.some((part) => isRegionName(part, 'gcp')) || hasRegionKey(call);
  }
  if (path.length > 0 || index === 0) return false;
  // valibot: AWS_REGION: v.optional(v.string(), 'us-east-1')
  if (
    /(?:^|\.)(?:exactOptional|fallback|nullable|nullish|optional|undefinedable)$/.test(name) &&
    hasRegionKey(call)
  )
    return true;
  const earlier = call.arguments
    .slice(0, index)
    .map((argument) => getStaticString(argument) ?? getDottedName(argument));
  return (
    earlier.some(
      (text) =>
        /(?:^|[\s_.\-<[])(?:aws[-_]?)?region(?:$|[\s_.>\]])|region$/i.test(text) ||
        (cloud !== 'aws' && /(?:^|[\s_\-<[])location(?:$|[\s_>\]])/i.test(text)),
    ) &&
    /(?:^|\.)(?:option|options|get|env\w*|getenv\w*|config\w*|optional|default\w*|(?:get|read|fetch|find|load|resolve|string|str)[A-Z]?\w*|lookup\w*|param\w*|arg\w*|flag\w*|tryGetContext)$/i.test(
      name,
    )
  );
}

/** `read('AWS_REGION').optional('us-east-1')`: a method of what was read under the name of a region. */
function isReaderOfRegion({ callee }: CallNode): boolean {
  if (callee.type !== 'MemberExpression') return false;
  let object = unwrap(callee.object);
  while (object.type === 'CallExpression' || object.type === 'MemberExpression') {
    if (object.type === 'MemberExpression') object = unwrap(object.object);
    else {
      const text = getStaticString(object.arguments[0]);
      if (text !== undefined) return /(?:^|_)REGION$/.test(text);
      object = unwrap(object.callee);
    }
  }
  return false;
}

/** `AWS_REGION: str({ default: 'us-east-1' })`: the key stands outside the call. */
function hasRegionKey(call: CallNode): boolean {
  let { parent }: { parent: Node } = call;
  while (parent.type === 'CallExpression') ({ parent } = parent); // v.pipe(v.optional(…), …)
  return (
    parent.type === 'Property' && parent.key.type === 'Identifier' && isRegionName(parent.key.name, 'gcp')
  );
}
