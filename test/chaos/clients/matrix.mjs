// Makes us-east-1 fail in each way under each client, and prints what the client saw, a line of JSON each.
// Run by test/chaos/transports.test.ts, under several versions of Node.
/* global AbortController, Buffer, DOMException, clearTimeout, fetch, setTimeout */
import http2 from 'node:http2';
import net from 'node:net';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { regionDown } = require('../../../server/dist/chaos.cjs');

process.env.AWS_ACCESS_KEY_ID = 'test';
process.env.AWS_SECRET_ACCESS_KEY = 'test';
process.env.AWS_EC2_METADATA_DISABLED = 'true';
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
process.env.GRPC_VERBOSITY = 'NONE';
process.removeAllListeners('warning');

/** How long a call may take: long where an error is awaited, short where a call is to hang. */
const limitsMs = { silent: 1_500, blackhole: 1_500 };
const longMs = 20_000;
/** Azure Cosmos DB tries a connection that was cut again by itself, for longer than anybody waits. */
const cosmosResetMs = 3_000;
const region = 'us-east-1';
const dynamodbHost = 'dynamodb.us-east-1.amazonaws.com';
const hosts = {
  '*.blob.core.windows.net': region,
  '*.documents.azure.com': region,
  '*.googleapis.com': region,
};

/** What a call came to: an error, or an answer with the status of an error. */
const check = (status, text = '') => {
  if (status >= 400) throw Object.assign(new Error(`status ${status} ${text}`), { status });
  return status;
};

/** @type {Record<string, () => (signal: AbortSignal) => Promise<unknown>>} */
const clients = {
  'SDK v3 DynamoDB': () => {
    const { DynamoDBClient, ListTablesCommand } = require('@aws-sdk/client-dynamodb');
    return (abortSignal) =>
      new DynamoDBClient({ region, maxAttempts: 1 }).send(new ListTablesCommand({}), { abortSignal });
  },
  'SDK v3 S3': () => {
    const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3');
    return (abortSignal) =>
      new S3Client({ region, maxAttempts: 1 }).send(new GetObjectCommand({ Bucket: 'orders', Key: 'a' }), {
        abortSignal,
      });
  },
  'SDK v3 SQS': () => {
    const { SQSClient, ListQueuesCommand } = require('@aws-sdk/client-sqs');
    return (abortSignal) =>
      new SQSClient({ region, maxAttempts: 1 }).send(new ListQueuesCommand({}), { abortSignal });
  },
  'SDK v3 Lambda': () => {
    const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');
    return (abortSignal) =>
      new LambdaClient({ region, maxAttempts: 1 }).send(new InvokeCommand({ FunctionName: 'orders' }), {
        abortSignal,
      });
  },
  'SDK v3 STS': () => {
    const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
    return (abortSignal) =>
      new STSClient({ region, maxAttempts: 1 }).send(new GetCallerIdentityCommand({}), { abortSignal });
  },
  'SDK v3 by fetch': () => {
    const { DynamoDBClient, ListTablesCommand } = require('@aws-sdk/client-dynamodb');
    const { FetchHttpHandler } = require('@smithy/fetch-http-handler');
    const client = new DynamoDBClient({ region, maxAttempts: 1, requestHandler: new FetchHttpHandler() });
    return (abortSignal) => client.send(new ListTablesCommand({}), { abortSignal });
  },
  'SDK v3 by HTTP/2': () => {
    const { DynamoDBClient, ListTablesCommand } = require('@aws-sdk/client-dynamodb');
    const { NodeHttp2Handler } = require('@smithy/node-http-handler');
    return (abortSignal) =>
      new DynamoDBClient({ region, maxAttempts: 1, requestHandler: new NodeHttp2Handler() }).send(
        new ListTablesCommand({}),
        { abortSignal },
      );
  },
  'SDK v3 Bedrock': () => {
    const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');
    return (abortSignal) =>
      new BedrockRuntimeClient({ region, maxAttempts: 1 }).send(
        new ConverseCommand({ modelId: 'm', messages: [{ role: 'user', content: [{ text: 'hello' }] }] }),
        { abortSignal },
      );
  },
  'SDK v2 DynamoDB': () => {
    const AWS = require('aws-sdk');
    const client = new AWS.DynamoDB({ region, maxRetries: 0 });
    return (signal) => {
      const request = client.listTables();
      signal.addEventListener('abort', () => request.abort());
      return request.promise();
    };
  },
  'SDK v2 S3': () => {
    const AWS = require('aws-sdk');
    const client = new AWS.S3({ region, maxRetries: 0 });
    return (signal) => {
      const request = client.getObject({ Bucket: 'orders', Key: 'a' });
      signal.addEventListener('abort', () => request.abort());
      return request.promise();
    };
  },
  fetch: () => async (signal) => check((await fetch(`https://${dynamodbHost}/`, { signal })).status),
  'undici.request': () => {
    const { request } = require('undici');
    return async (signal) => check((await request(`https://${dynamodbHost}/`, { signal })).statusCode);
  },
  'undici, its own agent': () => {
    const { Agent, request } = require('undici');
    return async (signal) =>
      check((await request(`https://${dynamodbHost}/`, { signal, dispatcher: new Agent() })).statusCode);
  },
  'axios, https': () => {
    const axios = require('axios');
    return async (signal) => check((await axios.get(`https://${dynamodbHost}/`, { signal })).status);
  },
  'axios, http': () => {
    const axios = require('axios');
    return async (signal) => check((await axios.get(`http://${dynamodbHost}/`, { signal })).status);
  },
  'got, HTTP/1.1': () => async (signal) => {
    const { got } = await import('got');
    return check((await got(`https://${dynamodbHost}/`, { signal, retry: { limit: 0 } })).statusCode);
  },
  'got, HTTP/2': () => async (signal) => {
    const { got } = await import('got');
    return check(
      (await got(`https://${dynamodbHost}/`, { http2: true, signal, retry: { limit: 0 } })).statusCode,
    );
  },
  'node:http2': () => (signal) =>
    new Promise((resolve, reject) => {
      const session = http2.connect(`https://${dynamodbHost}`);
      session.on('error', reject);
      const stream = session.request({ ':path': '/' });
      stream.on('error', reject).on('response', (headers) => {
        stream.resume();
        session.destroy();
        try {
          resolve(check(headers[':status']));
        } catch (error) {
          reject(error);
        }
      });
      signal.addEventListener('abort', () => {
        session.destroy();
        reject(signal.reason);
      });
      stream.end();
    }),
  'grpc-js': () => {
    const grpc = require('@grpc/grpc-js');
    return (signal) =>
      new Promise((resolve, reject) => {
        const client = new grpc.Client('us-east-1-pubsub.googleapis.com:443', grpc.credentials.createSsl());
        signal.addEventListener('abort', () => reject(signal.reason));
        const raw = (value) => value;
        client.makeUnaryRequest(
          '/orders.Orders/Find',
          raw,
          raw,
          Buffer.from(''),
          { deadline: Date.now() + longMs },
          (error, value) => {
            client.close();
            if (error) reject(error);
            else resolve(value);
          },
        );
      });
  },
  gaxios: () => {
    const { request } = require('gaxios');
    return async (signal) =>
      check(
        (await request({ url: 'https://us-east-1-pubsub.googleapis.com/', signal, retry: false })).status,
      );
  },
  'Azure Blob Storage': () => {
    const { BlobServiceClient } = require('@azure/storage-blob');
    const client = new BlobServiceClient('https://orders.blob.core.windows.net', undefined, {
      retryOptions: { maxTries: 1 },
    });
    return (abortSignal) => client.getContainerClient('a').getBlobClient('b').getProperties({ abortSignal });
  },
  'Azure Cosmos DB': () => {
    const { CosmosClient } = require('@azure/cosmos');
    return (abortSignal) =>
      new CosmosClient({
        endpoint: 'https://orders.documents.azure.com',
        key: Buffer.from('test').toString('base64'),
        connectionPolicy: { enableEndpointDiscovery: false, retryOptions: { maxRetryAttemptCount: 0 } },
      })
        .database('a')
        .read({ abortSignal });
  },
  'TCP to RDS': () => (signal) =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ host: 'orders.abc.us-east-1.rds.amazonaws.com', port: 5432 });
      signal.addEventListener('abort', () => reject(signal.reason));
      socket.on('error', reject).on('connect', () => {
        socket.write('hello');
        socket.on('close', () => reject(Object.assign(new Error('closed'), { code: 'closed' })));
      });
    }),
};

const faults = ['dns', 'refuse', 'reset', '503', 'throttle', 'silent', 'blackhole'];

function describe(error) {
  const codes = [];
  const seen = new Set();
  for (
    let each = error;
    each && !seen.has(each) && codes.length < 9;
    each = each.cause ?? each.originalError ?? each.errors?.[0]
  ) {
    seen.add(each);
    codes.push(
      each.name,
      each.code,
      each.status ?? each.statusCode ?? each.$metadata?.httpStatusCode ?? each.response?.statusCode,
      each.message,
    );
  }
  return codes.filter(Boolean).map(String).join(' | ').slice(0, 400);
}

const ready = Object.entries(clients).map(([name, create]) => [name, create()]);
await import('got');

for (const how of faults) {
  const outage = regionDown(region, { how, hosts });
  await Promise.all(
    ready.map(async ([client, send]) => {
      const triesAgain = how === 'reset' && client === 'Azure Cosmos DB';
      const limitMs = triesAgain ? cosmosResetMs : (limitsMs[how] ?? longMs);
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(new DOMException('given up', 'TimeoutError')), limitMs);
      let result;
      try {
        const call = send(controller.signal);
        const late = new Promise((resolve, reject) => {
          controller.signal.addEventListener('abort', () =>
            setTimeout(() => reject(controller.signal.reason), 300),
          );
        });
        await Promise.race([call, late]);
        result = { error: '' };
      } catch (error) {
        result = { error: describe(error) };
      }
      clearTimeout(timer);
      console.log(JSON.stringify({ how, client, isLate: controller.signal.aborted, ...result }));
    }),
  );
  outage.restore();
}
process.exit();
