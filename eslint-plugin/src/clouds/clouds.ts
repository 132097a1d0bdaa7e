import { aws } from './aws/aws.ts';
import { azure } from './azure/azure.ts';
import type { CloudProvider } from './cloud.ts';
import { gcp } from './gcp/gcp.ts';

const all = [aws, azure, gcp] as const;

/** The name of a cloud in settings and facts. */
export type Cloud = (typeof all)[number]['id'];

/** All clouds whose regions are known. */
export const clouds: readonly CloudProvider<Cloud>[] = all;

/** The names of the regions of all clouds, as code spells them. */
export const regionNames: ReadonlySet<string> = new Set(all.flatMap((cloud) => cloud.regionNames));

/** What is known of a cloud. */
export function getCloud(id: Cloud): CloudProvider<Cloud> {
  const cloud = clouds.find((each) => each.id === id);
  if (!cloud) throw new TypeError(`There is no cloud '${id}'.`);
  return cloud;
}
