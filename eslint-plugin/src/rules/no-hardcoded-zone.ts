import { createRule } from '../create-rule.ts';
import { replaceEmbeddedRegion } from '../reporting/embedded-region.ts';
import { getReportLocation, visitRegionSites } from '../reporting/region-sites.ts';

export default createRule<'hardcoded' | 'readEnvironment'>({
  name: 'no-hardcoded-zone',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow availability zones that are written into the code that uses them',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded: "'{{zone}}' pins this to one zone of {{region}}; when the zone is down, so is this code.",
      readEnvironment: 'Read the region of the zone from {{expression}}.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitRegionSites(context, ['zone'], (site) => {
      const replacement = replaceEmbeddedRegion(sourceCode, site);
      context.report({
        loc: getReportLocation(sourceCode, site),
        messageId: 'hardcoded',
        data: { zone: site.text, region: site.region },
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
