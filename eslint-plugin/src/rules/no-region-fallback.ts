import { createRule } from '../create-rule.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';
import { removeFallback } from '../reporting/remove-fallback.ts';

export default createRule<'fallback' | 'removeFallback'>({
  name: 'no-region-fallback',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow literal regions as the second choice for a setting that may be missing',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      fallback:
        "Where the setting is missing, this runs in '{{region}}' without a word, and goes down with it.",
      removeFallback: 'Remove the fallback, so that a missing region shows.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitRegionSites(context, ['fallback'], (site) => {
      const removal = removeFallback(sourceCode, site);
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'fallback',
        data: { region: site.region },
        suggest: removal ? [{ messageId: 'removeFallback', fix: removal }] : [],
      });
    });
  },
});
