import type { Finding } from '../../lint/finding.ts';
import type { RefactorOffer } from '../refactor.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { findClientObstacle } from './client-obstacle.ts';
import { findClientSite } from '../source/find-site.ts';

/** The offer to give the client of a finding a second region. */
export function getSecondRegionOffers(file: LintedFile, finding: Finding): RefactorOffer[] {
  if (finding.ruleId !== 'multi-region/require-client-failover') return [];
  const client = findClientSite(file, finding);
  if (!client || findClientObstacle(file, client) !== undefined) return [];
  // A bucket is in one region: nobody should learn that from an error.
  const condition = client.service === 's3' ? ', where its buckets have replicas' : '';
  return [
    {
      kind: 'second-region',
      id: 'second-region',
      title: `Give this client a second region${condition}.`,
      isPreferred: false,
      isSafe: false,
    },
  ];
}
