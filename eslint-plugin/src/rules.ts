import type { RuleFactory } from './create-rule.ts';
import noControlPlaneFailover from './rules/no-control-plane-failover.ts';
import noDisabledRetries from './rules/no-disabled-retries.ts';
import noGlobalEndpoint from './rules/no-global-endpoint.ts';
import noHardcodedArn from './rules/no-hardcoded-arn.ts';
import noHardcodedEndpoint from './rules/no-hardcoded-endpoint.ts';
import noHardcodedPartition from './rules/no-hardcoded-partition.ts';
import noHardcodedRegion from './rules/no-hardcoded-region.ts';
import noHardcodedZone from './rules/no-hardcoded-zone.ts';
import noRegionFallback from './rules/no-region-fallback.ts';
import requireClientFailover from './rules/require-client-failover.ts';
import requireClientTimeout from './rules/require-client-timeout.ts';

/** All rules by their names; each is made for the languages that a plugin reads. */
export const rules: Readonly<Record<string, RuleFactory>> = {
  'no-control-plane-failover': noControlPlaneFailover,
  'no-disabled-retries': noDisabledRetries,
  'no-global-endpoint': noGlobalEndpoint,
  'no-hardcoded-arn': noHardcodedArn,
  'no-hardcoded-endpoint': noHardcodedEndpoint,
  'no-hardcoded-partition': noHardcodedPartition,
  'no-hardcoded-region': noHardcodedRegion,
  'no-hardcoded-zone': noHardcodedZone,
  'no-region-fallback': noRegionFallback,
  'require-client-failover': requireClientFailover,
  'require-client-timeout': requireClientTimeout,
};
