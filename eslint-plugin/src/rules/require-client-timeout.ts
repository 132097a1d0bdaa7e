import { displayName } from '../clouds/display-name.ts';
import { createRule } from '../create-rule.ts';
import type { ClientSite } from '../facts/client-site.ts';
import { toFix } from '../reporting/report-sites.ts';

export default createRule<'addTimeouts' | 'missing' | 'notThrown' | 'throwOnTimeout'>({
  name: 'require-client-timeout',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require timeouts on SDK clients',
      strict: 'warn',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      missing:
        'This {{client}} client has no timeout; a region that accepts requests and never answers keeps it waiting, and no failover starts.',
      notThrown:
        'When this requestTimeout is exceeded, the SDK only logs a warning; throwOnRequestTimeout makes it an error.',
      addTimeouts: 'Add a connection and a request timeout.',
      throwOnTimeout: 'Add throwOnRequestTimeout.',
    },
  },
  create(context) {
    return ({ clientSites }) => {
      for (const site of clientSites) {
        const { head, service, timeoutProblem } = site;
        if (!timeoutProblem || hasOtherTimeout(site)) continue;
        const { insertion, kind } = timeoutProblem;
        const isMissing = kind === 'missing';
        context.report({
          loc: head.loc,
          messageId: isMissing ? 'missing' : 'notThrown',
          data: isMissing ? { client: displayName(service) } : {},
          suggest: insertion
            ? [
                {
                  messageId: isMissing ? 'addTimeouts' : 'throwOnTimeout',
                  fix: toFix([insertion]),
                },
              ]
            : [],
        });
      }
    };
  },
});

/** A wrapper gives up on a region by itself; a service without a second region has nothing to fail over to. */
function hasOtherTimeout({ failover }: ClientSite): boolean {
  return failover === 'wrapped' || failover === 'not-needed';
}
