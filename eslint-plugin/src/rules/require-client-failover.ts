import { getDottedName, getKeyName, type Node } from '../languages/ecmascript/ast.ts';
import type { ClientSite } from '../languages/ecmascript/site.ts';
import { isInDocumentClient } from '../languages/ecmascript/wrappers.ts';
import { displayName } from '../clouds/aws/services.ts';
import { createRule } from '../create-rule.ts';
import { getClientLocation } from '../reporting/client-location.ts';
import { suggestEnvironment } from '../reporting/environment.ts';
import { type Context, visitFacts } from '../reporting/region-sites.ts';
import { readSettings } from '../settings.ts';

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
  create(context) {
    return visitFacts(context, ({ clientSites }) => {
      for (const site of clientSites) {
        if (site.failover === 'none' || site.failover === 'kept') report(context, site);
      }
    });
  },
});

function report(context: Context<Ids, []>, clientSite: ClientSite): void {
  const { node, service, failover, regions, sites } = clientSite;
  const { sourceCode } = context;
  const loc = getClientLocation(sourceCode, clientSite);
  const client = displayName(service);
  const [site] = sites;
  const region = regions.join("', '");
  if (failover === 'kept') {
    context.report({ loc, messageId: 'kept', data: { client } });
    return;
  }
  const { failoverWrappers } = readSettings(context.settings['multi-region']);
  if (isInDocumentClient(sourceCode, node, failoverWrappers)) {
    context.report({ loc, messageId: 'documentClient', data: { client } });
    return;
  }
  if (!site) {
    const messageId = service === 'cosmos' ? 'discoveryOff' : 'deployment';
    context.report({ loc, messageId, data: { client } });
    return;
  }
  if (clientSite.origin === 'fallback') {
    context.report({ loc, messageId: 'fallback', data: { client, region } });
    return;
  }
  const line = sourceCode.getLocFromIndex(site.range[0]).line;
  const isElsewhere = site.range[0] < node.range[0] || site.range[1] > node.range[1];
  // A region in a list or an enum is there for others, too.
  const isOwn = site.role === 'client-option' || site.role === 'sdk-config';
  context.report({
    loc,
    messageId: isElsewhere ? 'boundElsewhere' : 'bound',
    data: isElsewhere
      ? { client, region, line: String(line), name: getSourceName(site.node.parent) }
      : { client, region },
    suggest: isOwn && sites.length === 1 ? suggestEnvironment(sourceCode, site) : [],
  });
}

/** What holds the region, as the source calls it: a constant, a property, the global configuration. */
function getSourceName(holder: Node | undefined): string {
  switch (holder?.type) {
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return getSourceName(holder.parent);
    case 'TSEnumMember':
      return holder.id.type === 'Identifier' ? holder.id.name : holder.id.value;
    case 'VariableDeclarator':
      return getDottedName(holder.id);
    case 'AssignmentExpression':
      return getDottedName(holder.left);
    case 'PropertyDefinition':
    case 'Property': {
      const call = holder.parent.parent;
      return call.type === 'CallExpression'
        ? getDottedName(call.callee)
        : (getKeyName(holder) ?? 'a property');
    }
    default:
      return 'a value';
  }
}
