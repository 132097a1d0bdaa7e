import type { ImportedName, JavaScriptSdk, NamedClient } from '../javascript-sdk.ts';
import { serviceOfPackage, serviceOfV2Class } from './services.ts';

const v3Client = '@aws-sdk/client-';
const v2 = /^aws-sdk(?:\/|$)/;

/** The SDKs of AWS for JavaScript, and libraries that take their options. */
export const awsSdk: JavaScriptSdk = {
  modules: [
    [/^@aws-sdk\/client-/, 'aws-client'],
    [v2, 'aws-v2'],
    [
      /^(?:@aws-sdk|@smithy|@aws-lambda-powertools|@aws-crypto|@aws-amplify|@aws|@opensearch-project)\//,
      'aws-library',
    ],
    [
      /^(?:aws-amplify|aws4|aws4fetch|dynamoose|@langchain\/aws|@ai-sdk\/amazon-bedrock|@anthropic-ai\/bedrock-sdk|s3-sync-client|sqs-consumer|aws-appsync)(?:\/|$)/,
      'aws-library',
    ],
  ],
  getClient: getAwsClient,
  getOperation({ module, path }) {
    const service = module.startsWith(v3Client) ? serviceOfPackage(module) : undefined;
    const operation = path.length === 1 ? /^(\w+)Command$/.exec(path[0] ?? '')?.[1] : undefined;
    return service === undefined || operation === undefined ? undefined : { service, operation };
  },
};

/**
 * Which client of an AWS SDK an imported value is.
 *
 * @returns undefined when it is no client but a command, a helper or the global configuration
 */
export function getAwsClient({ module, path }: ImportedName): NamedClient | undefined {
  if (module.startsWith(v3Client)) {
    const [className, ...rest] = path;
    const service = serviceOfPackage(module);
    if (className === undefined || rest.length > 0 || service === undefined || !isV3ClientName(className))
      return undefined;
    return { service, className };
  }
  if (!v2.test(module)) return undefined;
  const [first, second] = path;
  const file = /^aws-sdk\/clients\/([\w-]+)$/.exec(module)?.[1];
  if (file !== undefined) {
    if (path.length > 1 || (first !== undefined && first !== 'DocumentClient')) return undefined;
    return { service: serviceOfV2Class(file) ?? file, className: first ?? file };
  }
  const service = first === undefined ? undefined : serviceOfV2Class(first);
  if (first === undefined || service === undefined || path.length > 2) return undefined;
  if (second !== undefined && second !== 'DocumentClient') return undefined;
  return { service, className: path.join('.') };
}

/** Clients are `S3Client` and the aggregated `S3`; commands, paginators and errors are not. */
function isV3ClientName(name: string): boolean {
  return (
    /^[A-Z]/.test(name) && !/(?:Command|Exception|Error|ServiceException)$/.test(name) && name !== '__Client'
  );
}
