import { displayName } from '../clouds/display-name.ts';
import { createRule } from '../create-rule.ts';
import { toFix } from '../reporting/report-sites.ts';

export default createRule<'disabled' | 'removeOption'>({
  name: 'no-disabled-retries',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow SDK clients that do not retry',
      strict: 'warn',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      disabled: 'With {{option}} this {{client}} client fails on the first error, even a transient one.',
      removeOption: 'Remove the option, so that the SDK retries as it does by default.',
    },
  },
  create(context, { edits }) {
    const { sourceCode } = context;
    return ({ clientSites }) => {
      const reported = new Set<number>();
      for (const client of clientSites) {
        const { disabledRetries, failover, service } = client;
        // A wrapper that goes on to the next region wants the first error at once.
        if (!disabledRetries || failover === 'wrapped' || failover === 'second-client') continue;
        const { loc, range } = disabledRetries;
        if (reported.has(range[0])) continue; // options that several clients share
        reported.add(range[0]);
        const removal = edits?.enableRetries?.(sourceCode, client);
        context.report({
          loc,
          messageId: 'disabled',
          data: { option: sourceCode.text.slice(...range), client: displayName(service) },
          suggest: removal ? [{ messageId: 'removeOption', fix: toFix([removal]) }] : [],
        });
      }
    };
  },
});
