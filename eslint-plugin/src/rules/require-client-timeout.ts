import { followObject } from '../languages/ecmascript/object-member.ts';
import type { ClientSite } from '../languages/ecmascript/site.ts';
import { getClientLocation } from '../reporting/client-location.ts';
import { getClientOptions, isFalse } from '../reporting/client-options.ts';
import { displayName } from '../clouds/aws/services.ts';
import { createRule } from '../create-rule.ts';
import { visitFacts } from '../reporting/region-sites.ts';
import { getDottedName, getStaticString, type Node, type SourceCode } from '../languages/ecmascript/ast.ts';

export default createRule<'addTimeouts' | 'missing' | 'notThrown' | 'throwOnTimeout'>({
  name: 'require-client-timeout',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require time limits on SDK clients, so that a region that hangs is left',
      strict: 'warn',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      missing:
        'This {{client}} client has no time limit of its own; a region that accepts and never answers keeps it waiting, and no failover starts.',
      notThrown:
        'This requestTimeout only logs a warning when it is exceeded; throwOnRequestTimeout makes it an error.',
      addTimeouts: 'Add a connection and a request timeout.',
      throwOnTimeout: 'Add throwOnRequestTimeout.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitFacts(context, ({ clientSites }) => {
      for (const site of clientSites) {
        if (!site.module.startsWith('@aws-sdk/client-') || isTimedElsewhere(site)) continue;
        const problem = getTimeoutProblem(sourceCode, site);
        if (!problem) continue;
        const isMissing = problem.messageId === 'missing';
        const { insertAt } = problem;
        context.report({
          loc: getClientLocation(sourceCode, site),
          messageId: problem.messageId,
          data: isMissing ? { client: displayName(site.service) } : {},
          suggest:
            insertAt === undefined
              ? []
              : [
                  {
                    messageId: isMissing ? 'addTimeouts' : 'throwOnTimeout',
                    fix: (fixer) => fixer.insertTextBeforeRange([insertAt.at, insertAt.at], insertAt.text),
                  },
                ],
        });
      }
    });
  },
});

/** A wrapper gives up on a region by itself; a service without a second region has nothing to be left for. */
function isTimedElsewhere({ failover }: ClientSite): boolean {
  return failover === 'wrapped' || failover === 'not-needed';
}

interface TimeoutProblem {
  messageId: 'missing' | 'notThrown';
  insertAt: { at: number; text: string } | undefined;
}

const timeouts =
  'requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true }';

function getTimeoutProblem(sourceCode: SourceCode, { node }: ClientSite): TimeoutProblem | undefined {
  const options = getClientOptions(sourceCode, node);
  if (options === 'unknown') return undefined;
  if (options === 'none') {
    const hasParentheses = sourceCode.text.slice(...node.range).endsWith('()');
    return {
      messageId: 'missing',
      insertAt: hasParentheses ? { at: node.range[1] - 1, text: `{ ${timeouts} }` } : undefined,
    };
  }
  const mode = followObject(sourceCode, options, 'defaultsMode');
  // Every mode but legacy, the default, sets a connection timeout.
  if (mode !== 'absent' && (mode === 'unknown' || getStaticString(mode) !== 'legacy')) return undefined;
  const handler = followObject(sourceCode, options, 'requestHandler');
  if (handler === 'unknown') return undefined;
  if (handler === 'absent') {
    const text = options.properties.length > 0 ? ` ${timeouts},` : ` ${timeouts} `;
    const insertAt = { at: options.range[0] + 1, text };
    return { messageId: 'missing', insertAt };
  }
  // Other handlers than Node's for HTTP/1 throw by themselves.
  if (handler.type === 'NewExpression' && !getDottedName(handler.callee).endsWith('NodeHttpHandler'))
    return undefined;
  const settings = handler.type === 'NewExpression' ? handler.arguments[0] : handler;
  if (settings?.type !== 'ObjectExpression') return undefined;
  const requestTimeout = readTimeout(sourceCode, settings, 'requestTimeout');
  const socketTimeout = readTimeout(sourceCode, settings, 'socketTimeout');
  if (requestTimeout === 'absent')
    return socketTimeout === 'absent' ? { messageId: 'missing', insertAt: undefined } : undefined;
  if (requestTimeout === 'unknown' || socketTimeout !== 'absent') return undefined;
  const isThrown = followObject(sourceCode, settings, 'throwOnRequestTimeout');
  if (isThrown === 'absent')
    return {
      messageId: 'notThrown',
      insertAt: { at: settings.range[0] + 1, text: ' throwOnRequestTimeout: true,' },
    };
  return isFalse(isThrown) ? { messageId: 'notThrown', insertAt: undefined } : undefined;
}

/** A time limit of a request handler; 0 is none. */
function readTimeout(sourceCode: SourceCode, settings: Node, key: string): ReturnType<typeof followObject> {
  const value = followObject(sourceCode, settings, key);
  return typeof value !== 'string' && value.type === 'Literal' && value.value === 0 ? 'absent' : value;
}
