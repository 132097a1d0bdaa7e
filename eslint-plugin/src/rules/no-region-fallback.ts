import { createRegionRule } from '../reporting/create-region-rule.ts';
import { toFix } from '../reporting/report-sites.ts';

export default createRegionRule<'removeFallback'>({
  name: 'no-region-fallback',
  docs: {
    description: 'Disallow hard-coded regions as fallbacks',
    recommended: 'warn',
    strict: 'error',
  },
  found: "When {{setting}} is not set, this silently uses '{{region}}'.",
  getData: ({ cloud, region, setting, text }) => ({
    setting: setting ?? 'the setting',
    region: cloud === 'azure' ? text : region,
  }),
  suggestions: {
    messages: { removeFallback: 'Remove the fallback, so that a missing region fails loudly.' },
    suggest({ edits }, sourceCode, site) {
      const edit = edits?.removeFallback?.(sourceCode, site);
      return edit ? [{ messageId: 'removeFallback', fix: toFix([edit]) }] : [];
    },
  },
});
