import { SQSClient } from '@aws-sdk/client-sqs';

/** The queue on a developer's machine. LocalStack wants a region, whichever it is. */
export const localQueue = new SQSClient({
  region: 'us-east-1',
  endpoint: 'http://localhost:4566',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
