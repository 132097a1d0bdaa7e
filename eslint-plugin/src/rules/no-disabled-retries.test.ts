import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-disabled-retries.ts';

/** An option that is reported; the suggestion leaves the marked line, or the whole code, as in `without`. */
function disabled(client: string, option: string, without?: string): ExpectedError {
  const suggestions = without === undefined ? [] : [{ messageId: 'removeOption', output: without }];
  return { messageId: 'disabled', data: { client, option }, suggestions };
}

new RuleTester().run('no-disabled-retries', rule, {
  valid: [
    // Left alone
    {
      name: 'more attempts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: 3 });
        new S3Client({});
      `,
    },
    {
      name: 'a retry in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.S3({ maxRetries: 1 });
      `,
    },
    {
      name: 'an option that the SDK does not know',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxRetries: 0 });
      `,
    },
    {
      name: 'an option that SDK v2 does not know',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.S3({ maxAttempts: 1 });
      `,
    },
    {
      name: 'a strategy, which decides instead',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: 1, retryStrategy });
      `,
    },
    {
      name: 'attempts from elsewhere',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: Number(process.env.ATTEMPTS) });
        new S3Client({ maxAttempts });
        new S3Client(options);
      `,
    },
    {
      name: 'a wrapper that goes on to the next region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        withRegionFailover(regions, (region) => new S3Client({ region, maxAttempts: 1 }));
      `,
    },
    {
      name: 'a second client that takes over',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1', maxAttempts: 1 });
        const secondary = new S3Client({ region: 'us-west-2', maxAttempts: 1 });
        export const read = (command) => primary.send(command).catch(() => secondary.send(command));
      `,
    },
    {
      name: 'an option of something else',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({});
        new Queue({ maxAttempts: 1 });
      `,
    },
    {
      name: 'a test',
      filename: 'src/orders.test.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: 1 });
      `,
    },
  ],
  invalid: [
    // Reported
    {
      name: 'one attempt',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ «maxAttempts: 1» });
      `,
      errors: [disabled('S3', 'maxAttempts: 1', 'new S3Client({});')],
    },
    {
      name: 'no attempt',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region, «maxAttempts: 0» });
      `,
      errors: [disabled('S3', 'maxAttempts: 0', 'new S3Client({ region });')],
    },
    {
      name: 'no retry in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.DynamoDB.DocumentClient({ «maxRetries: 0» });
      `,
      errors: [disabled('DynamoDB', 'maxRetries: 0', 'new AWS.DynamoDB.DocumentClient({});')],
    },
    {
      name: 'options by a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { «maxAttempts: 1», region };
        new S3Client(options);
      `,
      errors: [
        disabled(
          'S3',
          'maxAttempts: 1',
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { region };
        new S3Client(options);
      `,
        ),
      ],
    },
    {
      name: 'options that clients share are one report',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const options = { «maxAttempts: 1» };
        new S3Client(options);
        new SQSClient(options);
      `,
      errors: [
        disabled(
          'S3',
          'maxAttempts: 1',
          `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const options = {};
        new S3Client(options);
        new SQSClient(options);
      `,
        ),
      ],
    },
    {
      name: 'a client that has no second region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', «maxAttempts: 1» });
      `,
      errors: [disabled('S3', 'maxAttempts: 1', "new S3Client({ region: 'us-east-1' });")],
    },
    {
      name: 'a comment behind it stays',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region,
          «maxAttempts: 1», // fail fast
        });
      `,
      errors: [
        disabled(
          'S3',
          'maxAttempts: 1',
          `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region, // fail fast
        });
      `,
        ),
      ],
    },
    {
      name: 'a comment behind the option before it: no edit',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region, // of the orders
          «maxAttempts: 1»,
        });
      `,
      errors: [disabled('S3', 'maxAttempts: 1')],
    },
  ],
});
