import { createRegionRule } from '../reporting/create-region-rule.ts';

export default createRegionRule({
  name: 'no-hardcoded-arn',
  docs: {
    description: 'Disallow ARNs and resource paths that name a region',
    recommended: 'warn',
    strict: 'error',
  },
  found: 'This {{what}} names {{region}}; when {{region}} is down, what it points to is out of reach.',
  getData: ({ form, region, text }) =>
    form === 'inference-profile'
      ? { text, region }
      : { what: form === 'arn' ? 'ARN' : 'resource path', region },
  variant: {
    forms: ['inference-profile'],
    message:
      "'{{text}}' is in the geography {{region}}, while the region comes from a setting; with a region elsewhere there is no such model.",
  },
});
