import { createRule } from '../create-rule.ts';
import { createSiteFilter, getReportLocation, toFix } from '../reporting/report-sites.ts';

const name = 'no-global-endpoint';
const listSites = createSiteFilter(name);

export default createRule<'flag' | 'globalHost' | 'globalRegion' | 'removeOption' | 'useRegionalHost'>({
  name,
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow global endpoints where a regional one would do',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      flag: "'{{key}}' sends requests to a global endpoint, which other regions share with us-east-1; use the regional one.",
      globalHost:
        "'{{host}}' is a global endpoint, which other regions share with us-east-1; use the regional one.",
      globalRegion:
        "'{{region}}' stands for a global endpoint, which other regions share with us-east-1; use a region.",
      removeOption: 'Remove the option; the regional endpoint is the default.',
      useRegionalHost: 'Use the endpoint of the region in {{expression}}.',
    },
  },
  create(context, { edits }) {
    const { sourceCode } = context;
    return (facts) => {
      for (const site of listSites(facts)) {
        const isHost = site.form === 'global-host';
        const regional = edits?.useRegionalHost?.(sourceCode, site);
        context.report({
          loc: getReportLocation(sourceCode, site),
          messageId: isHost ? 'globalHost' : 'globalRegion',
          data: isHost ? { host: site.text } : { region: site.text },
          suggest: regional
            ? [
                {
                  messageId: 'useRegionalHost',
                  data: { expression: regional.expression },
                  fix: toFix(regional.edits),
                },
              ]
            : [],
        });
      }
      for (const flag of facts.globalEndpointFlags) {
        const removal = edits?.removeFlag?.(sourceCode, flag);
        context.report({
          loc: flag.loc,
          messageId: 'flag',
          data: { key: flag.key },
          suggest: removal ? [{ messageId: 'removeOption', fix: toFix([removal]) }] : [],
        });
      }
    };
  },
});
