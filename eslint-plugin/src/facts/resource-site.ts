import type { Place } from './place.ts';
import type { Cloud } from './region-site.ts';

/** Something that a file creates in a cloud, or says where it is: a table, a bucket, a stack, a deployment. */
export interface ResourceSite extends Place {
  cloud: Cloud;
  /** `table`, `bucket`, `key`, `deployment` … */
  kind: string;
  /** As the cloud's SDK package names it: `dynamodb`; undefined where it belongs to no one service. */
  service: string | undefined;
  /** What the file calls it: a logical id, a resource's address, a table's name. */
  name: string;
  /** The regions that it is written down for; empty where it follows its surroundings. */
  regions: readonly string[];
  /** What decides the region where none is written down: `AWS::Region`, `var.region`, `AWS_REGION`. */
  decidedBy: string | undefined;
  /** The environment that it is for, by the name that it has there: `prod`. */
  environment?: string;
  /** Whether it has a copy in another region; undefined where that does not apply or cannot be told. */
  isReplicated: boolean | undefined;
}
