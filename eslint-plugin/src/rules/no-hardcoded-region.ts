import type { RegionRole, RegionSite } from '../languages/ecmascript/site.ts';
import { createRule } from '../create-rule.ts';
import { describeSink } from '../reporting/describe.ts';
import { environmentMessages, suggestEnvironment } from '../reporting/environment.ts';
import { type Context, getReportLocation, visitFacts } from '../reporting/region-sites.ts';
import { removeRegionOption } from '../reporting/remove-option.ts';
import {
  createOffers,
  isByRegion,
  type Offer,
  replacementDefaults,
  replacementMessages,
  type ReplacementOptions,
  replacementSchema,
} from '../reporting/replacement.ts';

export default createRule<Ids, [ReplacementOptions]>({
  name: 'no-hardcoded-region',
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
      hardcoded: "'{{region}}' pins {{what}} to one region; when {{region}} is down, so is this code.",
      removeOption: 'Remove the option; the SDK then takes the region of its surroundings (AWS_REGION).',
      ...environmentMessages,
      ...replacementMessages,
    },
  },
  create(context) {
    const { sourceCode } = context;
    const getOffer = createRegionOffers(context);
    return visitFacts(context, ({ clientSites, regionSites }) => {
      const paired = new Set(
        clientSites.flatMap(({ failover, sites }) => (failover === 'second-client' ? sites : [])),
      );
      for (const site of regionSites) {
        if (!roles.includes(site.role)) continue;
        const { fix, suggest } = getOffer(site, paired.has(site));
        context.report({
          loc: getReportLocation(sourceCode, site),
          messageId: 'hardcoded',
          data: { region: site.cloud === 'azure' ? site.text : site.region, what: describeSink(site) },
          fix,
          suggest,
        });
      }
    });
  },
});

type Ids = 'hardcoded' | 'readEnvironment' | 'removeOption' | 'replace';

const roles: readonly RegionRole[] = ['argument', 'client-option', 'infrastructure', 'sdk-config'];

function createRegionOffers(
  context: Context<Ids, [ReplacementOptions]>,
): (site: RegionSite, isPaired: boolean) => Offer<Ids> {
  const { sourceCode, options } = context;
  const getOffer = createOffers<Ids>(context);
  return (site, isPaired) => {
    // Of two clients that stand in for each other, both would get the same region.
    if (isPaired) return isByRegion(options[0]) ? getOffer(site, []) : { fix: null, suggest: [] };
    const removal = removeRegionOption(sourceCode, site);
    return getOffer(site, [
      ...suggestEnvironment(sourceCode, site),
      ...(removal ? [{ messageId: 'removeOption' as const, fix: removal }] : []),
    ]);
  };
}
