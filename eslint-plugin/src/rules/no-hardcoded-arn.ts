import { createRule } from '../create-rule.ts';
import { replaceEmbeddedRegion } from '../reporting/embedded-region.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';

export default createRule<'hardcoded' | 'readEnvironment'>({
  name: 'no-hardcoded-arn',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow ARNs and resource paths that name a region',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded:
        'This {{what}} names {{region}}; when {{region}} is down, what it points to is out of reach.',
      readEnvironment: 'Read its region from {{expression}}.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitRegionSites(context, ['arn'], (site) => {
      const replacement = replaceEmbeddedRegion(sourceCode, site);
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'hardcoded',
        data: { what: site.form === 'arn' ? 'ARN' : 'resource path', region: site.region },
        suggest: replacement
          ? [
              {
                messageId: 'readEnvironment',
                data: { expression: replacement.expression },
                fix: replacement.fix,
              },
            ]
          : [],
      });
    });
  },
});
