import type { Finding } from '../../lint/finding.ts';
import type { PossibleFix } from '../fix.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { describeRegion, proposeSecondRegion } from './near-region.ts';
import { findReasonNotToWrap } from './reason-not-to-wrap.ts';
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

/** The second region that the client of a finding can be given: one, or none. */
export function listSecondRegions(
  file: LintedFile,
  finding: Finding,
  { getSettings }: ProjectContext,
): PossibleFix[] {
  const { allowedRegions } = getSettings(file.path);
  const client = getBoundClient(finding);
  if (!client || findReasonNotToWrap(file, client, allowedRegions) !== undefined) return [];
  const second = proposeSecondRegion(client.regions[0] ?? '', allowedRegions);
  if (second === undefined) return [];
  // Nobody should learn from an error what is in one region.
  const condition = conditions[client.service];
  return [
    {
      id: 'second-region',
      title: `Give this client a second region, ${describeRegion(second)}${condition === undefined ? '' : `, where ${condition}`}.`,
      isSafe: false,
    },
  ];
}
