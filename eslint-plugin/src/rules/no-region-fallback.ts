import { createRule } from '../create-rule.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';
import { removeFallback } from '../reporting/remove-fallback.ts';
import {
  createOffers,
  replacementDefaults,
  replacementMessages,
  type ReplacementOptions,
  replacementSchema,
} from '../reporting/replacement.ts';

export default createRule<'fallback' | 'removeFallback' | 'replace', [ReplacementOptions]>({
  name: 'no-region-fallback',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow literal regions as the second choice for a setting that may be missing',
      recommended: 'warn',
      strict: 'error',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: replacementSchema,
    defaultOptions: replacementDefaults,
    messages: {
      fallback:
        "Where the setting is missing, this runs in '{{region}}' without a word, and goes down with it.",
      removeFallback: 'Remove the fallback, so that a missing region shows.',
      ...replacementMessages,
    },
  },
  create(context) {
    const { sourceCode } = context;
    const getOffer = createOffers<'removeFallback'>(context);
    return visitRegionSites(context, ['fallback'], (site) => {
      const removal = removeFallback(sourceCode, site);
      const { fix, suggest } = getOffer(site, removal ? [{ messageId: 'removeFallback', fix: removal }] : []);
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'fallback',
        data: { region: site.region },
        fix,
        suggest,
      });
    });
  },
});
