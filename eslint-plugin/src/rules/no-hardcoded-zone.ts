import { createRegionRule } from '../reporting/create-region-rule.ts';

export default createRegionRule({
  name: 'no-hardcoded-zone',
  docs: {
    description: 'Disallow availability zones that are written into the code that uses them',
    recommended: 'warn',
    strict: 'error',
  },
  found: "'{{zone}}' pins this to one zone of {{region}}; when the zone is down, so is this code.",
  getData: ({ text, region }) => ({ zone: text, region }),
});
