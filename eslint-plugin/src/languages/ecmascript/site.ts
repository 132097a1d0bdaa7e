import type { TSESTree } from '@typescript-eslint/utils';
import type { Cloud, RegionForm } from '../../clouds/region-form-match.ts';

export type { Cloud, RegionForm };

/** What a region is used for where rules report it. */
export type ReportedRole =
  | 'argument'
  | 'arn'
  | 'client-option'
  | 'endpoint'
  | 'fallback'
  | 'global-endpoint'
  | 'infrastructure'
  | 'sdk-config'
  | 'zone';

/** What a region is used for where no rule reports it. `unknown`: the analysis cannot tell. */
export type SilentRole =
  | 'both-regions'
  | 'catalogue'
  | 'comparison'
  | 'config-module'
  | 'local'
  | 'mandated'
  | 'other-vendor'
  | 'resource-id'
  | 'test-data'
  | 'text'
  | 'type'
  | 'unknown';

export type RegionRole = ReportedRole | SilentRole;

/** A place in a file that carries a region, and what the region is used for. */
export interface RegionSite {
  /** The literal, template part or text that carries the region. */
  node: TSESTree.Node;
  /** Offsets in the file of what carries the region: all of `us-east-1a`, of an ARN, of a host; without quotes. */
  range: [start: number, end: number];
  /** The text at `range`. */
  text: string;
  /** Offsets in the file of the region itself, where it is spelled out in one piece. */
  regionRange: [start: number, end: number] | undefined;
  /** The region, without a zone's suffix: `us-east-1`. */
  region: string;
  cloud: Cloud;
  form: RegionForm;
  role: RegionRole;
  /** The service that the region is used with, as its SDK package names it (`s3`, `cognito-identity-provider`); undefined where several or none are known. */
  service: string | undefined;
  /** All services that are known to be used with it, in the order of their names. */
  services: readonly string[];
  /** Where the value is used, when it is not used where it stands: the reference that feeds a client, a call, an assignment. */
  sink: TSESTree.Node | undefined;
}

/** Where a client's region comes from. */
export type RegionOrigin =
  | 'environment' // process.env.AWS_REGION, without a literal behind it
  | 'fallback' // process.env.AWS_REGION ?? 'us-east-1'
  | 'literal'
  | 'omitted' // no region option: the SDK reads the environment
  | 'parameter' // what the caller chooses
  | 'unknown';

/** The construction of a cloud SDK client. */
export interface ClientSite {
  node: TSESTree.CallExpression | TSESTree.NewExpression;
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
  failover: Failover;
}

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

/** An operation of a control plane: `new ChangeResourceRecordSetsCommand(…)`, `route53.changeResourceRecordSets(…)`. */
export interface OperationSite {
  node: TSESTree.CallExpression | TSESTree.NewExpression;
  service: string;
  /** In the form of the API: `ChangeResourceRecordSets`. */
  operation: string;
}

/** An option that sends requests to a global endpoint: `useGlobalEndpoint: true`, `AWS.config.stsRegionalEndpoints = 'legacy'`. */
export interface GlobalEndpointFlag {
  node: TSESTree.AssignmentExpression | TSESTree.Property;
  key: string;
}

/** All that the rules, the audit and the editor know of a file. Sites are in the order of the file. */
export interface FileFacts {
  regionSites: readonly RegionSite[];
  clientSites: readonly ClientSite[];
  operationSites: readonly OperationSite[];
  globalEndpointFlags: readonly GlobalEndpointFlag[];
}
