import type { Finding } from '../../lint/finding.ts';
import type { RefactorOffer } from '../refactor.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { describeRegion, proposeSecondRegion } from './near-region.ts';
import { findClientObstacle } from './client-obstacle.ts';
import { getBoundClient } from '../subject.ts';

/** What has to be there for a second region to be of use. */
const conditions: Readonly<Record<string, string>> = {
  dynamodb: 'its tables have replicas',
  kms: 'its keys are there',
  s3: 'its buckets have replicas',
  'secrets-manager': 'its secrets have replicas',
  sfn: 'its state machines are there',
  sns: 'its topics are there',
  sqs: 'its queues are there',
};

/** The offer to give the client of a finding a second region. */
export function getSecondRegionOffers(
  file: LintedFile,
  finding: Finding,
  { getSettings }: RefactorContext,
): RefactorOffer[] {
  const { allowedRegions } = getSettings(file.path);
  const client = getBoundClient(finding);
  if (!client || findClientObstacle(file, client, allowedRegions) !== undefined) return [];
  const second = proposeSecondRegion(client.regions[0] ?? '', allowedRegions);
  if (second === undefined) return [];
  // Nobody should learn from an error what is in one region.
  const condition = conditions[client.service];
  return [
    {
      kind: 'second-region',
      id: 'second-region',
      title: `Give this client a second region, ${describeRegion(second)}${condition === undefined ? '' : `, where ${condition}`}.`,
      isPreferred: false,
      isSafe: false,
    },
  ];
}
