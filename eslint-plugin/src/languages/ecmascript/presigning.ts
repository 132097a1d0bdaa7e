import { getKeyName, getLastName, isCall, type Node, type SourceCode } from './ast.ts';
import { getHandle } from './second-client.ts';
import { getReads } from './variables.ts';

const presigners = /^(?:getSignedUrl|getSignedUrlPromise|createPresignedPost|presign)$/;

/**
 * Whether a client does nothing but sign URLs, for which it sends no request: `getSignedUrl(client, …)`.
 *
 * @param node the construction of the client
 */
export function isForPresigning(sourceCode: SourceCode, node: Node): boolean {
  const handle = getHandle(sourceCode, node);
  const uses = handle ? getReads(handle) : [];
  return uses.length > 0 && uses.every(isPresigned);
}

function isPresigned({ parent, ...use }: Node): boolean {
  if (!parent) return false;
  if (isCall(parent)) {
    const isFirst = parent.arguments[0]?.range[0] === use.range[0];
    return isFirst && presigners.test(getLastName(parent.callee));
  }
  // SDK v2: s3.getSignedUrl('putObject', …)
  return parent.type === 'MemberExpression' && presigners.test(getKeyName(parent) ?? '');
}
