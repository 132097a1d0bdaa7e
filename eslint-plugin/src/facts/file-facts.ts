import type { ClientSite } from './client-site.ts';
import type { GlobalEndpointFlag } from './global-endpoint-flag.ts';
import type { OperationSite } from './operation-site.ts';
import type { PartitionSite } from './partition-site.ts';
import type { RegionSite } from './region-site.ts';
import type { ResourceSite } from './resource-site.ts';

/**
 * All that the rules, the audit and the editor know of a file: plain data, which can be sent to another process. Sites
 * are in the order of the file.
 */
export interface FileFacts {
  regionSites: readonly RegionSite[];
  clientSites: readonly ClientSite[];
  operationSites: readonly OperationSite[];
  globalEndpointFlags: readonly GlobalEndpointFlag[];
  resourceSites: readonly ResourceSite[];
  /** Absent: none. */
  partitionSites?: readonly PartitionSite[];
  /** Why a part of the file was not looked at: it nests too deep, or took too long. Absent: all was. */
  unread?: 'depth' | 'time';
}

export const noFacts: FileFacts = {
  regionSites: [],
  clientSites: [],
  operationSites: [],
  globalEndpointFlags: [],
  resourceSites: [],
};
