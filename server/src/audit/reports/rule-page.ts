import plugin from 'eslint-plugin-multi-region';

const prefix = 'multi-region/';

/** What the reports say of a rule. */
export interface RulePage {
  /** `multi-region/no-hardcoded-region` */
  ruleId: string;
  /** `no-hardcoded-region` */
  name: string;
  description: string;
  url: string | undefined;
}

/** All rules, by name. */
export function listRules(): RulePage[] {
  return Object.entries(plugin.rules ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { meta }]) => ({
      ruleId: prefix + name,
      name,
      description: meta?.docs?.description ?? name,
      url: meta?.docs?.url,
    }));
}

/** The address of a rule's page; undefined for a rule that this version does not have. */
export function getRulePage(ruleId: string): string | undefined {
  return ruleId.startsWith(prefix) ? plugin.rules?.[ruleId.slice(prefix.length)]?.meta?.docs?.url : undefined;
}
