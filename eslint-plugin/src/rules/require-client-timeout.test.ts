import { type ExpectedError, type ExpectedSuggestion, RuleTester } from '../testing/rule-tester.ts';
import rule from './require-client-timeout.ts';

const timeouts =
  'requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true }';

function missing(client: string, ...suggestions: ExpectedSuggestion[]): ExpectedError {
  return { messageId: 'missing', data: { client }, suggestions };
}

/** `TIMEOUTS` in the output stands for the options that the suggestion adds. */
function add(output: string): ExpectedSuggestion {
  return { messageId: 'addTimeouts', output: output.replace('TIMEOUTS', timeouts) };
}

function notThrown(...suggestions: ExpectedSuggestion[]): ExpectedError {
  return { messageId: 'notThrown', suggestions };
}

function makeItThrow(output: string): ExpectedSuggestion {
  return { messageId: 'throwOnTimeout', output };
}

new RuleTester().run('require-client-timeout', rule, {
  valid: [
    // Left alone
    {
      name: 'limits that throw',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true } });
      `,
    },
    {
      name: 'a limit on idleness',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ requestHandler: { connectionTimeout: 1000, socketTimeout: 5000 } });
      `,
    },
    {
      name: 'handlers that throw by themselves',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { FetchHttpHandler } from '@smithy/fetch-http-handler';
        import { NodeHttp2Handler } from '@smithy/node-http-handler';
        new S3Client({ requestHandler: new FetchHttpHandler({ requestTimeout: 5000 }) });
        new S3Client({ requestHandler: new NodeHttp2Handler({ requestTimeout: 5000 }) });
      `,
    },
    {
      name: 'a handler from elsewhere',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { requestHandler } from './http.js';
        new S3Client({ requestHandler });
      `,
    },
    {
      name: 'what decides whether it throws is from elsewhere',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: isStrict } });
      `,
    },
    {
      name: 'options from elsewhere',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { options } from './options.js';
        new S3Client(options);
        new S3Client({ ...options });
        new S3Client({ region, ...options });
      `,
    },
    {
      name: 'a mode that sets limits',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ defaultsMode: 'standard' });
      `,
    },
    {
      name: 'SDK v2, which has a limit',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.S3();
      `,
    },
    {
      name: 'a service that ignores its region',
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        new IAMClient({});
      `,
    },
    {
      name: 'localhost',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', endpoint: 'http://localhost:4566' });
      `,
    },
    {
      name: 'a service that customers do not notice',
      filename: 'src/orders.ts',
      project: { services: { ses: { critical: false } } },
      code: `
        import { SESClient } from '@aws-sdk/client-ses';
        new SESClient({});
      `,
    },
    {
      name: 'a wrapper, which has limits of its own',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        withRegionFailover(regions, (region) => new S3Client({ region }));
      `,
    },
    {
      name: 'a command',
      code: `
        import { GetObjectCommand } from '@aws-sdk/client-s3';
        new GetObjectCommand({});
      `,
    },
    {
      name: 'a class from the project',
      code: `
        import { S3Client } from './s3-client.js';
        new S3Client();
      `,
    },
    {
      name: 'a test',
      filename: 'src/orders.test.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client();
      `,
    },
  ],
  invalid: [
    // No limit
    {
      name: 'no options',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»();
      `,
      errors: [missing('S3', add('new S3Client({ TIMEOUTS });'))],
    },
    {
      name: 'no parentheses: no edit',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»;
      `,
      errors: [missing('S3')],
    },
    {
      name: 'empty options',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({});
      `,
      errors: [missing('S3', add('new S3Client({ TIMEOUTS });'))],
    },
    {
      name: 'other options',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        «new SQSClient»({ region });
      `,
      errors: [missing('SQS', add('new SQSClient({ TIMEOUTS, region });'))],
    },
    {
      name: 'other options, in lines',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({
          region, // of the orders
        });
      `,
      errors: [missing('S3', add('new S3Client({ TIMEOUTS,'))],
    },
    {
      name: 'options by a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { region };
        «new S3Client»(options);
      `,
      errors: [
        missing(
          'S3',
          add(`
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { TIMEOUTS, region };
        new S3Client(options);
      `),
        ),
      ],
    },
    {
      name: 'retries',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ maxAttempts: 5, retryMode: 'adaptive' });
      `,
      errors: [missing('S3', add("new S3Client({ TIMEOUTS, maxAttempts: 5, retryMode: 'adaptive' });"))],
    },
    {
      name: 'a client for each region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (region) => «new S3Client»({ region });
      `,
      errors: [
        missing('S3', add('export const createClient = (region) => new S3Client({ TIMEOUTS, region });')),
      ],
    },
    {
      name: 'a traced client',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const s3 = AWSXRay.captureAWSv3Client(«new S3Client»({}));
      `,
      errors: [missing('S3', add('const s3 = AWSXRay.captureAWSv3Client(new S3Client({ TIMEOUTS }));'))],
    },
    {
      name: 'inside a document client',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        const db = DynamoDBDocumentClient.from(«new DynamoDBClient»({}));
      `,
      errors: [
        missing('DynamoDB', add('const db = DynamoDBDocumentClient.from(new DynamoDBClient({ TIMEOUTS }));')),
      ],
    },
    {
      name: 'a limit on connecting only: no edit',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ requestHandler: { connectionTimeout: 1000 } });
      `,
      errors: [missing('S3')],
    },
    {
      name: 'limits of zero, which are none: no edit',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ requestHandler: { connectionTimeout: 0, requestTimeout: 0 } });
      `,
      errors: [missing('S3')],
    },
    {
      name: 'the mode of old, which has none',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ defaultsMode: 'legacy' });
      `,
      errors: [missing('S3', add("new S3Client({ TIMEOUTS, defaultsMode: 'legacy' });"))],
    },
    // A limit that only logs
    {
      name: 'in options',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ requestHandler: { requestTimeout: 5000 } });
      `,
      errors: [
        notThrown(
          makeItThrow(
            'new S3Client({ requestHandler: { throwOnRequestTimeout: true, requestTimeout: 5000 } });',
          ),
        ),
      ],
    },
    {
      name: 'in a handler',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { NodeHttpHandler } from '@smithy/node-http-handler';
        «new S3Client»({ requestHandler: new NodeHttpHandler({ connectionTimeout: 1000, requestTimeout: 5000 }) });
      `,
      errors: [
        notThrown(
          makeItThrow(
            'new S3Client({ requestHandler: new NodeHttpHandler({ throwOnRequestTimeout: true, connectionTimeout: 1000, requestTimeout: 5000 }) });',
          ),
        ),
      ],
    },
    {
      name: 'in a handler by a namespace',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import * as http from '@smithy/node-http-handler';
        «new S3Client»({ requestHandler: new http.NodeHttpHandler({ requestTimeout: 5000 }) });
      `,
      errors: [
        notThrown(
          makeItThrow(
            'new S3Client({ requestHandler: new http.NodeHttpHandler({ throwOnRequestTimeout: true, requestTimeout: 5000 }) });',
          ),
        ),
      ],
    },
    {
      name: 'in lines',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({
          requestHandler: {
            requestTimeout: 5000, // five seconds
          },
        });
      `,
      errors: [
        notThrown(
          makeItThrow(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          requestHandler: { throwOnRequestTimeout: true,
            requestTimeout: 5000, // five seconds
          },
        });
      `),
        ),
      ],
    },
    {
      name: 'told not to throw: no edit',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: false } });
      `,
      errors: [notThrown()],
    },
  ],
});
