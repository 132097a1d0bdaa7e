import { getKeyName, isFunction, type Node, type SourceCode, unwrap } from '../ast.ts';
import { isDummyCredential, isNoCloudHost } from './local.ts';

/**
 * Whether a default region stands beside a default endpoint that is no cloud's, or a default password that opens nothing:
 * `endpoint = 'http://localhost:9000', region = 'us-east-1'`, `S3_ENDPOINT: z.string().default('http://minio:9000'),
 * S3_REGION: …`. They are left for what runs on this machine.
 *
 * @param literal the default region
 */
export function isBesideOtherEndpoint(sourceCode: SourceCode, literal: Node): boolean {
  const place = findPlace(literal);
  if (!place) return false;
  const [prefix] = place.name.split(/region\w*$/i);
  return place.siblings.some(({ name, value }) => {
    const kind = name.startsWith(prefix ?? '') ? name.slice(prefix?.length) : '';
    if (/^_?(?:endpoint|host|(?:base|service)_?url|url)(?:_?url)?$/i.test(kind))
      return hasOtherHost(sourceCode, value);
    return /^_?secret(?:_?access)?_?key$/i.test(kind) && hasDummy(sourceCode, value);
  });
}

/** The name that a default is given to: `S3_REGION: z.string().default('us-east-1')`. */
export function getDefaultName(literal: Node): string | undefined {
  return findPlace(literal)?.name;
}

interface Setting {
  name: string;
  value: Node;
}

/** The name that a default is given to, and what has a default beside it. */
function findPlace(literal: Node): { name: string; siblings: Setting[] } | undefined {
  let node = literal;
  for (; node.parent && isPassedOn(node.parent, node); node = node.parent) {
    const { parent } = node;
    // function connect(endpoint = '…', region = '…')
    if (parent.type === 'AssignmentPattern' && isFunction(parent.parent))
      return parent.left.type === 'Identifier'
        ? { name: parent.left.name, siblings: parent.parent.params.flatMap(readDefault) }
        : undefined;
  }
  const property = node.parent;
  if (property?.type !== 'Property' || property.value !== node) return undefined;
  const name = getKeyName(property);
  if (name === undefined) return undefined;
  const siblings = property.parent.properties.flatMap((sibling): Setting[] => {
    const key = sibling.type === 'Property' ? getKeyName(sibling) : undefined;
    return sibling.type === 'Property' && key !== undefined ? [{ name: key, value: sibling.value }] : [];
  });
  return { name, siblings };
}

/** Whether the value of a node is part of what its parent is: in a chain of calls, as a default, behind `??`. */
function isPassedOn(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case 'AssignmentPattern':
      return parent.right === node;
    case 'CallExpression':
    case 'LogicalExpression':
      return true;
    case 'MemberExpression':
      return parent.object === node;
    default:
      return unwrap(parent) !== parent;
  }
}

function readDefault(parameter: Node): Setting[] {
  return parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier'
    ? [{ name: parameter.left.name, value: parameter.right }]
    : [];
}

/** Whether a URL or a host name in the source of a value is no cloud's. */
function hasOtherHost({ text }: SourceCode, value: Node): boolean {
  // What a template computes may have quotes of its own.
  const source = text.slice(...value.range).replace(/\$\{[^{}]*\}/g, 'x');
  const urls = source.match(/(?<=['"`])(?:https?:\/\/[^'"`]+|(?:[\w-]+\.)+[a-z]{2,})(?=['"`])/g) ?? [];
  return urls.length > 0 && urls.every(isNoCloudHost);
}

/** Whether a default password is one that opens nothing. */
function hasDummy({ text }: SourceCode, value: Node): boolean {
  return (text.slice(...value.range).match(/(?<=['"`])[^'"`]+(?=['"`])/g) ?? []).some(isDummyCredential);
}
