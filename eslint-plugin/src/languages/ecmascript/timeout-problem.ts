import type { TimeoutProblem } from '../../facts/client-site.ts';
import { insertAt } from '../../facts/text-edit.ts';
import { getDottedName, getStaticString, type Node, type SourceCode } from './ast.ts';
import { remember } from '../../remember.ts';
import { isViteFile } from './editing/follow-deployment.ts';
import { getClientOptions, isFalse } from './client-options.ts';
import type { FoundClient } from './found-client.ts';
import { followObject } from './object-member.ts';

const nodeTimeouts =
  'requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true }';
/** The handler of browsers has no other, and throws by itself. */
const browserTimeouts = 'requestHandler: { requestTimeout: 5_000 }';

const runsInBrowser = remember(
  (sourceCode: SourceCode) => isViteFile(sourceCode) || /^\s*['"]use client['"]/.test(sourceCode.text),
);

/**
 * What is wrong with the time limits of a client of the AWS SDK v3: it has none by default, and one that is exceeded
 * is only logged unless `throwOnRequestTimeout` is set (@smithy/node-http-handler 4.14.2, set-request-timeout.js).
 */
export function findTimeoutProblem(
  sourceCode: SourceCode,
  { node, module }: FoundClient,
): TimeoutProblem | undefined {
  if (!module.startsWith('@aws-sdk/client-')) return undefined;
  const options = getClientOptions(sourceCode, node);
  const isInBrowser = runsInBrowser(sourceCode);
  const timeouts = isInBrowser ? browserTimeouts : nodeTimeouts;
  if (options === 'unknown') return undefined;
  if (options === 'none') {
    const hasParentheses = sourceCode.text.slice(...node.range).endsWith('()');
    return {
      kind: 'missing',
      insertion: hasParentheses ? insertAt(node.range[1] - 1, `{ ${timeouts} }`) : undefined,
    };
  }
  const mode = followObject(sourceCode, options, 'defaultsMode');
  // Every mode but legacy, the default, sets a connection timeout.
  if (mode !== 'absent' && (mode === 'unknown' || getStaticString(mode) !== 'legacy')) return undefined;
  const handler = followObject(sourceCode, options, 'requestHandler');
  if (handler === 'unknown') return undefined;
  if (handler === 'absent') {
    const text = options.properties.length > 0 ? ` ${timeouts},` : ` ${timeouts} `;
    return { kind: 'missing', insertion: insertAt(options.range[0] + 1, text) };
  }
  // Other handlers than Node's for HTTP/1 throw by themselves.
  if (handler.type === 'NewExpression' && !getDottedName(handler.callee).endsWith('NodeHttpHandler'))
    return undefined;
  const settings = handler.type === 'NewExpression' ? handler.arguments[0] : handler;
  if (settings?.type !== 'ObjectExpression') return undefined;
  const requestTimeout = readTimeout(sourceCode, settings, 'requestTimeout');
  const socketTimeout = readTimeout(sourceCode, settings, 'socketTimeout');
  if (requestTimeout === 'absent')
    return socketTimeout === 'absent' ? { kind: 'missing', insertion: undefined } : undefined;
  if (isInBrowser || requestTimeout === 'unknown' || socketTimeout !== 'absent') return undefined;
  const isThrown = followObject(sourceCode, settings, 'throwOnRequestTimeout');
  if (isThrown === 'absent')
    return {
      kind: 'not-thrown',
      insertion: insertAt(settings.range[0] + 1, ' throwOnRequestTimeout: true,'),
    };
  return isFalse(isThrown) ? { kind: 'not-thrown', insertion: undefined } : undefined;
}

/** A time limit of a request handler; 0 is none. */
function readTimeout(sourceCode: SourceCode, settings: Node, key: string): ReturnType<typeof followObject> {
  const value = followObject(sourceCode, settings, key);
  return typeof value !== 'string' && value.type === 'Literal' && value.value === 0 ? 'absent' : value;
}
