import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../lint/linted-file.ts';
import type { Node } from '../source/nodes.ts';

const documentClients = /^DynamoDBDocument(?:Client)?$/u;
const tracers = /^(?:captureAWSv3Client|captureAWSClient|instrumentAwsClient)$/u;

/**
 * What is to be made for each region: the client, with what is made of it in the same expression. A document client
 * has to be made inside of `withRegionFailover`, or it sends past it.
 */
export function findOuterClient(client: Node): Node {
  let outer = client;
  for (let { parent } = outer; parent?.type === 'CallExpression'; { parent } = outer) {
    if (parent.arguments[0] !== outer || !takesClient(parent)) break;
    outer = parent;
  }
  return outer;
}

function takesClient(call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return tracers.test(callee.name);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  return isDocumentFrom(call) || tracers.test(callee.property.name);
}

/** `DynamoDBDocumentClient.from(…)`. */
export function isDocumentFrom({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    documentClients.test(callee.object.name) &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'from'
  );
}

/** Whether a document client is made of a client elsewhere in the file: `DynamoDBDocumentClient.from(client)`. */
export function feedsDocumentClient(sourceCode: SourceCode, outer: Node): boolean {
  const { parent } = outer;
  if (outer.type === 'CallExpression' && isDocumentFrom(outer)) return false;
  // What is kept in a field, or given to another function, is judged by the text of the file.
  if (parent?.type !== 'VariableDeclarator')
    return /\bDynamoDBDocument(?:Client)?\s*\.\s*from\b/u.test(sourceCode.text);
  return sourceCode
    .getDeclaredVariables(parent)
    .flatMap(({ references }) => references)
    .some(({ identifier }) => {
      const call = identifier.parent;
      return call.type === 'CallExpression' && isDocumentFrom(call);
    });
}
