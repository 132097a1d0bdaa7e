import { serviceOfPackage, serviceOfV2Class } from '../../clouds/aws/services.ts';
import { azureServiceOfClient, isAzureFactory } from '../../clouds/azure/sdk.ts';
import { firebaseServiceOfClient, gcpServiceOfClient } from '../../clouds/gcp/sdk.ts';
import type { ImportedValue } from './imports.ts';
import type { Cloud } from '../../facts/region-site.ts';

export type SdkKind =
  | 'aws-client' // @aws-sdk/client-*
  | 'aws-library' // the rest of @aws-sdk and @smithy, and libraries that take AWS options
  | 'aws-v2' // aws-sdk
  | 'azure'
  | 'cloud-development' // CDK, CDK for Terraform, Pulumi, SST
  | 'firebase'
  | 'gcp';

const modules: readonly (readonly [RegExp, SdkKind])[] = [
  [/^@aws-sdk\/client-/, 'aws-client'],
  [/^aws-sdk(?:\/|$)/, 'aws-v2'],
  [
    /^(?:@aws-sdk|@smithy|@aws-lambda-powertools|@aws-crypto|@aws-amplify|@aws|@opensearch-project)\//,
    'aws-library',
  ],
  [
    /^(?:aws-amplify|aws4|aws4fetch|dynamoose|@langchain\/aws|@ai-sdk\/amazon-bedrock|@anthropic-ai\/bedrock-sdk|s3-sync-client|sqs-consumer|aws-appsync)(?:\/|$)/,
    'aws-library',
  ],
  [
    /^(?:aws-cdk-lib|aws-cdk|@aws-cdk|cdktf|@cdktf|@pulumi|sst|constructs|cdk-[\w-]+|@aws-solutions-constructs)(?:\/|$)/,
    'cloud-development',
  ],
  [/^(?:firebase-functions|firebase-admin|firebase|@firebase\/[\w-]+|@angular\/fire)(?:\/|$)/, 'firebase'],
  [
    /^(?:@google-cloud\/|googleapis(?:\/|$)|@googleapis\/|@google\/genai|@google-cloud$|@langchain\/google|@ai-sdk\/google-vertex|google-gax)/,
    'gcp',
  ],
  [/^(?:@azure\/|microsoft-cognitiveservices-speech-sdk$|@azure-rest\/)/, 'azure'],
];

/** What a module has to do with clouds; undefined: nothing that is known. */
export function getSdkKind(module: string): SdkKind | undefined {
  return modules.find(([pattern]) => pattern.test(module))?.[1];
}

export interface SdkClient {
  cloud: Cloud;
  service: string;
  className: string;
}

/**
 * Which client an imported value is, of any cloud.
 *
 * @returns undefined when it is no client but a command, a helper or the global configuration
 */
export function getSdkClient(imported: ImportedValue): SdkClient | undefined {
  const { module, path } = imported;
  const [className, ...rest] = path;
  if (className !== undefined && rest.length === 0) {
    const azure = azureServiceOfClient(module, className);
    if (azure !== undefined) return { cloud: 'azure', service: azure, className };
    const gcp = gcpServiceOfClient(module, className);
    if (gcp !== undefined) return { cloud: 'gcp', service: gcp, className };
  }
  return getAwsClient(imported);
}

/**
 * Which client a call without `new` makes: `BlobServiceClient.fromConnectionString(…)`, `getFunctions(app)`.
 *
 * @param imported what is called
 * @returns undefined when it makes no client that is known
 */
export function getMadeClient({ module, path }: ImportedValue): SdkClient | undefined {
  const name = path.at(-1);
  if (name === undefined || path.length > 2) return undefined;
  const [className] = path;
  if (path.length === 1) {
    const service = firebaseServiceOfClient(module, name);
    return service === undefined ? undefined : { cloud: 'gcp', service, className: name };
  }
  const service = isAzureFactory(name) ? azureServiceOfClient(module, className ?? '') : undefined;
  return service === undefined ? undefined : { cloud: 'azure', service, className: path.join('.') };
}

/** The operation that a command of a v3 client asks for: `ListBucketsCommand` of `@aws-sdk/client-s3`. */
export function getOperation({
  module,
  path,
}: ImportedValue): { service: string; operation: string } | undefined {
  const service = getSdkKind(module) === 'aws-client' ? serviceOfPackage(module) : undefined;
  const operation = path.length === 1 ? /^(\w+)Command$/.exec(path[0] ?? '')?.[1] : undefined;
  return service === undefined || operation === undefined ? undefined : { service, operation };
}

/**
 * Which client of an AWS SDK an imported value is.
 *
 * @returns undefined when it is no client but a command, a helper or the global configuration
 */
export function getAwsClient({ module, path }: ImportedValue): SdkClient | undefined {
  const kind = getSdkKind(module);
  if (kind === 'aws-client') {
    const [className, ...rest] = path;
    const service = serviceOfPackage(module);
    if (className === undefined || rest.length > 0 || service === undefined || !isV3ClientName(className))
      return undefined;
    return { cloud: 'aws', service, className };
  }
  if (kind !== 'aws-v2') return undefined;
  const [first, second] = path;
  const file = /^aws-sdk\/clients\/([\w-]+)$/.exec(module)?.[1];
  if (file !== undefined) {
    if (path.length > 1 || (first !== undefined && first !== 'DocumentClient')) return undefined;
    return { cloud: 'aws', service: serviceOfV2Class(file) ?? file, className: first ?? file };
  }
  const service = first === undefined ? undefined : serviceOfV2Class(first);
  if (first === undefined || service === undefined || path.length > 2) return undefined;
  if (second !== undefined && second !== 'DocumentClient') return undefined;
  return { cloud: 'aws', service, className: path.join('.') };
}

/** Clients are `S3Client` and the aggregated `S3`; commands, paginators and errors are not. */
function isV3ClientName(name: string): boolean {
  return (
    /^[A-Z]/.test(name) && !/(?:Command|Exception|Error|ServiceException)$/.test(name) && name !== '__Client'
  );
}
