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
  name: 'no-hardcoded-arn',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow ARNs and resource paths that name a region',
      recommended: 'warn',
      strict: 'error',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: replacementSchema,
    defaultOptions: replacementDefaults,
    messages: {
      hardcoded:
        'This {{what}} names {{region}}; when {{region}} is down, what it points to is out of reach.',
      ...environmentMessages,
      ...replacementMessages,
    },
  },
  create(context) {
    const { sourceCode } = context;
    const getOffer = createOffers<'readEnvironment'>(context);
    return visitRegionSites(context, ['arn'], (site) => {
      const { fix, suggest } = getOffer(site, suggestEnvironment(sourceCode, site));
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'hardcoded',
        data: { what: site.form === 'arn' ? 'ARN' : 'resource path', region: site.region },
        fix,
        suggest,
      });
    });
  },
});
