import { getNodeOf, replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { Node } from '../source/nodes.ts';
import { runsInBrowser } from '../../project/runs-in-browser.ts';
import { findClientLiterals } from '../move-to-config/moves.ts';
import { explainPlace } from '../move-to-config/obstacles.ts';
import { contains } from '../source/walk.ts';
import { findDocumentUse } from './document-use.ts';
import { feedsDocumentClient, findOuterClient } from './outer-client.ts';
import { wrapperName } from './failover-module.ts';
import { findBinding } from './wrapper-binding.ts';
import { readOptions } from './options.ts';
import { proposeSecondRegion } from './near-region.ts';

/** Services whose requests name the region, in the URL or the ARN of what they are about. */
const addressed: Readonly<Record<string, string>> = {
  sns: 'topic',
  sqs: 'queue',
  sfn: 'state machine',
};

/**
 * Why a client cannot be given a second region by wrapping it.
 *
 * @returns a sentence; undefined where nothing is in the way
 */
export function findClientObstacle(file: LintedFile, client: ClientSite): string | undefined {
  const { sourceCode, facts } = file;
  const { module, service, sites, failover } = client;
  const node = getNodeOf(sourceCode, client);
  if (!module.startsWith('@aws-sdk/client-') || node.type !== 'NewExpression') {
    return 'Only clients of the AWS SDK v3 can be wrapped with withRegionFailover.';
  }
  if (failover === 'kept') {
    return 'The region is chosen by the first caller; the code that keeps the client has to keep one for each region.';
  }
  const regions = [...new Set(sites.map(({ region }) => region))];
  const [region] = regions;
  if (region === undefined)
    return 'The file does not say which region the client has, so no second one can be proposed.';
  const literals = findClientLiterals(client);
  if (typeof literals === 'string') return literals;
  const expression = 'regions.primary';
  const [unmovable] = replaceRegions(
    sourceCode,
    literals.map((site) => ({ site, expression })),
  ).refused;
  if (unmovable) return explainPlace(file, unmovable.site);
  if (regions.length > 1) return 'Several regions are written down for this client already.';
  if (proposeSecondRegion(region) === undefined)
    return `No second region is known in the partition of ${region}.`;
  if (runsInBrowser(sourceCode)) {
    return 'This code runs in browsers: their credentials and settings are for one region.';
  }
  if (findBinding(sourceCode, wrapperName) === 'taken') {
    return `The file has a ${wrapperName} of its own.`;
  }
  const options = readOptions(sourceCode, client);
  if (typeof options === 'string') return options;
  const thing = addressed[service];
  const named = facts.regionSites.find(
    (site) => site.service === service && (site.role === 'arn' || site.role === 'endpoint'),
  );
  if (thing !== undefined && named) {
    return `The requests name a ${thing} in ${named.region}, which the second region would be asked for in vain: read the ${thing} for each region first.`;
  }
  const outer = findOuterClient(node);
  if (feedsDocumentClient(sourceCode, outer) && !findDocumentUse(sourceCode, outer)) {
    return 'A document client is made of this client, and would send past a wrapper: make both in one expression first, DynamoDBDocumentClient.from(new DynamoDBClient(…)).';
  }
  const isAwaited = contains(
    sourceCode,
    outer,
    ({ type }) => /^(?:Await|Yield)Expression$/u.test(type),
    isFunction,
  );
  return isAwaited
    ? 'The options wait for something, which a function that makes a client cannot.'
    : undefined;
}

function isFunction({ type }: Node): boolean {
  return type.includes('Function');
}
