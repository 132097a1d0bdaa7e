/** What a module has to do with a cloud. */
export type SdkKind =
  | 'aws-client' // @aws-sdk/client-*
  | 'aws-library' // the rest of @aws-sdk and @smithy, and libraries that take AWS options
  | 'aws-v2' // aws-sdk
  | 'azure'
  | 'cloud-development' // CDK, CDK for Terraform, Pulumi, SST
  | 'firebase'
  | 'gcp'
  | 'sdk'; // clients that take their region as an option, like most

/** The modules of one kind. */
export type SdkModules = readonly [pattern: RegExp, kind: SdkKind];

/** A value that is imported. */
export interface ImportedName {
  /** `@aws-sdk/client-s3` */
  module: string;
  /** The members from the module on: `S3Client`. */
  path: readonly string[];
}

/** A client, as the SDK names it. */
export interface NamedClient {
  /** As its package names it: `s3`. */
  service: string;
  className: string;
}

/** How JavaScript uses a cloud. */
export interface JavaScriptSdk {
  /** Its modules; the first pattern that matches counts. */
  readonly modules: readonly SdkModules[];
  /** Which client `new` makes of an imported class; undefined when it is no client. */
  getClient: (imported: ImportedName) => NamedClient | undefined;
  /** Which client a call without `new` makes: `BlobServiceClient.fromConnectionString(…)`, `getFunctions(app)`. */
  getMadeClient?: (imported: ImportedName) => NamedClient | undefined;
  /** The operation that a command asks for: `ListBucketsCommand` of `@aws-sdk/client-s3`. */
  getOperation?: (imported: ImportedName) => { service: string; operation: string } | undefined;
}
