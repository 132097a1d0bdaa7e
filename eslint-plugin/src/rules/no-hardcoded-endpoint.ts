import { createRule } from '../create-rule.ts';
import { environmentMessages, suggestEnvironment } from '../reporting/environment.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';
import {
  createOffers,
  replacementDefaults,
  replacementMessages,
  type ReplacementOptions,
  replacementSchema,
} from '../reporting/replacement.ts';

export default createRule<'hardcoded' | 'readEnvironment' | 'replace', [ReplacementOptions]>({
  name: 'no-hardcoded-endpoint',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow host names of cloud services that name a region',
      recommended: 'warn',
      strict: 'error',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: replacementSchema,
    defaultOptions: replacementDefaults,
    messages: {
      hardcoded: "'{{host}}' is in {{region}}; when {{region}} is down, so is this code.",
      ...environmentMessages,
      ...replacementMessages,
    },
  },
  create(context) {
    const { sourceCode } = context;
    const getOffer = createOffers<'readEnvironment'>(context);
    return visitRegionSites(context, ['endpoint'], (site) => {
      const { fix, suggest } = getOffer(site, suggestEnvironment(sourceCode, site));
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'hardcoded',
        data: { host: site.text, region: site.region },
        fix,
        suggest,
      });
    });
  },
});
