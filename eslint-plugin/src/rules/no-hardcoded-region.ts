import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceCode } from '../analysis/ast.ts';
import type { RegionRole, RegionSite } from '../analysis/site.ts';
import { createRule } from '../create-rule.ts';
import { describeSink } from '../reporting/describe.ts';
import { readFromEnvironment } from '../reporting/environment.ts';
import { getReportLocation, visitFacts } from '../reporting/region-sites.ts';
import { removeRegionOption } from '../reporting/remove-option.ts';

export default createRule<Ids>({
  name: 'no-hardcoded-region',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow cloud regions that are written into the code that uses them',
      recommended: 'error',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded: "'{{region}}' pins {{what}} to one region; when {{region}} is down, so is this code.",
      readEnvironment: 'Read the region from {{expression}}.',
      removeOption: 'Remove the option; the SDK then takes the region of its surroundings (AWS_REGION).',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return visitFacts(context, ({ clientSites, regionSites }) => {
      const paired = new Set(
        clientSites.flatMap(({ failover, sites }) => (failover === 'second-client' ? sites : [])),
      );
      for (const site of regionSites) {
        if (!roles.includes(site.role)) continue;
        // Of two clients that stand in for each other, both would get the one region of the environment.
        const suggest = paired.has(site) ? [] : getSuggestions(sourceCode, site);
        context.report({
          loc: getReportLocation(sourceCode, site),
          messageId: 'hardcoded',
          data: { region: site.cloud === 'azure' ? site.text : site.region, what: describeSink(site) },
          suggest,
        });
      }
    });
  },
});

type Ids = 'hardcoded' | 'readEnvironment' | 'removeOption';

const roles: readonly RegionRole[] = ['argument', 'client-option', 'infrastructure', 'sdk-config'];

function getSuggestions(
  sourceCode: SourceCode,
  site: RegionSite,
): TSESLint.SuggestionReportDescriptor<Ids>[] {
  const environment = readFromEnvironment(sourceCode, site);
  const removal = removeRegionOption(sourceCode, site);
  return [
    ...(environment
      ? [
          {
            messageId: 'readEnvironment' as const,
            data: { expression: environment.expression },
            fix: environment.fix,
          },
        ]
      : []),
    ...(removal ? [{ messageId: 'removeOption' as const, fix: removal }] : []),
  ];
}
