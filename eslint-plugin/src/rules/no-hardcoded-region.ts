import { createRule } from '../create-rule.ts';
import { describeSink } from '../reporting/describe.ts';
import {
  createOffers,
  isByRegion,
  replacementDefaults,
  replacementMessages,
  type ReplacementOptions,
  replacementSchema,
} from '../reporting/replacement.ts';
import { createSiteFilter, getReportLocation, toFix } from '../reporting/report-sites.ts';
import { describeSurroundings, surroundingsMessages } from '../reporting/surroundings.ts';
import { deploymentMessages, suggestDeployment } from '../reporting/suggest-deployment.ts';

const name = 'no-hardcoded-region';
const listSites = createSiteFilter(name);

export default createRule<
  'elsewhere' | 'found' | 'readEnvironment' | 'removeOption' | 'replace',
  [ReplacementOptions]
>({
  name,
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow cloud regions that are written into the code that uses them',
      recommended: 'error',
      strict: 'error',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: replacementSchema,
    defaultOptions: replacementDefaults,
    messages: {
      found: "'{{region}}' pins {{what}} to one region; when {{region}} is down, so is this code.",
      removeOption: 'Remove the option, so that the SDK uses AWS_REGION.',
      ...surroundingsMessages,
      ...deploymentMessages,
      ...replacementMessages,
    },
  },
  create(context, language) {
    const { sourceCode, options } = context;
    const getOffer = createOffers<'readEnvironment' | 'removeOption'>(context, language);
    return (facts) => {
      // Of two clients that stand in for each other, both would get the same region.
      const paired = new Set(
        facts.clientSites.flatMap(({ failover, sites }) => (failover === 'second-client' ? sites : [])),
      );
      for (const site of listSites(facts)) {
        const isPaired = paired.has(site);
        const removal = isPaired ? undefined : language.edits?.removeOption?.(sourceCode, site);
        const suggestions = isPaired
          ? []
          : [
              ...suggestDeployment(language, sourceCode, site),
              ...(removal ? [{ messageId: 'removeOption' as const, fix: toFix([removal]) }] : []),
            ];
        const { fix, suggest } =
          isPaired && !isByRegion(options[0])
            ? { fix: null, suggest: [] }
            : getOffer(site, suggestions, facts);
        context.report({
          loc: getReportLocation(sourceCode, site),
          ...(describeSurroundings(site) ?? {
            messageId: 'found',
            data: { region: site.cloud === 'azure' ? site.text : site.region, what: describeSink(site) },
          }),
          fix,
          suggest,
        });
      }
    };
  },
});
