import { getNodeOf, replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { Node } from '../source/nodes.ts';
import { runsInBrowser } from '../../project/runs-in-browser.ts';
import { findClientLiterals } from '../move-to-config/moves.ts';
import { explainPlace } from '../move-to-config/reasons-not-to-move.ts';
import { contains } from '../source/walk.ts';
import { findDocumentUse } from './document-use.ts';
import { feedsDocumentClient, findOuterClient } from './outer-client.ts';
import { wrapperName } from './failover-module.ts';
import { findBinding } from './wrapper-binding.ts';
import { readOptions } from './options.ts';
import { proposeSecondRegion } from './near-region.ts';

/** Services whose requests name a thing that is in one region, and how they name it. */
const addressed: Readonly<Record<string, { thing: string; key: RegExp }>> = {
  kms: { thing: 'key', key: /\bKeyId\b(?!['"]?\s*:\s*['"`](?:alias\/|mrk-))/u },
  sfn: { thing: 'state machine', key: /\b(?:stateMachine|execution|activity)Arn\b/u },
  sns: { thing: 'topic', key: /\b(?:Topic|Target|Subscription)Arn\b/u },
  sqs: { thing: 'queue', key: /\bQueueUrl\b/u },
};

/**
 * Why a client cannot be given a second region by wrapping it.
 *
 * @param allowed the regions that the project may use; empty: all
 * @returns a sentence; undefined where nothing is in the way
 */
export function findReasonNotToWrap(
  file: LintedFile,
  client: ClientSite,
  allowed: readonly string[],
): string | undefined {
  const { sourceCode } = file;
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
  if (proposeSecondRegion(region, allowed) === undefined) {
    return `No other region is in the country of ${region}, or under the same law: name the allowed ones in settings['multi-region'].allowedRegions.`;
  }
  if (runsInBrowser(sourceCode)) {
    return 'This code runs in browsers: their credentials and settings are for one region.';
  }
  if (findBinding(sourceCode, wrapperName) === 'taken') {
    return `The file has a ${wrapperName} of its own.`;
  }
  const options = readOptions(sourceCode, client);
  if (typeof options === 'string') return options;
  const named = addressed[service];
  if (named?.key.test(sourceCode.text)) {
    return `The requests name a ${named.thing}, which is in one region: the second one would be asked for it in vain. Read the ${named.thing} for each region first.`;
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
