import { cloudDevelopment } from '../../clouds/cloud-development.ts';
import { type Cloud, clouds } from '../../clouds/clouds.ts';
import type { NamedClient, SdkKind } from '../../clouds/javascript-sdk.ts';
import type { ImportedValue } from './imports.ts';

/** The client of an SDK that an imported value is. */
export interface SdkClient extends NamedClient {
  cloud: Cloud;
}

const modules = [...clouds.flatMap(({ javascript }) => javascript?.modules ?? []), cloudDevelopment];

/** What a module has to do with clouds; undefined: nothing that is known. */
export function getSdkKind(module: string): SdkKind | undefined {
  return modules.find(([pattern]) => pattern.test(module))?.[1];
}

/**
 * Which client an imported value is, of any cloud.
 *
 * @returns undefined when it is no client but a command, a helper or the global configuration
 */
export function getSdkClient(imported: ImportedValue): SdkClient | undefined {
  for (const { id, javascript } of clouds) {
    const client = javascript?.getClient(imported);
    if (client) return { ...client, cloud: id };
  }
  return undefined;
}

/**
 * Which client a call without `new` makes: `BlobServiceClient.fromConnectionString(…)`, `getFunctions(app)`.
 *
 * @param imported what is called
 * @returns undefined when it makes no client that is known
 */
export function getMadeClient(imported: ImportedValue): SdkClient | undefined {
  for (const { id, javascript } of clouds) {
    const client = javascript?.getMadeClient?.(imported);
    if (client) return { ...client, cloud: id };
  }
  return undefined;
}

/** The operation that a command of a client asks for: `ListBucketsCommand` of `@aws-sdk/client-s3`. */
export function getOperation(imported: ImportedValue): { service: string; operation: string } | undefined {
  for (const { javascript } of clouds) {
    const operation = javascript?.getOperation?.(imported);
    if (operation) return operation;
  }
  return undefined;
}
