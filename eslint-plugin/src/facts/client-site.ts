import type { Place } from './place.ts';
import type { Cloud, RegionSite } from './region-site.ts';
import type { TextEdit } from './text-edit.ts';

/** Where a client's region comes from. */
export type RegionOrigin =
  | 'environment' // process.env.AWS_REGION, without a literal behind it
  | 'global-endpoint' // no location: a cloud-wide address that leads to some region
  | 'fallback' // process.env.AWS_REGION ?? 'us-east-1'
  | 'literal'
  | 'omitted' // no region option: the SDK reads the environment
  | 'parameter' // what the caller chooses
  | 'unknown';

/**
 * Whether a client has another region to go to. `none`: it is bound to one region and nothing else is
 * tried; `kept`: the region is the caller's, but the client of the first call is kept; `not-needed`: the
 * service, or what the client talks to, has no second region; `unknown`: the file does not tell.
 */
export type Failover =
  | 'follows-deployment'
  | 'kept'
  | 'managed'
  | 'none'
  | 'not-needed'
  | 'per-region'
  | 'second-client'
  | 'unknown'
  | 'wrapped';

/** The construction of a cloud SDK client. */
export interface ClientSite extends Place {
  /** The construction without its arguments: `new S3Client`. */
  head: Place;
  cloud: Cloud;
  /** The module it comes from: `@aws-sdk/client-s3`, `aws-sdk`, `@azure/cosmos`. */
  module: string;
  /** The class as its module exports it: `S3Client`. */
  className: string;
  /** The service as its SDK package names it: `s3`, `dynamodb`. */
  service: string;
  origin: RegionOrigin;
  /** The regions that are written down for it, in the order of the file: its own, or what it takes when it is given none. */
  regions: readonly string[];
  /** The sites that hold those regions. */
  sites: readonly RegionSite[];
  /** What holds its region, where that is not written among its options: `REGION`, `AWS.config.update`. */
  heldBy: string | undefined;
  /** The environment variables that its region is read from, in the order in which they are asked. */
  variables: readonly string[];
  /** The value of another module that its region is, as the file writes it: `regions.primary`. */
  imported: string | undefined;
  failover: Failover;
  /** What keeps a client from the second region that it seems to have. */
  obstacle: 'document-client' | 'endpoint-discovery-off' | undefined;
  /** What is wrong with its time limits; undefined where nothing is, or the file does not tell. */
  timeoutProblem: TimeoutProblem | undefined;
  /** The option that switches its retries off: `maxAttempts: 1`. */
  disabledRetries: Place | undefined;
}

/** `missing`: there is no time limit; `not-thrown`: the time limit is only logged when it is exceeded. */
export interface TimeoutProblem {
  kind: 'missing' | 'not-thrown';
  /** What puts it right; undefined where no insertion at one place does. */
  insertion: TextEdit | undefined;
}
