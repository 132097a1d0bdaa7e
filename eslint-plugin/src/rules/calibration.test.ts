import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../index.ts';

/** A pattern that is common in public code, and what the recommended preset says of it: line, rule, and the text reported. */
interface Pattern {
  code: string;
  findings: readonly string[];
  filename?: string;
}

const patterns: Record<string, Pattern> = {
  '1. a constant as in the developer guide': {
    code: `
      import { SESClient } from '@aws-sdk/client-ses';
      const REGION = 'eu-west-1';
      export const ses = new SESClient({ region: REGION });`,
    findings: ["2 no-hardcoded-region 'eu-west-1'", '3 require-client-failover new SESClient'],
  },
  '1. a constant for four clients': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      import { SESClient } from '@aws-sdk/client-ses';
      import { SNSClient } from '@aws-sdk/client-sns';
      import { SQSClient } from '@aws-sdk/client-sqs';
      const REGION = 'eu-west-1';
      export const clients = [
        new S3Client({ region: REGION }),
        new SESClient({ region: REGION }),
        new SNSClient({ region: REGION }),
        new SQSClient({ region: REGION }),
      ];`,
    findings: [
      "5 no-hardcoded-region 'eu-west-1'",
      '7 require-client-failover new S3Client',
      '8 require-client-failover new SESClient',
      '9 require-client-failover new SNSClient',
      '10 require-client-failover new SQSClient',
    ],
  },
  '2. the client inside a document client': {
    code: `
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
      export const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));`,
    findings: ['3 require-client-failover new DynamoDBClient', "3 no-hardcoded-region 'us-east-1'"],
  },
  '3. a client of SDK v2 beside a list of replicas': {
    code: `
      import AWS from 'aws-sdk';
      const dynamodb = new AWS.DynamoDB({ region: 'us-west-2' });
      dynamodb.createGlobalTable({
        GlobalTableName: 'orders',
        ReplicationGroup: [{ RegionName: 'us-west-2' }, { RegionName: 'eu-west-1' }],
      });`,
    findings: ['2 require-client-failover new AWS.DynamoDB', "2 no-hardcoded-region 'us-west-2'"],
  },
  '4. a local database': {
    code: `
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      export const db = new DynamoDBClient({ region: 'us-east-1', endpoint: 'http://localhost:8000' });`,
    findings: [],
  },
  '5. the last of several choices': {
    code: `export const region = process.env.AWS_REGION || process.env.REGION || 'us-east-1';`,
    findings: ["1 no-region-fallback 'us-east-1'"],
  },
  '5. the same below a comment, which no rule can read': {
    code: `
      // The metrics of CloudFront are in us-east-1.
      const region = process.env.METRICS_REGION || 'us-east-1';
      export const metrics = createMetrics({ region });`,
    findings: ["2 no-region-fallback 'us-east-1'"],
  },
  '5. and below a reason': {
    code: `
      // eslint-disable-next-line multi-region/no-region-fallback -- the metrics of CloudFront are in us-east-1
      const region = process.env.METRICS_REGION || 'us-east-1';
      export const metrics = createMetrics({ region });`,
    findings: [],
  },
  '6. the right shape': {
    code: `
      import { SESv2Client } from '@aws-sdk/client-sesv2';
      if (!process.env.AWS_REGION) throw new Error('AWS_REGION is missing.');
      export const ses = new SESv2Client({ region: process.env.AWS_REGION });`,
    findings: [],
  },
  '7. the env of a stack': {
    code: `
      import { App } from 'aws-cdk-lib';
      import { OrdersStack } from './orders-stack.js';
      const app = new App();
      new OrdersStack(app, 'pinned', { env: { region: 'us-east-1', account: '123456789012' } });
      new OrdersStack(app, 'free', { env: { region: process.env.CDK_DEFAULT_REGION } });`,
    findings: ["4 no-hardcoded-region 'us-east-1'"],
  },
  '7. two stacks in two regions': {
    code: `
      import { App } from 'aws-cdk-lib';
      import { OrdersStack } from './orders-stack.js';
      const app = new App();
      new OrdersStack(app, 'east', { env: { region: 'us-east-1' } });
      new OrdersStack(app, 'west', { env: { region: 'us-west-2' } });`,
    findings: ["4 no-hardcoded-region 'us-east-1'", "5 no-hardcoded-region 'us-west-2'"],
  },
  '8. a provider for the certificate of CloudFront': {
    code: `
      import * as aws from '@pulumi/aws';
      const east = new aws.Provider('useast1', { region: 'us-east-1' });
      const certificate = new aws.acm.Certificate('shop', { domainName: 'example.com' }, { provider: east });
      new aws.cloudfront.Distribution('shop', { viewerCertificate: { acmCertificateArn: certificate.arn } });`,
    findings: [],
  },
  '9. a loop over regions that sorts errors': {
    code: `
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      const regions = ['us-east-1', 'us-west-2'];
      export async function read(command) {
        let last;
        for (const region of regions) {
          try {
            return await new DynamoDBClient({ region }).send(command);
          } catch (error) {
            if (error.name === 'AccessDeniedException') throw error;
            last = error;
            continue;
          }
        }
        throw last;
      }`,
    findings: [],
  },
  '9. pairs of a region and its client': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const primary = { region: process.env.PRIMARY, client: new S3Client({ region: process.env.PRIMARY }) };
      const backup = { region: process.env.BACKUP, client: new S3Client({ region: process.env.BACKUP }) };
      export async function read(command) {
        try {
          return await primary.client.send(command);
        } catch {
          return await backup.client.send(command);
        }
      }`,
    findings: [],
  },
  '9. a factory for an executor': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const clientFactory = (region) => new S3Client({ region });
      export const executor = new RegionalExecutor(clientFactory);`,
    findings: [],
  },
  '9. a proxy of a primary and a secondary': {
    code: `
      import AWS from 'aws-sdk';
      const primary = new AWS.DynamoDB.DocumentClient({ region: process.env.PRIMARY });
      const secondary = new AWS.DynamoDB.DocumentClient({ region: 'us-west-2' });
      export const db = createProxy(primary, secondary);`,
    findings: ["3 no-hardcoded-region 'us-west-2'"],
  },
  '10. two clients in a test': {
    filename: 'test/replication.test.ts',
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const east = new S3Client({ region: 'us-east-1' });
      const west = new S3Client({ region: 'us-west-2' });`,
    findings: [],
  },
  '10. two clients that are used elsewhere': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      export const east = new S3Client({ region: 'us-east-1' });
      export const west = new S3Client({ region: 'us-west-2' });`,
    findings: ["2 no-hardcoded-region 'us-east-1'", "3 no-hardcoded-region 'us-west-2'"],
  },
  '10. a redirect to the right region': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const s3 = new S3Client({ region: 'us-east-1' });
      export async function read(command) {
        try {
          return await s3.send(command);
        } catch (error) {
          if (error.name !== 'PermanentRedirect') throw error;
          return new S3Client({ region: error.region }).send(command);
        }
      }`,
    findings: ['2 require-client-failover new S3Client', "2 no-hardcoded-region 'us-east-1'"],
  },
  '10. another model in the same region': {
    code: `
      import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
      const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' });
      export async function ask(prompt) {
        try {
          return await bedrock.send(invoke('large', prompt));
        } catch {
          return await bedrock.send(invoke('small', prompt));
        }
      }`,
    findings: ['2 require-client-failover new BedrockRuntimeClient', "2 no-hardcoded-region 'us-east-1'"],
  },
  '10. a list of one region': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const REGIONS = ['us-east-1'];
      export const clients = REGIONS.map((region) => new S3Client({ region }));`,
    findings: ["2 no-hardcoded-region 'us-east-1'", '3 require-client-failover new S3Client'],
  },
  '10. a primary and a fallback of different services': {
    code: `
      import { SESClient } from '@aws-sdk/client-ses';
      import { SQSClient } from '@aws-sdk/client-sqs';
      const primary = new SESClient({ region: 'us-east-1' });
      const fallback = new SQSClient({ region: 'us-west-2' });
      export const notify = (mail) => primary.send(mail).catch(() => fallback.send(mail));`,
    findings: [
      '3 require-client-failover new SESClient',
      "3 no-hardcoded-region 'us-east-1'",
      '4 require-client-failover new SQSClient',
      "4 no-hardcoded-region 'us-west-2'",
    ],
  },
  '11. regions as data': {
    code: `
      const pool = new UserPool({ UserPoolId: 'us-east-1_AbCdEf123' });
      const layers = { 'us-east-1': 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1' };
      const images = MachineImage.genericLinux({ 'us-east-1': 'ami-1' });
      export const picker = <option value="us-east-1">US East (us-east-1)</option>;
      export const stack = [pool, layers[region], images];`,
    findings: [],
  },
  '12. a location of Google Cloud': {
    code: `
      const { KeyManagementServiceClient } = require('@google-cloud/kms');
      const client = new KeyManagementServiceClient();
      const location = 'us-central1';
      exports.getPath = (projectId) => client.locationPath(projectId, location);`,
    findings: ["3 no-hardcoded-region 'us-central1'"],
  },
  '13. second choices of other kinds': {
    code: `
      export const a = createStore({ region: env('REGION') || 'us-east-1' });
      export const b = createStore({ region: config.region || 'us-east-1' });
      export const c = createStore({ region: config.getRegion() || 'us-east-1' });
      export const d = createStore({ region: region ? region : 'us-east-1' });
      export const e = createStore({ region: env('REGION', 'us-east-1') });
      const defaultRegion = 'us-east-1';
      export const f = createStore({ region: options.region ?? defaultRegion });
      export const g = createStore({
        region: options.region ??
          'us-east-1',
      });`,
    findings: [1, 2, 3, 4, 5, 6, 10].map((line) => `${line} no-region-fallback 'us-east-1'`),
  },
  '14. an empty constructor that is pinned all the same': {
    code: `
      import AWS from 'aws-sdk';
      AWS.config.region = 'us-east-1';
      export const s3 = new AWS.S3();`,
    findings: ["2 no-hardcoded-region 'us-east-1'", '3 require-client-failover new AWS.S3'],
  },
  '15. a client that is kept': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      let cached;
      export const getClient = (region) => (cached ??= new S3Client({ region }));`,
    findings: ['3 require-client-failover new S3Client'],
  },
  '16. a class of the project by the name of a client': {
    code: `
      import { S3Client } from './s3-client.js';
      export const s3 = new S3Client({ region: 'us-east-1' });`,
    findings: ["2 no-hardcoded-region 'us-east-1'"],
  },
  '16. clients under other names': {
    code: `
      import { S3Client as Store } from '@aws-sdk/client-s3';
      import * as sqs from '@aws-sdk/client-sqs';
      new Store({ region: 'us-east-1' });
      new sqs.SQSClient({ region: 'us-east-1' });
      const { SNSClient } = await import('@aws-sdk/client-sns');
      new SNSClient({ region: 'us-east-1' });`,
    findings: [
      '3 require-client-failover new Store',
      "3 no-hardcoded-region 'us-east-1'",
      '4 require-client-failover new sqs.SQSClient',
      "4 no-hardcoded-region 'us-east-1'",
      '6 require-client-failover new SNSClient',
      "6 no-hardcoded-region 'us-east-1'",
    ],
  },
  '17. lookups, text, and policies': {
    code: `
      import { STSClient } from '@aws-sdk/client-sts';
      function getHome(partition) {
        let region = 'us-east-1';
        switch (partition) {
          case 'aws-cn':
            region = 'cn-north-1';
        }
        return region;
      }
      export const sts = new STSClient({ region: getHome(partition) });
      const homes = { aws: 'us-east-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };
      export const other = new STSClient({ region: homes[partition] });
      export const picker = <input placeholder="us-east-1" title={\`such as \${'us-east-1'}\`} />;
      if (!isReachable) throw new Error('Cannot reach https://sts.us-east-1.amazonaws.com.');
      protect({ connectSrc: ["'self'", 'https://cognito-idp.us-east-1.amazonaws.com'] });`,
    findings: [],
  },
  '18. positional locations and resource names of Google Cloud': {
    code: `
      import { CloudTasksClient } from '@google-cloud/tasks';
      import { getFunctions } from 'firebase/functions';
      const tasks = new CloudTasksClient();
      tasks.createTask({ parent: tasks.queuePath(project, 'us-central1', 'orders') });
      tasks.createTask({ parent: 'projects/shop/locations/us-central1/queues/orders' });
      export const functions = getFunctions(app, 'us-central1');`,
    findings: [
      "4 no-hardcoded-region 'us-central1'",
      '5 no-hardcoded-arn projects/shop/locations/us-central1/queues/orders',
      "6 no-hardcoded-region 'us-central1'",
    ],
  },
  '19. a host in parts': {
    code: `fetch('https://us-central1-' + project + '.cloudfunctions.net/orders');`,
    findings: ["1 no-hardcoded-endpoint us-central1-' + project + '.cloudfunctions.net"],
  },
  '20. a region that CloudFront wants, far from its name': {
    code: `
      import { Stack } from 'aws-cdk-lib';
      import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
      class SecurityStack extends Stack {
        acl = new CfnWebACL(this, 'acl', { scope: 'CLOUDFRONT', defaultAction: { allow: {} } });
      }
      new SecurityStack(app, 'security', { env: { region: 'us-east-1' } });`,
    findings: [],
  },
  '20. the stack of a function at the edge': {
    code: `
      import { App } from 'aws-cdk-lib';
      import { RewriteAtEdgeStack } from './rewrite-at-edge-stack.js';
      new RewriteAtEdgeStack(new App(), 'rewrite', { env: { region: 'us-east-1' } });`,
    findings: [],
  },
  '20. the stack of a certificate': {
    code: `
      import { App } from 'aws-cdk-lib';
      import { CertificateStack } from './certificate-stack.js';
      new CertificateStack(new App(), 'shop', { env: { region: 'us-east-1' } });`,
    findings: [],
  },
  '21. a copy between regions': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const source = new S3Client({ region: process.env.SOURCE });
      const target = new S3Client({ region: 'us-west-2' });
      export async function copy(key) {
        const object = await source.send(get(key));
        await target.send(put(key, object));
      }`,
    findings: ['3 require-client-failover new S3Client', "3 no-hardcoded-region 'us-west-2'"],
  },
  '21. a choice between regions': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      const owning = new S3Client({ region: process.env.OWNER });
      const invoking = new S3Client({ region: 'us-west-2' });
      export const client = owning ?? invoking;
      export const other = isOwned ? owning : invoking;`,
    findings: ['3 require-client-failover new S3Client', "3 no-hardcoded-region 'us-west-2'"],
  },
  '21. a loop over accounts': {
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      for (const credentials of accounts) {
        audit(new S3Client({ region: 'us-east-1', credentials }));
      }`,
    findings: ['3 require-client-failover new S3Client', "3 no-hardcoded-region 'us-east-1'"],
  },
};

for (const filename of [
  'app/picker.clienttest.tsx',
  'testInteg/orders.ts',
  'lib/test-assets/orders.ts',
  'src/picker.stories.tsx',
  'events/recorded-fixtures/order.ts',
]) {
  patterns[`22. a test by another name: ${filename}`] = {
    filename,
    code: `
      import { S3Client } from '@aws-sdk/client-s3';
      export const s3 = new S3Client({ region: 'us-east-1' });`,
    findings: [],
  };
}

describe('the recommended preset', () => {
  it.each(Object.entries(patterns))('%s', (_, pattern) => {
    expect(lint(pattern)).toEqual(pattern.findings);
  });
});

function lint({ code, filename = 'src/orders.tsx' }: Pattern): string[] {
  const text = code.replaceAll('\n      ', '\n').trimStart();
  const lines = text.split('\n');
  const config = {
    ...plugin.configs.recommended,
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' as const },
  };
  const messages = new Linter().verify(text, config, join(process.cwd(), filename));
  return messages.map(({ ruleId, message, line, column, endColumn = column }) => {
    const reported = lines[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
    return ruleId === null ? message : `${line} ${ruleId.replace('multi-region/', '')} ${reported}`;
  });
}
