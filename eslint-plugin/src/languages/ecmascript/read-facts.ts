import type { FileFacts } from '../../facts/file-facts.ts';
import { isConfigModule } from '../../file-kind.ts';
import type { Settings } from '../../settings.ts';
import { isTimeUp } from '../while-in-time.ts';
import type { SourceCode } from './ast.ts';
import { findSdkUses } from './clients.ts';
import { findGlobalEndpointFlags } from './global-endpoint-flags.ts';
import { findInferenceProfiles } from './inference-profiles.ts';
import { findPartitionSites } from './partition-sites.ts';
import { findRegionSites } from './region-sites.ts';

/**
 * All that a file says of regions and clients.
 *
 * @param sourceCode parsed; its nodes have their parents
 * @param path from the working directory, with forward slashes
 */
export function readFacts(sourceCode: SourceCode, path: string, settings: Settings): FileFacts {
  const isConfig = isConfigModule(path, settings.configModules);
  const regionSites = findRegionSites({ sourceCode, isConfig }).filter(({ cloud }) =>
    settings.clouds.includes(cloud),
  );
  const { clientSites, operationSites } = findSdkUses(sourceCode, regionSites, settings);
  const isAwsRead = settings.clouds.includes('aws');
  const profiles = isAwsRead ? findInferenceProfiles(sourceCode, clientSites) : [];
  return {
    regionSites:
      profiles.length === 0
        ? regionSites
        : [...regionSites, ...profiles].sort((a, b) => a.range[0] - b.range[0]),
    clientSites: clientSites.filter(({ cloud }) => settings.clouds.includes(cloud)),
    operationSites: isAwsRead ? operationSites : [],
    globalEndpointFlags: isAwsRead ? findGlobalEndpointFlags(sourceCode) : [],
    resourceSites: [],
    partitionSites: isAwsRead ? findPartitionSites(sourceCode) : [],
    ...(isTimeUp(sourceCode) && { unread: 'time' as const }),
  };
}
