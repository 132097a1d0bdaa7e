import { aws } from './aws/aws.ts';
import { azure } from './azure/azure.ts';
import type { CloudProvider } from './cloud.ts';
import { gcp } from './gcp/gcp.ts';
import type { Cloud } from './region-form-match.ts';

/** All clouds whose regions are known. */
export const clouds: readonly CloudProvider[] = [aws, azure, gcp];

/** What is known of a cloud. */
export function getCloud(id: Cloud): CloudProvider {
  const cloud = clouds.find((each) => each.id === id);
  if (!cloud) throw new TypeError(`There is no cloud '${id}'.`);
  return cloud;
}
