import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName, getStaticString, isCall, type Node, type SourceCode, unwrap } from '../ast.ts';
import { remember } from '../../../remember.ts';
import type { Arrival } from '../arrival.ts';
import { getConstantValue } from '../variables.ts';

const cloudHosts = /amazonaws\.com|\.api\.aws|\.on\.aws|googleapis\.com|\.azure\.com|\.windows\.net/;
/** Where every region leads to the same place, and only signs. */
const globalHosts = /\.global\.api\.aws|\.s3-global\./;
const dummyCredential =
  /^(?:admin|password|changeme|test|dummy|fake|local|localstack|mock|foo|bar|x+|none|root|minio\w*|key|secret|fakeMyKeyId|anything|example|na|n\/a|accessKeyId|DUMMY\w*|LOCAL\w*|MOCK\w*|FAKE\w*|TEST\w*)$/i;

/**
 * Whether the client that takes a region talks to something that is no cloud: its endpoint is
 * localhost, LocalStack or an S3-compatible store, or its credentials are dummies. The region is then
 * a formality.
 *
 * @param service the service of the client, when it is known
 */
export function isLocalClient(sourceCode: SourceCode, arrival: Arrival, service?: string): boolean {
  const objects = new Set<Node>(arrival.trail.containers);
  if (isCall(arrival.by)) for (const argument of arrival.by.arguments) objects.add(unwrap(argument));
  for (const object of objects) {
    if (object.type !== 'ObjectExpression') continue;
    if (isImitated(service) ? isLocalObject(object, sourceCode) : isSurelyLocal(object, sourceCode))
      return true;
  }
  return false;
}

/**
 * Whether others offer a service under its protocol. Only then does an endpoint that cannot be read make a client doubtful:
 * nobody but AWS runs DynamoDB or SQS where customers are.
 */
function isImitated(service: string | undefined): boolean {
  return service === undefined || service === 's3';
}

/** Whether an endpoint is written down, and no cloud's: `http://localhost:8000`. */
export function isLocalEndpoint(sourceCode: SourceCode, endpoint: Node): boolean {
  const text = getStaticString(getConstantValue(sourceCode, endpoint));
  return text !== undefined && text !== '' && !cloudHosts.test(text);
}

/** Whether a URL leads to a host of none of the clouds. */
export function isNoCloudHost(url: string): boolean {
  return !cloudHosts.test(url);
}

const isLocalObject = remember((object: TSESTree.ObjectExpression, sourceCode: SourceCode): boolean =>
  hasLocalOption(sourceCode, object, (endpoint) => isOtherHost(sourceCode, endpoint)),
);

/** The same where an endpoint counts only if it is written down as another host, and nothing goes before it. */
const isSurelyLocal = remember((object: TSESTree.ObjectExpression, sourceCode: SourceCode): boolean =>
  hasLocalOption(sourceCode, object, (endpoint) => isWrittenHost(sourceCode, endpoint)),
);

function hasLocalOption(
  sourceCode: SourceCode,
  object: TSESTree.ObjectExpression,
  isOther: (endpoint: Node) => boolean,
): boolean {
  return object.properties.some((property) => {
    if (property.type === 'SpreadElement') {
      const endpoint = getGivenEndpoint(sourceCode, property.argument);
      return endpoint !== undefined && isOther(endpoint);
    }
    const key = getKeyName(property) ?? '';
    if (/^(?:endpoint|baseUrl|baseURL|host|endpointUrl)$/i.test(key)) return isOther(property.value);
    if (key === 's3ForcePathStyle' || key === 'forcePathStyle')
      return property.value.type !== 'Literal' || property.value.value !== false;
    if (key === 'accessKeyId' || key === 'secretAccessKey') return isDummy(property.value);
    if (key === 'credentials' && property.value.type === 'ObjectExpression')
      return hasLocalOption(sourceCode, property.value, isOther);
    return false;
  });
}

/**
 * The endpoint that is there only where a setting gives one: `...(process.env.STORE_URL && { endpoint: process.env.STORE_URL })`.
 * One that depends on something else (`...(isOffline && { endpoint })`) leaves AWS to those who count.
 */
function getGivenEndpoint({ text }: SourceCode, spread: Node): Node | undefined {
  const choice = unwrap(spread);
  const [test, given] =
    choice.type === 'ConditionalExpression'
      ? [choice.test, unwrap(choice.consequent)]
      : choice.type === 'LogicalExpression' && choice.operator === '&&'
        ? [choice.left, unwrap(choice.right)]
        : [];
  if (!test || given?.type !== 'ObjectExpression') return undefined;
  const property = given.properties.find(
    (each) => each.type === 'Property' && getKeyName(each) === 'endpoint',
  );
  if (property?.type !== 'Property') return undefined;
  return text.slice(...test.range).includes(text.slice(...property.value.range)) ? property.value : undefined;
}

/** `'http://localhost:8000'`, also as a template with a port that is computed. */
function isWrittenHost(sourceCode: SourceCode, node: Node): boolean {
  const expression = getConstantValue(sourceCode, node);
  if (expression.type === 'NewExpression') {
    const [argument] = expression.arguments;
    return argument !== undefined && isWrittenHost(sourceCode, argument);
  }
  if (expression.type !== 'TemplateLiteral' && getStaticString(expression) === undefined) return false;
  const text = sourceCode.text.slice(...expression.range);
  return /^['"`](?:https?:\/\/)?[a-z\d]/i.test(text) && isOtherHost(sourceCode, expression);
}

/** An endpoint that cannot be read is taken for another host: AWS itself needs no endpoint. */
function isOtherHost(sourceCode: SourceCode, node: Node): boolean {
  const expression = getConstantValue(sourceCode, node);
  if (expression.type === 'Identifier') return expression.name !== 'undefined';
  // `isOffline ? 'http://localhost:8000' : undefined` is AWS when it matters.
  if (expression.type === 'ConditionalExpression')
    return isOtherHost(sourceCode, expression.consequent) && isOtherHost(sourceCode, expression.alternate);
  const text = sourceCode.text.slice(...expression.range);
  return !cloudHosts.test(text) || globalHosts.test(text);
}

function isDummy(node: Node): boolean {
  const text = getStaticString(unwrap(node));
  return text !== undefined && isDummyCredential(text);
}

/** Whether a key or a password is one that opens nothing: `test`, `minioadmin`. */
export function isDummyCredential(text: string): boolean {
  return dummyCredential.test(text);
}
