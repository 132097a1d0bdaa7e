import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './require-client-failover.ts';

interface Bound {
  client?: string;
  region?: string;
  /** Where the region is written, when it is not in the options of the client. */
  by?: [name: string, line: number];
}

/** A client that is bound to a region; the suggestion leaves the marked line, or the whole code, as in `read`. */
function bound(
  { client = 'S3', region = 'us-east-1', by }: Bound,
  read?: string,
  expression = 'process.env.AWS_REGION',
): ExpectedError {
  const suggestions =
    read === undefined ? [] : [{ messageId: 'readEnvironment', data: { expression }, output: read }];
  if (!by) return { messageId: 'bound', data: { client, region }, suggestions };
  const [name, line] = by;
  return { messageId: 'boundElsewhere', data: { client, region, name, line: String(line) }, suggestions };
}

function other(
  messageId: 'deployment' | 'discoveryOff' | 'fallback' | 'kept',
  data: Record<string, string>,
): ExpectedError {
  return { messageId, data };
}

new RuleTester().run('require-client-failover', rule, {
  valid: [
    // With failover: 'client', following the deployment is not enough
    {
      name: 'a region of the caller',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (region) => new S3Client({ region });
        export const createDefaultClient = (region = 'us-east-1') => new S3Client({ region });
        export const createOptionalClient = (options) => new S3Client({ region: options.region ?? 'us-east-1' });
      `,
    },
    {
      name: 'a service that ignores its region',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        new IAMClient({});
      `,
    },
    {
      name: 'a region that the file does not show',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { region } from './regions.js';
        new S3Client({ region });
      `,
    },
    // Managed by the service
    {
      name: 'a multi-region access point',
      code: `
        import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
        const s3 = new S3Client({ region: 'us-east-1' });
        s3.send(new GetObjectCommand({ Bucket: 'arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap', Key: key }));
      `,
    },
    {
      name: 'a global event bus',
      code: `
        import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
        const bus = new EventBridgeClient({ region: 'us-east-1' });
        bus.send(new PutEventsCommand({ EndpointId: 'abc123.xyz', Entries: [] }));
      `,
    },
    {
      name: 'Cosmos DB with two preferred locations',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        new CosmosClient({ endpoint, key, connectionPolicy: { preferredLocations: ['West Europe', 'North Europe'] } });
      `,
    },
    {
      name: 'Cosmos DB, which finds its locations',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        new CosmosClient({ endpoint, key });
        new CosmosClient(process.env.COSMOS);
      `,
    },
    {
      name: 'a storage account with a second host',
      code: `
        import { BlobServiceClient } from '@azure/storage-blob';
        new BlobServiceClient(url, credential, { retryOptions: { secondaryHost } });
      `,
    },
    // A second client
    {
      name: 'in a catch clause',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export async function read(command) {
          try {
            return await primary.send(command);
          } catch (error) {
            if (!isRegional(error)) throw error;
            return secondary.send(command);
          }
        }
      `,
    },
    {
      name: 'behind a try that returns',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export async function read(command) {
          try {
            return await primary.send(command);
          } catch (error) {
            log(error);
          }
          return secondary.send(command);
        }
      `,
    },
    {
      name: 'in .catch()',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export const read = (command) => primary.send(command).catch(() => secondary.send(command));
      `,
    },
    {
      name: 'as the second argument of .then()',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export const read = (command) => primary.send(command).then(parse, () => secondary.send(command));
      `,
    },
    {
      name: 'in a callback of SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        const primary = new AWS.S3({ region: 'us-east-1' });
        const secondary = new AWS.S3({ region: 'us-west-2' });
        function read(params, done) {
          primary.getObject(params, (error, data) => {
            if (error) return secondary.getObject(params, done);
            done(null, data);
          });
        }
      `,
    },
    {
      name: 'in Promise.any',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export const read = (command) => Promise.any([primary.send(command), secondary.send(command)]);
      `,
    },
    {
      name: 'by way of a function',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        const readFromWest = (command) => secondary.send(command);
        export async function read(command) {
          try {
            return await primary.send(command);
          } catch {
            return readFromWest(command);
          }
        }
      `,
    },
    {
      name: 'by a switch to the other',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        let active = primary;
        export async function read(command) {
          try {
            return await active.send(command);
          } catch (error) {
            active = secondary;
            throw error;
          }
        }
      `,
    },
    {
      name: 'in a map',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = {
          primary: new S3Client({ region: 'us-east-1' }),
          secondary: new S3Client({ region: 'us-west-2' }),
        };
        export async function read(command) {
          try {
            return await clients.primary.send(command);
          } catch {
            return clients.secondary.send(command);
          }
        }
      `,
    },
    {
      name: 'in a list',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = [new S3Client({ region: 'us-east-1' }), new S3Client({ region: 'us-west-2' })];
        export async function read(command) {
          for (const client of clients) {
            try {
              return await client.send(command);
            } catch {}
          }
        }
      `,
    },
    {
      name: 'in a list, by index',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = [new S3Client({ region: 'us-east-1' }), new S3Client({ region: 'us-west-2' })];
        export async function read(command) {
          for (let i = 0; i < clients.length; i++) {
            try {
              return await clients[i].send(command);
            } catch {}
          }
        }
      `,
    },
    {
      name: 'in a list with their regions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const targets = [
          { region: 'us-east-1', client: new S3Client({ region: 'us-east-1' }) },
          { region: 'us-west-2', client: new S3Client({ region: 'us-west-2' }) },
        ];
        export async function read(command) {
          for (const { client } of targets) {
            try {
              return await client.send(command);
            } catch {}
          }
        }
      `,
    },
    {
      name: 'in a Map',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = new Map([
          ['us-east-1', new S3Client({ region: 'us-east-1' })],
          ['us-west-2', new S3Client({ region: 'us-west-2' })],
        ]);
        export async function read(command) {
          for (const client of clients.values()) {
            try {
              return await client.send(command);
            } catch {}
          }
        }
      `,
    },
    {
      name: 'in fields',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          private readonly primary = new S3Client({ region: 'us-east-1' });
          private readonly secondary = new S3Client({ region: 'us-west-2' });
          async read(command) {
            try {
              return await this.primary.send(command);
            } catch {
              return this.secondary.send(command);
            }
          }
        }
      `,
    },
    {
      name: 'in private fields of JavaScript',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          #primary = new S3Client({ region: 'us-east-1' });
          #secondary = new S3Client({ region: 'us-west-2' });
          read = (command) => this.#primary.send(command).catch(() => this.#secondary.send(command));
        }
      `,
    },
    {
      name: 'in fields that the constructor sets',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          constructor() {
            this.primary = new S3Client({ region: 'us-east-1' });
            this.secondary = new S3Client({ region: 'us-west-2' });
          }
          async read(command) {
            try {
              return await this.primary.send(command);
            } catch {
              return this.secondary.send(command);
            }
          }
        }
      `,
    },
    {
      name: 'inside document clients',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        const primary = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
        const secondary = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-west-2' }));
        export const read = (command) => primary.send(command).catch(() => secondary.send(command));
      `,
    },
    {
      name: 'behind the region of the deployment',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({});
        const secondary = new S3Client({ region: 'us-west-2' });
        export const read = (command) => primary.send(command).catch(() => secondary.send(command));
      `,
    },
    // A client for each region
    {
      name: 'from a parameter',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (region) => new S3Client({ region });
      `,
    },
    {
      name: 'from an option',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = ({ region }) => new S3Client({ region });
        export const createOther = (options) => new S3Client({ region: options.region });
        export const createAny = (options) => new S3Client(options);
      `,
    },
    {
      name: 'from a constructor',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export class Store {
          constructor(region) {
            this.client = new S3Client({ region });
          }
        }
      `,
    },
    {
      name: 'in a loop over regions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export async function read(command) {
          for (const region of ['us-east-1', 'us-west-2']) {
            try {
              return await new S3Client({ region }).send(command);
            } catch (error) {
              if (!isRegional(error)) throw error;
            }
          }
        }
      `,
    },
    {
      name: 'in a map over regions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = regions.map((region) => new S3Client({ region }));
      `,
    },
    {
      name: 'in what an executor calls',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const read = (command) =>
          tryInOrder(['us-east-1', 'us-west-2'], (region) => new S3Client({ region }).send(command));
      `,
    },
    {
      name: 'one that is kept for each region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = {};
        const more = new Map();
        export const getClient = (region) => (clients[region] ??= new S3Client({ region }));
        export function getOther(region) {
          let client = more.get(region);
          if (!client) {
            client = new S3Client({ region });
            more.set(region, client);
          }
          return client;
        }
      `,
    },
    {
      name: 'one that is built anew for another region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let client;
        let last;
        export function getClient(region) {
          if (!client || region !== last) {
            client = new S3Client({ region });
            last = region;
          }
          return client;
        }
      `,
    },
    // Following the deployment
    {
      name: 'without options, and without a region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client();
        new S3Client({});
        new S3Client({ region: undefined });
      `,
    },
    {
      name: 'from the environment',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION });
      `,
    },
    {
      name: 'from the environment, with a second choice',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION ?? 'us-east-1' });
      `,
    },
    // Wrapped
    {
      name: 'at once',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = withRegionFailover(new S3Client({ region: 'us-east-1' }));
      `,
    },
    {
      name: 'in a function',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = withRegionFailover(regions, (region) => new S3Client({ region }));
      `,
    },
    {
      name: 'by its name',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        export const s3 = withRegionFailover(primary);
      `,
    },
    {
      name: 'by a wrapper that the settings name',
      filename: 'src/orders.ts',
      project: { failoverWrappers: ['acrossRegions'] },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const orders = acrossRegions(new S3Client({ region: 'us-east-1' }));
        export const images = resilience.acrossRegions(new S3Client({ region: 'us-east-1' }));
        export const others = withRegionFailover(new S3Client({ region: 'us-east-1' }));
      `,
    },
    // Nothing to fail over to
    {
      name: 'services that ignore their region',
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        import { Route53Client } from '@aws-sdk/client-route-53';
        new IAMClient({ region: 'us-east-1' });
        new Route53Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a service that ignores the global configuration',
      filename: 'src/roles.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ region: 'us-east-1' });
        const iam = new AWS.IAM();
      `,
    },
    {
      name: 'a service in few regions',
      code: `
        import { PricingClient } from '@aws-sdk/client-pricing';
        new PricingClient({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a pseudo region has a rule of its own',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ region: 'aws-global' });
      `,
    },
    {
      name: 'localhost',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        new DynamoDBClient({ region: 'us-east-1', endpoint: 'http://localhost:8000' });
      `,
    },
    {
      name: 'a test',
      filename: 'src/orders.test.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const east = new S3Client({ region: 'us-east-1' });
        const west = new S3Client({ region: 'us-west-2' });
      `,
    },
    // More than the file tells
    {
      name: 'a region from another file',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { config } from './config.js';
        new S3Client({ region: config.region });
        new S3Client(config);
      `,
    },
    {
      name: 'a class from the project',
      code: `
        import { S3Client } from './s3-client.js';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'options of which some are unknown',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (options) => new S3Client({ region: 'us-east-1', ...options });
      `,
    },
    {
      name: 'a field that is set again',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          region = 'us-east-1';
          constructor(region) {
            if (region) this.region = region;
            this.client = new S3Client({ region: this.region });
          }
        }
      `,
    },
    {
      name: 'two clients that the module hands out',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const east = new S3Client({ region: 'us-east-1' });
        export const west = new S3Client({ region: 'us-west-2' });
      `,
    },
    {
      name: 'two clients that the module hands out, in CommonJS',
      filename: 'src/clients.js',
      code: `
        const { S3Client } = require('@aws-sdk/client-s3');
        const east = new S3Client({ region: 'us-east-1' });
        const west = new S3Client({ region: 'us-west-2' });
        module.exports = { east, west };
      `,
    },
    {
      name: 'two clients that go to one call',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        const primary = new AWS.DynamoDB.DocumentClient({ region: 'us-east-1' });
        const secondary = new AWS.DynamoDB.DocumentClient({ region: 'us-west-2' });
        const db = createProxy(primary, secondary);
      `,
    },
    {
      name: 'two clients in functions that go to one call',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const primary = new S3Client({ region: 'us-east-1' });
        const secondary = new S3Client({ region: 'us-west-2' });
        export const read = (command) => firstOf([() => primary.send(command), () => secondary.send(command)]);
      `,
    },
    {
      name: 'the wrapper that the refactor writes, under another name',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { withRegionFailover as cloudWithRegionFailover } from '#config/region-failover.js';
        export const s3 = cloudWithRegionFailover([regions.primary, regions.secondary], () => new S3Client({}));
      `,
    },
    {
      name: 'the wrapper that the refactor writes, in CommonJS',
      project: { failover: 'client' },
      filename: 'src/orders.js',
      code: `
        const { S3Client } = require('@aws-sdk/client-s3');
        const { withRegionFailover: failover } = require('./config/region-failover');
        exports.s3 = failover([regions.primary, regions.secondary], () => new S3Client({}));
      `,
    },
    {
      name: 'a document client that is made inside of the wrapper',
      project: { failover: 'client' },
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        import { withRegionFailover } from './region-failover.js';
        export const orders = withRegionFailover([regions.primary, regions.secondary], (region) =>
          DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
        );
      `,
    },
    {
      name: 'two clients of which the caller chooses',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = {
          'us-east-1': new S3Client({ region: 'us-east-1' }),
          'us-west-2': new S3Client({ region: 'us-west-2' }),
        };
        export const read = (region, command) => clients[region].send(command);
      `,
    },
  ],
  invalid: [
    // Wrapped, and taken out again
    {
      name: 'a document client of a wrapped client',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        import { withRegionFailover } from './region-failover.js';
        export const orders = DynamoDBDocumentClient.from(
          withRegionFailover([regions.primary, regions.secondary], (region) => «new DynamoDBClient»({ region })),
        );
      `,
      errors: [{ messageId: 'documentClient', data: { client: 'DynamoDB' }, suggestions: [] }],
    },
    {
      name: 'a document client of a constant that holds a wrapped client',
      project: { failoverWrappers: ['acrossRegions'] },
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
        const client = acrossRegions((region) => «new DynamoDBClient»({ region }));
        export const orders = DynamoDBDocument.from(client);
      `,
      errors: [{ messageId: 'documentClient', data: { client: 'DynamoDB' }, suggestions: [] }],
    },

    // Bound to one region
    {
      name: 'in its options',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: 'us-east-1' });
      `,
      errors: [bound({}, 'new S3Client({ region: process.env.AWS_REGION });')],
    },
    {
      name: 'by a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = 'us-east-1';
        «new S3Client»({ region: REGION });
      `,
      errors: [
        bound(
          { by: ['REGION', 2] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = process.env.AWS_REGION;
        new S3Client({ region: REGION });
      `,
        ),
      ],
    },
    {
      name: 'several by one constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const REGION = 'us-east-1';
        «new S3Client»({ region: REGION });
        «new SQSClient»({ region: REGION });
      `,
      errors: [
        bound(
          { by: ['REGION', 3] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const REGION = process.env.AWS_REGION;
        new S3Client({ region: REGION });
        new SQSClient({ region: REGION });
      `,
        ),
        bound(
          { client: 'SQS', by: ['REGION', 3] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const REGION = process.env.AWS_REGION;
        new S3Client({ region: REGION });
        new SQSClient({ region: REGION });
      `,
        ),
      ],
    },
    {
      name: 'by a constant with as const',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = 'us-east-1' as const;
        «new S3Client»({ region: REGION });
      `,
      errors: [
        bound(
          { by: ['REGION', 2] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = process.env.AWS_REGION;
        new S3Client({ region: REGION });
      `,
        ),
      ],
    },
    {
      name: 'by a private field of JavaScript',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          #region = 'us-east-1';
          client = «new S3Client»({ region: this.#region });
        }
      `,
      errors: [
        bound(
          { by: ['region', 3] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          #region = process.env.AWS_REGION;
          client = new S3Client({ region: this.#region });
        }
      `,
        ),
      ],
    },
    {
      name: 'by a class field',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          private readonly region = 'us-east-1';
          private readonly client = «new S3Client»({ region: this.region });
        }
      `,
      errors: [
        bound(
          { by: ['region', 3] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          private readonly region = process.env.AWS_REGION;
          private readonly client = new S3Client({ region: this.region });
        }
      `,
        ),
      ],
    },
    {
      name: 'by a static field',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          static readonly REGION = 'us-east-1';
          client = «new S3Client»({ region: Store.REGION });
        }
      `,
      errors: [
        bound(
          { by: ['REGION', 3] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          static readonly REGION = process.env.AWS_REGION;
          client = new S3Client({ region: Store.REGION });
        }
      `,
        ),
      ],
    },
    {
      name: 'by a member of an object',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const config = { aws: { region: 'us-east-1' } };
        «new S3Client»({ region: config.aws.region });
      `,
      errors: [
        bound(
          { by: ['region', 2] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const config = { aws: { region: process.env.AWS_REGION } };
        new S3Client({ region: config.aws.region });
      `,
        ),
      ],
    },
    {
      name: 'by a spread',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { region: 'us-east-1' };
        «new S3Client»({ ...base, maxAttempts: 5 });
      `,
      errors: [
        bound(
          { by: ['region', 2] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { region: process.env.AWS_REGION };
        new S3Client({ ...base, maxAttempts: 5 });
      `,
        ),
      ],
    },
    {
      name: 'by destructuring',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const { region } = { region: 'us-east-1' };
        «new S3Client»({ region });
      `,
      errors: [
        bound(
          { by: ['region', 2] },
          `
        import { S3Client } from '@aws-sdk/client-s3';
        const { region } = { region: process.env.AWS_REGION };
        new S3Client({ region });
      `,
        ),
      ],
    },
    {
      name: 'by a member of an enum, which others use, too',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        enum Region {
          Virginia = 'us-east-1',
          Oregon = 'us-west-2',
        }
        «new S3Client»({ region: Region.Virginia });
      `,
      errors: [bound({ by: ['Virginia', 3] })],
    },
    {
      name: 'by an entry of a list, which others use, too',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const regions = { primary: 'us-west-2', secondary: 'us-east-1' };
        «new S3Client»({ region: regions.primary });
      `,
      errors: [bound({ region: 'us-west-2', by: ['primary', 2] })],
    },
    {
      name: 'by a template',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: \`us-east-1\` });
      `,
      errors: [bound({}, 'new S3Client({ region: process.env.AWS_REGION });')],
    },
    {
      name: 'by an async provider',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: async () => 'us-east-1' });
      `,
      errors: [bound({}, 'new S3Client({ region: async () => process.env.AWS_REGION });')],
    },
    {
      name: 'inside a document client',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        DynamoDBDocumentClient.from(«new DynamoDBClient»({ region: 'us-east-1' }));
      `,
      errors: [
        bound(
          { client: 'DynamoDB' },
          'DynamoDBDocumentClient.from(new DynamoDBClient({ region: process.env.AWS_REGION }));',
        ),
      ],
    },
    {
      name: 'in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        «new AWS.DynamoDB.DocumentClient»({ region: 'us-west-2' });
      `,
      errors: [
        bound(
          { client: 'DynamoDB', region: 'us-west-2' },
          'new AWS.DynamoDB.DocumentClient({ region: process.env.AWS_REGION });',
        ),
      ],
    },
    {
      name: 'without options of its own, by the global configuration',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.region = 'us-east-1';
        const s3 = «new AWS.S3»();
      `,
      errors: [
        bound(
          { by: ['AWS.config.region', 2] },
          `
        const AWS = require('aws-sdk');
        AWS.config.region = process.env.AWS_REGION;
        const s3 = new AWS.S3();
      `,
        ),
      ],
    },
    {
      name: 'by an update of the global configuration',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ region: 'us-east-1' });
        const s3 = «new AWS.S3»({ apiVersion: '2006-03-01' });
      `,
      errors: [
        bound(
          { by: ['AWS.config.update', 2] },
          `
        const AWS = require('aws-sdk');
        AWS.config.update({ region: process.env.AWS_REGION });
        const s3 = new AWS.S3({ apiVersion: '2006-03-01' });
      `,
        ),
      ],
    },
    {
      name: 'Cosmos DB with one preferred location',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        «new CosmosClient»({ endpoint, key, connectionPolicy: { preferredLocations: ['West Europe'] } });
      `,
      errors: [
        bound(
          { client: 'Cosmos DB', region: 'westeurope' },
          'new CosmosClient({ endpoint, key, connectionPolicy: { preferredLocations: [process.env.AZURE_LOCATION] } });',
          'process.env.AZURE_LOCATION',
        ),
      ],
    },
    {
      name: 'Cosmos DB that may not go to another location',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        «new CosmosClient»({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
      `,
      errors: [other('discoveryOff', { client: 'Cosmos DB' })],
    },
    {
      name: 'through import() and then',
      code: "import('@aws-sdk/client-s3').then(({ S3Client }) => «new S3Client»({ region: 'us-east-1' }));",
      errors: [
        bound(
          {},
          "import('@aws-sdk/client-s3').then(({ S3Client }) => new S3Client({ region: process.env.AWS_REGION }));",
        ),
      ],
    },
    // What looks like failover
    {
      name: 'retries',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: 'us-east-1', maxAttempts: 10, retryMode: 'adaptive' });
      `,
      errors: [
        bound(
          {},
          "new S3Client({ region: process.env.AWS_REGION, maxAttempts: 10, retryMode: 'adaptive' });",
        ),
      ],
    },
    {
      name: 'a redirect to the right region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: 'us-east-1', followRegionRedirects: true });
      `,
      errors: [bound({}, 'new S3Client({ region: process.env.AWS_REGION, followRegionRedirects: true });')],
    },
    {
      name: 'a redirect to the right region, by hand',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const s3 = «new S3Client»({ region: 'us-east-1' });
        export async function read(command) {
          try {
            return await s3.send(command);
          } catch (error) {
            return new S3Client({ region: error.region }).send(command);
          }
        }
      `,
      errors: [bound({}, 'const s3 = new S3Client({ region: process.env.AWS_REGION });')],
    },
    {
      name: 'another model in the same region',
      code: `
        import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
        const bedrock = «new BedrockRuntimeClient»({ region: 'us-east-1' });
        export async function ask(prompt) {
          try {
            return await bedrock.send(invoke('large', prompt));
          } catch {
            return bedrock.send(invoke('small', prompt));
          }
        }
      `,
      errors: [
        bound(
          { client: 'Bedrock Runtime' },
          'const bedrock = new BedrockRuntimeClient({ region: process.env.AWS_REGION });',
        ),
      ],
    },
    {
      name: 'another service',
      code: `
        import { SESClient } from '@aws-sdk/client-ses';
        import { SNSClient } from '@aws-sdk/client-sns';
        const mail = «new SESClient»({ region: 'us-east-1' });
        const message = «new SNSClient»({ region: 'us-west-2' });
        export async function notify(command) {
          try {
            await mail.send(command);
          } catch {
            await message.send(command);
          }
        }
      `,
      errors: [
        bound({ client: 'SES' }, 'const mail = new SESClient({ region: process.env.AWS_REGION });'),
        bound(
          { client: 'SNS', region: 'us-west-2' },
          'const message = new SNSClient({ region: process.env.AWS_REGION });',
        ),
      ],
    },
    {
      name: 'a second client in the same region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const first = «new S3Client»({ region: 'us-east-1' });
        const second = «new S3Client»({ region: 'us-east-1' });
        export const read = (command) => first.send(command).catch(() => second.send(command));
      `,
      errors: [
        bound({}, 'const first = new S3Client({ region: process.env.AWS_REGION });'),
        bound({}, 'const second = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a list of one region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = ['us-east-1'].map((region) => «new S3Client»({ region }));
      `,
      errors: [
        bound(
          { by: ['a value', 2] },
          'const clients = [process.env.AWS_REGION].map((region) => new S3Client({ region }));',
        ),
      ],
    },
    {
      name: 'a loop over accounts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        for (const credentials of accounts) «new S3Client»({ region: 'us-east-1', credentials });
      `,
      errors: [
        bound(
          {},
          'for (const credentials of accounts) new S3Client({ region: process.env.AWS_REGION, credentials });',
        ),
      ],
    },
    {
      name: 'a copy from one to the other',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const from = «new S3Client»({ region: 'us-east-1' });
        const to = «new S3Client»({ region: 'us-west-2' });
        export async function copy(command) {
          try {
            const object = await from.send(command);
            await to.send(put(object));
          } catch (error) {
            log(error);
          }
        }
      `,
      errors: [
        bound({}, 'const from = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const to = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a copy in a handler of CommonJS',
      filename: 'src/copy.js',
      code: `
        const { S3Client } = require('@aws-sdk/client-s3');
        const from = «new S3Client»({ region: 'us-east-1' });
        const to = «new S3Client»({ region: 'us-west-2' });
        exports.handler = async (command) => {
          const object = await from.send(command);
          await to.send(put(object));
        };
      `,
      errors: [
        bound({}, 'const from = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const to = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a write to both',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const east = «new S3Client»({ region: 'us-east-1' });
        const west = «new S3Client»({ region: 'us-west-2' });
        export const write = (command) => Promise.all([east.send(command), west.send(command)]);
      `,
      errors: [
        bound({}, 'const east = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const west = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a choice by a condition',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const east = «new S3Client»({ region: 'us-east-1' });
        const west = «new S3Client»({ region: 'us-west-2' });
        export const pick = (isWestern) => (isWestern ? west : east);
      `,
      errors: [
        bound({}, 'const east = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const west = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a choice of what is there',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const owning = «new S3Client»({ region: 'us-east-1' });
        const invoking = «new S3Client»({ region: 'us-west-2' });
        export const client = owning ?? invoking;
      `,
      errors: [
        bound({}, 'const owning = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const invoking = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'two functions with a client each',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const east = «new S3Client»({ region: 'us-east-1' });
        const west = «new S3Client»({ region: 'us-west-2' });
        export const readEast = (command) => east.send(command);
        export const readWest = (command) => west.send(command);
      `,
      errors: [
        bound({}, 'const east = new S3Client({ region: process.env.AWS_REGION });'),
        bound({ region: 'us-west-2' }, 'const west = new S3Client({ region: process.env.AWS_REGION });'),
      ],
    },
    {
      name: 'a wrapper that nobody has named',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const s3 = resilient(«new S3Client»({ region: 'us-east-1' }));
      `,
      errors: [bound({}, 'const s3 = resilient(new S3Client({ region: process.env.AWS_REGION }));')],
    },
    // Kept after the first call
    {
      name: 'by ??=',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let client;
        export function getClient(region) {
          return (client ??= «new S3Client»({ region }));
        }
      `,
      errors: [other('kept', { client: 'S3' })],
    },
    {
      name: 'by a condition',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let client;
        export function getClient(region) {
          if (!client) {
            client = «new S3Client»({ region });
          }
          return client;
        }
      `,
      errors: [other('kept', { client: 'S3' })],
    },
    {
      name: 'by or',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let client;
        export function getClient(region) {
          client = client || «new S3Client»({ region });
          return client;
        }
      `,
      errors: [other('kept', { client: 'S3' })],
    },
    {
      name: 'with a default',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let client;
        export const getClient = (region = 'us-east-1') => (client ??= «new S3Client»({ region }));
      `,
      errors: [other('kept', { client: 'S3' })],
    },
    {
      name: 'in an object',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          getClient(region) {
            return (this.client ??= «new S3Client»({ region }));
          }
        }
      `,
      errors: [other('kept', { client: 'S3' })],
    },
    // With failover: 'client', following the deployment is not enough
    {
      name: 'no region',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({});
      `,
      errors: [other('deployment', { client: 'S3' })],
    },
    {
      name: 'the environment',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: process.env.AWS_REGION });
      `,
      errors: [other('deployment', { client: 'S3' })],
    },
    {
      name: 'the environment with a second choice',
      filename: 'src/orders.ts',
      project: { failover: 'client' },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        «new S3Client»({ region: process.env.AWS_REGION ?? 'us-east-1' });
      `,
      errors: [other('fallback', { client: 'S3', region: 'us-east-1' })],
    },
    // The setting for services
    {
      name: 'a service that customers do not notice',
      filename: 'src/orders.ts',
      project: { services: { ses: { critical: false } } },
      code: `
        import { SESClient } from '@aws-sdk/client-ses';
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SESClient({ region: 'us-east-1' });
        «new SQSClient»({ region: 'us-east-1' });
      `,
      errors: [bound({ client: 'SQS' }, 'new SQSClient({ region: process.env.AWS_REGION });')],
    },
    // Managed by the service
    {
      name: 'an event bus of one region',
      code: `
        import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
        const bus = «new EventBridgeClient»({ region: 'us-east-1' });
        bus.send(new PutEventsCommand({ Entries: [] }));
      `,
      errors: [
        bound(
          { client: 'EventBridge' },
          'const bus = new EventBridgeClient({ region: process.env.AWS_REGION });',
        ),
      ],
    },
  ],
});
