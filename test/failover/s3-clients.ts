import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { Region } from './region.ts';

/** What a client needs to reach a region's local server. */
export function clientConfig({ name, endpoint }: Region): S3ClientConfig {
  return {
    region: name,
    endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
}

/**
 * The second argument of withRegionFailover, for local servers.
 *
 * @param regions the servers
 * @param config further options of the clients
 */
export function createClients(regions: readonly Region[], config: S3ClientConfig = {}) {
  return (name: string): S3Client => {
    const region = regions.find((region) => region.name === name);
    if (!region) throw new Error(`No server stands for ${name}.`);
    return new S3Client({ ...clientConfig(region), ...config });
  };
}
