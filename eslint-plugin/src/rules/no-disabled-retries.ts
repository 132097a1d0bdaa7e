import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName, type SourceCode } from '../languages/ecmascript/ast.ts';
import type { ClientSite } from '../languages/ecmascript/site.ts';
import { displayName } from '../clouds/aws/services.ts';
import { createRule } from '../create-rule.ts';
import { removesComment } from '../languages/ecmascript/editing/edit.ts';
import { getClientOptions } from '../reporting/client-options.ts';
import { visitFacts } from '../reporting/region-sites.ts';
import { getRangeWithComma } from '../reporting/remove-option.ts';

export default createRule<'disabled' | 'removeOption'>({
  name: 'no-disabled-retries',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow SDK clients that give up at the first error',
      strict: 'warn',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      disabled:
        'With {{option}} this {{client}} client gives up at the first error, however short the trouble is.',
      removeOption: 'Remove the option; the SDK then tries again by its default.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitFacts(context, ({ clientSites }) => {
      const reported = new Set<TSESTree.Property>();
      for (const site of clientSites) {
        const property = findDisabledRetries(sourceCode, site);
        if (!property || reported.has(property)) continue; // options that several clients share
        reported.add(property);
        const range = getRangeWithComma(sourceCode, property);
        context.report({
          node: property,
          messageId: 'disabled',
          data: { option: sourceCode.getText(property), client: displayName(site.service) },
          suggest:
            range && !removesComment(sourceCode, range)
              ? [{ messageId: 'removeOption', fix: (fixer) => fixer.removeRange(range) }]
              : [],
        });
      }
    });
  },
});

/** `maxAttempts` counts the first try (v3), `maxRetries` does not (v2). */
function findDisabledRetries(
  sourceCode: SourceCode,
  { node, failover, module }: ClientSite,
): TSESTree.Property | undefined {
  const options = getClientOptions(sourceCode, node);
  // A wrapper that goes on to the next region wants the first error at once.
  if (typeof options === 'string' || failover === 'wrapped' || failover === 'second-client') return undefined;
  const properties = options.properties.filter((property) => property.type === 'Property');
  if (properties.some((property) => getKeyName(property) === 'retryStrategy')) return undefined; // it decides instead
  const [name, least] = module.startsWith('aws-sdk') ? ['maxRetries', 0] : ['maxAttempts', 1];
  return properties.find(
    (property) =>
      getKeyName(property) === name &&
      property.value.type === 'Literal' &&
      typeof property.value.value === 'number' &&
      property.value.value <= least,
  );
}
