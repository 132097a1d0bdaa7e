import { readFacts } from '../../testing/read-facts.ts';

/** Ways to a class of a module; each code holds `new …({})` of it. */
const imports: readonly (readonly [code: string, client: string])[] = [
  ["import { S3Client } from '@aws-sdk/client-s3'; new S3Client({});", 's3 S3Client'],
  ["import { S3 } from '@aws-sdk/client-s3'; new S3({});", 's3 S3'],
  ["import { S3Client as Store } from '@aws-sdk/client-s3'; new Store({});", 's3 S3Client'],
  ["import * as s3 from '@aws-sdk/client-s3'; new s3.S3Client({});", 's3 S3Client'],
  ["import * as s3 from '@aws-sdk/client-s3'; const { S3Client } = s3; new S3Client({});", 's3 S3Client'],
  ["import s3 from '@aws-sdk/client-s3'; new s3.S3Client({});", 's3 S3Client'],
  ["import { S3Client } from '@aws-sdk/client-s3'; const Store = S3Client; new Store({});", 's3 S3Client'],
  ["const { S3Client } = require('@aws-sdk/client-s3'); new S3Client({});", 's3 S3Client'],
  ["const { S3Client: Store } = require('@aws-sdk/client-s3'); new Store({});", 's3 S3Client'],
  ['const { S3Client } = require(`@aws-sdk/client-s3`); new S3Client({});', 's3 S3Client'],
  ["new (require('@aws-sdk/client-s3').S3Client)({});", 's3 S3Client'],
  ["const s3 = await import('@aws-sdk/client-s3'); new s3.S3Client({});", 's3 S3Client'],
  ["const { S3Client } = await import('@aws-sdk/client-s3'); new S3Client({});", 's3 S3Client'],
  ["import('@aws-sdk/client-s3').then(({ S3Client }) => new S3Client({}));", 's3 S3Client'],
  ["import('@aws-sdk/client-s3').then((s3) => new s3.S3Client({}));", 's3 S3Client'],
  [
    "import { CognitoIdentityProviderClient as C } from '@aws-sdk/client-cognito-identity-provider'; new C({});",
    'cognito-identity-provider CognitoIdentityProviderClient',
  ],
  ["import AWS from 'aws-sdk'; new AWS.S3({});", 's3 S3'],
  ["import * as AWS from 'aws-sdk'; new AWS.S3({});", 's3 S3'],
  ["import { S3 } from 'aws-sdk'; new S3({});", 's3 S3'],
  [
    "const AWS = require('aws-sdk'); new AWS.DynamoDB.DocumentClient({});",
    'dynamodb DynamoDB.DocumentClient',
  ],
  [
    "const { DocumentClient } = require('aws-sdk/clients/dynamodb'); new DocumentClient({});",
    'dynamodb DocumentClient',
  ],
  [
    "const StepFunctions = require('aws-sdk/clients/stepfunctions'); new StepFunctions({});",
    'sfn stepfunctions',
  ],
  ["const AWS = require('aws-xray-sdk').captureAWS(require('aws-sdk')); new AWS.S3({});", 's3 S3'],
  ["import { CosmosClient } from '@azure/cosmos'; new CosmosClient({});", 'cosmos CosmosClient'],
  [
    "import { CosmosClient } from '@azure/cosmos'; new CosmosClient(process.env.COSMOS);",
    'cosmos CosmosClient',
  ],
  [
    "import { BlobServiceClient } from '@azure/storage-blob'; BlobServiceClient.fromConnectionString(text);",
    'storage-blob BlobServiceClient.fromConnectionString',
  ],
  [
    "const { QueueServiceClient: Q } = require('@azure/storage-queue'); const queues = Q.fromConnectionString(text);",
    'storage-queue QueueServiceClient.fromConnectionString',
  ],
  [
    "import * as tables from '@azure/data-tables'; tables.TableClient.fromConnectionString(text, 'orders');",
    'data-tables TableClient.fromConnectionString',
  ],
  [
    "import { getFunctions } from 'firebase/functions'; getFunctions(app, 'europe-west3');",
    'functions getFunctions',
  ],
  ["import { getStorage } from 'firebase-admin/storage'; getStorage().bucket();", 'storage getStorage'],
  ["import { getFirestore } from '@angular/fire/firestore'; getFirestore();", 'firestore getFirestore'],
  ["import firebase from 'firebase/compat/app'; firebase.functions('europe-west3');", 'functions functions'],
  [
    "import firebase from 'firebase/compat/app'; firebase.app().functions('europe-west3');",
    'functions functions',
  ],
  ["const app = require('firebase-admin').initializeApp({}); app.firestore().doc(a);", 'firestore firestore'],
  ["import { AzureOpenAI } from 'openai'; new AzureOpenAI({ apiVersion });", 'openai AzureOpenAI'],
  [
    "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ vertexai: true, project, location: 'us-east4' });",
    'vertexai GoogleGenAI',
  ],
  [
    "const { GoogleGenAI } = require('@google/genai'); new GoogleGenAI({ vertexai: useVertex });",
    'vertexai GoogleGenAI',
  ],
  [
    "const admin = require('firebase-admin'); admin.firestore().doc(a); admin.firestore().doc(b);",
    'firestore firestore',
  ],
];

const noClients = [
  "import { S3Client } from './s3-client.js'; new S3Client({});",
  'class S3Client {} new S3Client({});',
  'new S3Client({});',
  "import { GetObjectCommand } from '@aws-sdk/client-s3'; new GetObjectCommand({});",
  "import { NoSuchKey, S3ServiceException } from '@aws-sdk/client-s3'; new S3ServiceException({});",
  "import AWS from 'aws-sdk'; new AWS.Config({}); new AWS.Credentials({});",
  "import { paginateListObjectsV2 } from '@aws-sdk/client-s3'; paginateListObjectsV2({});",
  "import type { S3Client } from '@aws-sdk/client-s3'; let client: S3Client;",
  "jest.mock('@aws-sdk/client-s3'); new S3Client({});",
  "import { BlobServiceClient } from './blobs.js'; BlobServiceClient.fromConnectionString(text);",
  "import { BlobSASPermissions } from '@azure/storage-blob'; BlobSASPermissions.parse('r');",
  "import { httpsCallable } from 'firebase/functions'; httpsCallable(functions, 'pay');",
  "import { onCall } from 'firebase-functions/v2/https'; onCall({}, pay);",
  "import { getFunctions } from './functions'; getFunctions(app);",
  "import OpenAI from 'openai'; new OpenAI({ apiKey });",
  "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ apiKey });",
  "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ vertexai: false, apiKey });",
  "import express from 'express'; express.app().functions('europe-west3');",
];

/** Where the region of a client comes from, and which regions are written down for it. */
const origins: readonly (readonly [options: string, origin: string, ...regions: string[]])[] = [
  ["{ region: 'us-east-1' }", 'literal', 'us-east-1'],
  ['{ region: `us-east-1` }', 'literal', 'us-east-1'],
  ["{ region: () => 'us-east-1' }", 'literal', 'us-east-1'],
  ["{ region: async () => 'us-east-1' }", 'literal', 'us-east-1'],
  ['{ region: `${REGION}` }', 'literal', 'us-east-1'],
  ['{ region: REGION }', 'literal', 'us-east-1'],
  ['{ region: config.aws.region }', 'literal', 'us-east-1'],
  ['{ region: Region.Home }', 'literal', 'us-east-1'],
  ['{ region: Names.HOME }', 'literal', 'us-east-1'],
  ['config.aws', 'literal', 'us-east-1'],
  ['{ ...config.aws }', 'literal', 'us-east-1'],
  ['{ maxAttempts: 5, ...config.aws }', 'literal', 'us-east-1'],
  ["{ region: 'us-east-1', ...(isLocal && { endpoint }) }", 'literal', 'us-east-1'],
  ["{ region: isBlue ? 'us-east-1' : 'us-west-2' }", 'literal', 'us-east-1', 'us-west-2'],
  ["{ region: process.env.AWS_REGION ?? 'us-east-1' }", 'fallback', 'us-east-1'],
  ["{ region: process.env.AWS_REGION || process.env.REGION || 'us-east-1' }", 'fallback', 'us-east-1'],
  ["{ region: process.env.AWS_REGION ? process.env.AWS_REGION : 'us-east-1' }", 'fallback', 'us-east-1'],
  ['{ region: process.env.AWS_REGION }', 'environment'],
  ['{ region: process.env.AWS_REGION! }', 'environment'],
  ['{ region: import.meta.env.VITE_REGION }', 'environment'],
  ["{ region: env('AWS_REGION') }", 'environment'],
  ['{ ...config.aws, region: process.env.AWS_REGION }', 'environment'],
  ['', 'omitted'],
  ['{}', 'omitted'],
  ['{ region: undefined }', 'omitted'],
  ['{ maxAttempts: 5 }', 'omitted'],
  ['{ region: parameter }', 'parameter'],
  ['{ region: parameter.region }', 'parameter'],
  ["{ region: parameter ?? 'us-east-1' }", 'parameter', 'us-east-1'],
  ['{ region: byDefault }', 'parameter', 'us-east-1'],
  ['parameter', 'parameter'],
  ['{ region: load() }', 'unknown'],
  ['{ region: imported }', 'unknown'],
  ['imported', 'unknown'],
  ['{ ...imported }', 'unknown'],
  ["{ region: 'us-east-1', ...imported }", 'unknown'],
  ['{ region: changing }', 'unknown'],
];

describe('a client', () => {
  it.each(imports)('is found: %s', (code, expected) => {
    const { clientSites } = readFacts(code, { filename: 'src/orders.ts' });
    expect(clientSites.map(({ service, className }) => `${service} ${className}`)).toEqual([expected]);
  });

  it.each([
    [
      "import { getFunctions } from 'firebase/functions'; getFunctions(app, 'europe-west3');",
      'literal',
      ['europe-west3'],
    ],
    [
      "import { getFunctions } from 'firebase/functions'; getFunctions(app, process.env.REGION);",
      'environment',
      [],
    ],
    ["import { getFunctions } from 'firebase/functions'; getFunctions(app);", 'unknown', []],
    [
      "import firebase from 'firebase/compat/app'; firebase.app('shop').functions('asia-east2');",
      'literal',
      ['asia-east2'],
    ],
    [
      "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ vertexai: true, location: 'us-east4' });",
      'literal',
      ['us-east4'],
    ],
    [
      "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ vertexai: true, location: 'global' });",
      'unknown',
      [],
    ],
    ["import { AzureOpenAI } from 'openai'; new AzureOpenAI({ endpoint, apiVersion });", 'unknown', []],
    ["import { getStorage } from 'firebase/storage'; getStorage(app, 'gs://europe-west3');", 'unknown', []],
    [
      "import { QueueServiceClient as Q } from '@azure/storage-queue'; Q.fromConnectionString(text);",
      'unknown',
      [],
    ],
  ])('of Azure or Firebase has a region where one is given: %s', (code, origin, regions) => {
    expect(readFacts(code).clientSites).toMatchObject([{ origin, regions, failover: 'unknown' }]);
  });

  it('is found by import x = require()', () => {
    const code = "import s3 = require('@aws-sdk/client-s3'); new s3.S3Client({});";
    expect(readFacts(code, { filename: 'src/orders.cts' }).clientSites).toHaveLength(1);
  });

  it.each(noClients)('is not found: %s', (code) => {
    expect(readFacts(code).clientSites).toEqual([]);
  });

  it.each(origins)('with %s has its region from: %s', (options, origin, ...regions) => {
    const code = `
      import { S3Client } from '@aws-sdk/client-s3';
      import { imported } from './config.js';
      const REGION = 'us-east-1';
      const config = { aws: { region: 'us-east-1' } };
      enum Region { Home = 'us-east-1' }
      class Names { static HOME = 'us-east-1'; }
      let changing = 'us-east-1';
      changing = load();
      export const create = (parameter, byDefault = 'us-east-1') => new S3Client(${options});`;
    const [client] = readFacts(code).clientSites;
    expect([client?.origin, ...(client?.regions ?? [])]).toEqual([origin, ...regions]);
  });
});

it('an operation is found by its command and by its method', () => {
  const code = `
    import { ListBucketsCommand, S3 } from '@aws-sdk/client-s3';
    const s3 = new S3({});
    s3.createBucket({});
    s3.send(new ListBucketsCommand({}));`;
  expect(readFacts(code).operationSites.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
    's3 CreateBucket',
    's3 Send',
    's3 ListBuckets',
  ]);
});
