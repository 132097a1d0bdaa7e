import type { Place } from './place.ts';

/** A partition or a DNS suffix that is written down beside a region that is computed: `arn:aws:sqs:${region}:…`. */
export interface PartitionSite extends Place {
  /** `aws`, `amazonaws.com` */
  text: string;
  kind: 'partition' | 'suffix';
  /** What stands for it in the file's framework: `Aws.PARTITION`; undefined where there is nothing of the kind. */
  expression: string | undefined;
}
