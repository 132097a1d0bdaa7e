import type { FileFacts } from '../../facts/file-facts.ts';
import { isConfigModule } from '../../file-kind.ts';
import type { Settings } from '../../settings.ts';
import type { SourceCode } from './ast.ts';
import { findSdkUses } from './clients.ts';
import { findGlobalEndpointFlags } from './global-endpoint-flags.ts';
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
  return {
    regionSites,
    clientSites: clientSites.filter(({ cloud }) => settings.clouds.includes(cloud)),
    operationSites: isAwsRead ? operationSites : [],
    globalEndpointFlags: isAwsRead ? findGlobalEndpointFlags(sourceCode) : [],
    resourceSites: [],
  };
}
