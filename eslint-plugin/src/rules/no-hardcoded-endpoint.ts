import { createRegionRule } from '../reporting/create-region-rule.ts';

export default createRegionRule({
  name: 'no-hardcoded-endpoint',
  docs: {
    description: 'Disallow host names of cloud services that name a region',
    recommended: 'warn',
    strict: 'error',
  },
  found: "'{{host}}' is in {{region}}; when {{region}} is down, so is this code.",
  getData: ({ text, region }) => ({ host: text, region }),
});
