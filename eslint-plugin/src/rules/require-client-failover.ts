import { displayName } from '../clouds/display-name.ts';
import { type Context, createRule } from '../create-rule.ts';
import type { ClientSite } from '../facts/client-site.ts';
import type { Language } from '../languages/language.ts';
import { suggestDeployment } from '../reporting/suggest-deployment.ts';

type Ids =
  | 'bound'
  | 'boundElsewhere'
  | 'deployment'
  | 'discoveryOff'
  | 'documentClient'
  | 'fallback'
  | 'kept'
  | 'readEnvironment';

export default createRule<Ids>({
  name: 'require-client-failover',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require a second region for SDK clients that are bound to one',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      bound: "This {{client}} client is bound to '{{region}}'; no second region is tried.",
      boundElsewhere:
        "This {{client}} client is bound to '{{region}}' by {{name}} on line {{line}}; no second region is tried.",
      deployment: 'This {{client}} client has the region of its deployment only; no second region is tried.',
      documentClient:
        'The document client takes the config of one region out of this {{client}} client; no second region is tried unless it is made inside of the wrapper, once for each region.',
      discoveryOff:
        'This {{client}} client stays with its first region: enableEndpointDiscovery: false keeps it from going on to the next.',
      fallback:
        "This {{client}} client has the region of its deployment, or '{{region}}' where that is missing; no second region is tried.",
      kept: 'This {{client}} client is kept after the first call, so later calls get its region, whichever they ask for.',
      readEnvironment: 'Read the region from {{expression}}, so that the client follows its deployment.',
    },
  },
  create(context, language) {
    return ({ clientSites }) => {
      for (const client of clientSites) {
        if (client.failover === 'none' || client.failover === 'kept') report(context, language, client);
      }
    };
  },
});

function report(context: Context<Ids, []>, language: Language, clientSite: ClientSite): void {
  const { failover, head, heldBy, obstacle, origin, regions, service, sites } = clientSite;
  const { loc } = head;
  const client = displayName(service);
  const region = regions.join("', '");
  const [site] = sites;
  if (failover === 'kept') {
    context.report({ loc, messageId: 'kept', data: { client } });
  } else if (obstacle === 'document-client') {
    context.report({ loc, messageId: 'documentClient', data: { client } });
  } else if (!site) {
    const messageId = obstacle === 'endpoint-discovery-off' ? 'discoveryOff' : 'deployment';
    context.report({ loc, messageId, data: { client } });
  } else if (origin === 'fallback') {
    context.report({ loc, messageId: 'fallback', data: { client, region } });
  } else {
    // A region in a list or an enum is there for others, too.
    const isOwn = site.role === 'client-option' || site.role === 'sdk-config';
    const suggest = isOwn && sites.length === 1 ? suggestDeployment(language, context.sourceCode, site) : [];
    if (heldBy === undefined) context.report({ loc, messageId: 'bound', data: { client, region }, suggest });
    else {
      const line = String(site.literal.loc.start.line);
      context.report({
        loc,
        messageId: 'boundElsewhere',
        data: { client, region, line, name: heldBy },
        suggest,
      });
    }
  }
}
