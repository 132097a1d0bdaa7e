import type { TSESLint } from '@typescript-eslint/utils';
import { createRule, type RuleDocs, type RuleFactory } from '../create-rule.ts';
import type { RegionSite } from '../facts/region-site.ts';
import type { Language } from '../languages/language.ts';
import { createSiteFilter, getReportLocation } from './report-sites.ts';
import {
  createOffers,
  replacementDefaults,
  replacementMessages,
  type ReplacementOptions,
  replacementSchema,
} from './replacement.ts';
import { describeSurroundings, surroundingsMessages } from './surroundings.ts';
import { deploymentMessages, suggestDeployment } from './suggest-deployment.ts';

interface RegionRuleDefinition<Ids extends string> {
  /** `no-hardcoded-arn`; the table of roles says what it reports. */
  name: string;
  docs: RuleDocs;
  /** The message of its reports, with places for `getData`. */
  found: string;
  getData: (site: RegionSite) => Record<string, string>;
  /** Another message for sites of some forms. */
  variant?: { forms: readonly RegionSite['form'][]; message: string };
  /** What it suggests beside the project's own replacement; by default to read the region from the environment. */
  suggestions?: {
    messages: Record<Ids, string>;
    suggest: (
      language: Language,
      sourceCode: Readonly<TSESLint.SourceCode>,
      site: RegionSite,
    ) => TSESLint.SuggestionReportDescriptor<Ids>[];
  };
}

/** Makes a rule that reports each region of its roles, and suggests to take the region from elsewhere. */
export function createRegionRule<Ids extends string = 'readEnvironment'>({
  name,
  docs,
  found,
  getData,
  variant,
  suggestions,
}: RegionRuleDefinition<Ids>): RuleFactory {
  const { messages, suggest } = suggestions ?? {
    messages: deploymentMessages as unknown as Record<Ids, string>,
    suggest: suggestDeployment as unknown as NonNullable<typeof suggestions>['suggest'],
  };
  const listSites = createSiteFilter(name);
  return createRule<Ids | 'elsewhere' | 'found' | 'replace' | 'variant', [ReplacementOptions]>({
    name,
    meta: {
      type: 'problem',
      docs,
      fixable: 'code',
      hasSuggestions: true,
      schema: replacementSchema,
      defaultOptions: replacementDefaults,
      messages: {
        found,
        ...(variant && { variant: variant.message }),
        ...surroundingsMessages,
        ...messages,
        ...replacementMessages,
      },
    },
    create(context, language) {
      const { sourceCode } = context;
      const getOffer = createOffers<Ids>(context, language);
      return (facts) => {
        for (const site of listSites(facts)) {
          const { fix, suggest: offers } = getOffer(site, suggest(language, sourceCode, site), facts);
          context.report({
            loc: getReportLocation(sourceCode, site),
            ...(describeSurroundings(site) ?? {
              messageId: variant?.forms.includes(site.form) === true ? 'variant' : 'found',
              data: getData(site),
            }),
            fix,
            suggest: offers,
          });
        }
      };
    },
  });
}
