import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceCode } from '../languages/ecmascript/ast.ts';
import type { RegionSite } from '../languages/ecmascript/site.ts';
import { createRule } from '../create-rule.ts';
import { removesComment, toFix } from '../languages/ecmascript/editing/edit.ts';
import { replaceInText } from '../languages/ecmascript/editing/text-place.ts';
import { getEnvironmentExpression } from '../reporting/environment.ts';
import { getReportLocation, visitFacts } from '../reporting/region-sites.ts';
import { getRangeWithComma } from '../reporting/remove-option.ts';

export default createRule<'flag' | 'globalHost' | 'globalRegion' | 'removeOption' | 'useRegionalHost'>({
  name: 'no-global-endpoint',
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
  create(context) {
    const { sourceCode } = context;
    return visitFacts(context, ({ regionSites, globalEndpointFlags }) => {
      for (const site of regionSites) {
        if (site.role !== 'global-endpoint') continue;
        const isHost = site.form === 'global-host';
        const expression = getEnvironmentExpression(sourceCode, site);
        const fix = isHost ? useRegionalHost(sourceCode, site, expression) : undefined;
        context.report({
          loc: getReportLocation(sourceCode, site),
          messageId: isHost ? 'globalHost' : 'globalRegion',
          data: isHost ? { host: site.text } : { region: site.text },
          suggest: fix ? [{ messageId: 'useRegionalHost', data: { expression }, fix }] : [],
        });
      }
      for (const { node, key } of globalEndpointFlags) {
        const range = node.type === 'Property' ? getRangeWithComma(sourceCode, node) : undefined;
        // The v2 options are legacy unless they are set: removing them changes nothing.
        const isRemovable = key === 'useGlobalEndpoint' && range && !removesComment(sourceCode, range);
        context.report({
          node,
          messageId: 'flag',
          data: { key },
          suggest: isRemovable
            ? [{ messageId: 'removeOption', fix: (fixer) => fixer.removeRange(range) }]
            : [],
        });
      }
    });
  },
});

/** `sts.amazonaws.com` becomes `sts.${process.env.AWS_REGION}.amazonaws.com`. */
function useRegionalHost(
  sourceCode: SourceCode,
  site: RegionSite,
  expression: string,
): TSESLint.ReportFixFunction | undefined {
  const host = site.text.replace('.amazonaws.com', `.\${${expression}}.amazonaws.com`);
  const edit = replaceInText(sourceCode, site, site.range, host);
  return edit && toFix([edit]);
}
