/** How a region is written: alone, or inside a longer text that carries it. */
export type RegionForm =
  | 'arn' // arn:aws:sqs:us-east-1:123456789012:orders
  | 'credential-scope' // …/us-east-1/s3/aws4_request
  | 'global-host' // sts.amazonaws.com
  | 'global-region' // aws-global
  | 'host' // sqs.us-east-1.amazonaws.com
  | 'inference-profile' // eu.anthropic.claude-…
  | 'pool-id' // us-east-1_AbCdEf123
  | 'region' // us-east-1
  | 'resource-path' // projects/p/locations/us-central1/queues/q
  | 'zone'; // us-east-1a

/** A region of some cloud that was found in a text, and what carries it. */
export interface FormMatch {
  form: RegionForm;
  /** The region without a zone's suffix: `us-east-1`. For a global host or region, which has none, `aws-global` and its like. */
  region: string;
  /** The zone or group of zones that is named: `us-east-1a`, `use1-az1`, `us-west-2-lax-1`. */
  zone?: string;
  /** The service as its SDK package names it, where the text tells. */
  service?: string;
  /** Offsets in the text of what carries the region: all of an ARN, of a host, of a resource path. */
  start: number;
  end: number;
  /** Offset in the text of the region itself; absent where it is not spelled out, as in `use1-az1`. */
  regionStart?: number;
}
