import type { TSESLint } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';

export interface RuleDocs {
  /** One sentence, starting with Enforce, Require or Disallow; the rule table is generated from it. */
  description: string;
  /** The severity in the preset `recommended`; absent: not in it. */
  recommended?: 'error' | 'warn';
  /** The severity in the preset `strict`. */
  strict: 'error' | 'warn';
}

type RuleModule<MessageIds extends string, Options extends readonly unknown[]> = Omit<
  TSESLint.RuleModule<MessageIds, Options, RuleDocs>,
  'defaultOptions'
>;

/**
 * Adds the documentation URL to a rule and gives it ESLint's own type, so that the plugin
 * needs `@typescript-eslint/utils` for its types only.
 *
 * @param rule the rule with its name (`no-hardcoded-region`)
 * @returns a rule module for ESLint and oxlint
 */
export function createRule<MessageIds extends string, Options extends readonly unknown[] = []>({
  name,
  ...rule
}: RuleModule<MessageIds, Options> & { name: string }): Rule.RuleModule {
  const url = `https://github.com/multi-region/multi-region/blob/main/eslint-plugin/docs/rules/${name}.md`;
  return {
    ...rule,
    meta: { ...rule.meta, docs: { ...rule.meta.docs, url } },
  } as unknown as Rule.RuleModule;
}
