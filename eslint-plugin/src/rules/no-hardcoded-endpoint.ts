import { createRule } from '../create-rule.ts';
import { replaceEmbeddedRegion } from '../reporting/embedded-region.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';

export default createRule<'hardcoded' | 'readEnvironment'>({
  name: 'no-hardcoded-endpoint',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow host names of cloud services that name a region',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded: "'{{host}}' is in {{region}}; when {{region}} is down, so is this code.",
      readEnvironment: 'Read its region from {{expression}}.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitRegionSites(context, ['endpoint'], (site) => {
      const replacement = replaceEmbeddedRegion(sourceCode, site);
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'hardcoded',
        data: { host: site.text, region: site.region },
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
