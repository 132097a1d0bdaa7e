import type { Case } from './cases.ts';

/** Kinds that once were missed, or reported without need: each with what is like it, and is judged the other way. */
export const kinds: readonly Case[] = [
  {
    name: 'an entry of a map for all regions that it does not have',
    code: [
      'export function layerFor(region: string): string {',
      '  const layers: Record<string, string> = {',
      "    'us-east-1': 'arn:aws:lambda:us-east-1:111122223333:layer:Trace:7',",
      "    'eu-west-1': 'arn:aws:lambda:eu-west-1:111122223333:layer:Trace:7',",
      "    'ap-south-1': 'arn:aws:lambda:ap-south-1:111122223333:layer:Trace:7',",
      '  };',
      "  return layers[region] ?? layers['us-east-1'];",
      '}',
    ],
    reports: ['no-region-fallback:7'],
  },
  {
    name: 'an entry of a map behind a condition, and of a Map',
    code: [
      "const endpoint = region in hosts ? hosts[region] : hosts['eu-west-1'];",
      "const bucket = buckets.get(region) || buckets.get('us-west-2');",
      'open(endpoint, bucket);',
    ],
    reports: ['no-region-fallback:1', 'no-region-fallback:2'],
  },
  {
    name: 'an entry of a map that is meant, and one of another map',
    code: [
      "const home = hosts['eu-west-1'];",
      "const other = names[region] ?? hosts['eu-west-1'];",
      'open(home, other);',
    ],
    reports: [],
  },
  {
    name: 'what a function returns when the region cannot be asked for',
    code: [
      'export async function whereAmI(metadata: Metadata) {',
      '  try {',
      "    return await metadata.read('placement/region');",
      '  } catch {',
      "    return 'us-west-2';",
      '  }',
      '}',
    ],
    reports: ['no-region-fallback:5'],
  },
  {
    name: 'what a function returns when the environment says nothing',
    code: [
      'export function place() {',
      '  if (process.env.SHOP_REGION) return process.env.SHOP_REGION;',
      "  return 'eu-central-1';",
      '}',
    ],
    reports: ['no-region-fallback:3'],
  },
  {
    name: 'a region that is returned for an error that names it',
    code: [
      'export function explain(problem: Error) {',
      "  if (problem.message === 'wrong place') return 'eu-central-1';",
      '  return undefined;',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a function that always says the same region, also in a folder of settings',
    filename: 'src/settings/place.ts',
    code: ["export const getRegion = () => 'ap-southeast-2';"],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'a default in a function that config exports',
    filename: 'src/config/shop.config.ts',
    code: ["export default () => ({ orders: { region: process.env.ORDERS_REGION || 'eu-west-1' } });"],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'a default in a getter of config, which is where defaults belong',
    filename: 'src/config/regions.ts',
    code: [
      'export const regions = {',
      "  get orders() { return process.env.ORDERS_REGION ?? 'eu-west-1'; },",
      '};',
    ],
    reports: [],
  },
  {
    name: 'a default of a reader, whatever it is called',
    code: [
      "export const a = settings.getProperty('shop.region', 'eu-west-1');",
      "export const b = env.read('SHOP_REGION').optional('eu-west-1');",
      "export const c = settings.getProperty('shop.name', 'eu-west-1');",
    ],
    reports: ['no-region-fallback:1', 'no-region-fallback:2'],
  },
  {
    name: 'a region for the case that the caller has none, in an else branch',
    code: [
      "import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';",
      'export function connect(given: string | undefined, profile: string | undefined) {',
      '  const options: SQSClientConfig = { profile };',
      '  if (given) options.region = given;',
      "  else if (!profile) options.region = 'us-east-1';",
      '  return new SQSClient(options);',
      '}',
    ],
    reports: ['no-region-fallback:5', 'require-client-timeout:6'],
  },
  {
    name: 'a text that is searched for',
    code: [
      'export const move = (image: string, to: string) =>',
      "  image.replace('111122223333.dkr.ecr.eu-west-1.amazonaws.com', to).split('sqs.eu-west-1.amazonaws.com').join(to);",
    ],
    reports: [],
  },
  {
    name: 'a text that takes the place of what is searched for',
    code: [
      "export const pin = (text: string) => fetch(text.replace('HOST', 'https://sqs.eu-west-1.amazonaws.com'));",
    ],
    reports: ['no-hardcoded-endpoint:1'],
  },
  {
    name: 'a recorded event, to try a handler with',
    filename: 'scripts/try.ts',
    code: [
      "import { handler } from '../src/handler';",
      'await handler({',
      "  Records: [{ eventSource: 'aws:sqs', eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:orders', awsRegion: 'eu-west-1' }],",
      '});',
    ],
    reports: [],
  },
  {
    name: 'what S3 answers, in the words of the SDK',
    code: [
      "export const a = (found: Found) => found.BucketRegion || 'us-east-1';",
      "export const b = (found: Found) => (found.LocationConstraint === 'EU' ? 'eu-west-1' : found.LocationConstraint);",
    ],
    reports: [],
  },
  {
    name: 'a script for a machine',
    code: [
      "import { UserData } from 'aws-cdk-lib/aws-ec2';",
      "UserData.custom('#!/bin/sh\\ncurl -sO https://s3.amazonaws.com/agent/install.sh');",
    ],
    reports: [],
  },
  {
    name: 'a client of DynamoDB whose endpoint comes from the environment',
    code: [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
      "export const db = new DynamoDBClient({ endpoint: process.env.TABLES, region: 'eu-west-1' });",
    ],
    reports: ['no-hardcoded-region:2', 'require-client-failover:2', 'require-client-timeout:2'],
  },
  {
    name: 'a client of a store whose endpoint comes from the environment, and of a database on this machine',
    code: [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
      "import { S3Client } from '@aws-sdk/client-s3';",
      "export const store = new S3Client({ endpoint: process.env.STORE, region: 'eu-west-1' });",
      "export const db = new DynamoDBClient({ endpoint: 'http://localhost:8000', region: 'eu-west-1' });",
    ],
    reports: [],
  },
  {
    name: 'the store of another vendor',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "export const r2 = new S3Client({ region: 'auto', endpoint: `https://${account}.r2.cloudflarestorage.com` });",
    ],
    reports: [],
  },
  {
    name: 'a client that only signs',
    code: [
      "import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';",
      "import { getSignedUrl } from '@aws-sdk/s3-request-presigner';",
      'const signer = new S3Client({});',
      'export const link = (Key: string) => getSignedUrl(signer, new GetObjectCommand({ Bucket: bucket, Key }));',
    ],
    settings: { failover: 'client' },
    reports: [],
  },
  {
    name: 'a client that signs and sends',
    code: [
      "import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';",
      "import { getSignedUrl } from '@aws-sdk/s3-request-presigner';",
      'const client = new S3Client({});',
      'export const link = (command: GetObjectCommand) => getSignedUrl(client, command);',
      'export const get = (command: GetObjectCommand) => client.send(command);',
    ],
    settings: { failover: 'client' },
    reports: ['require-client-failover:3', 'require-client-timeout:3'],
  },
  {
    name: 'the options of a client, through a function of the project',
    code: [
      "import { SNSClient } from '@aws-sdk/client-sns';",
      "import { withTracing } from './tracing';",
      "export const sns = new SNSClient(withTracing({ region: 'eu-west-1' }));",
    ],
    reports: ['no-hardcoded-region:3', 'require-client-failover:3'],
  },
  {
    name: 'a constant of the SDK that spells a region',
    code: [
      "import * as aws from '@pulumi/aws';",
      "new aws.Provider('orders', { region: aws.Region.EUWest1 });",
      "new aws.Provider('shop', { region: config.require('region') });",
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'one member of an enum, out of many regions',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "enum Region { Ireland = 'eu-west-1', Paris = 'eu-west-3', Milan = 'eu-south-1' }",
      'export const s3 = new S3Client({ region: Region.Paris });',
    ],
    reports: ['no-hardcoded-region:3', 'require-client-failover:3', 'require-client-timeout:3'],
  },
  {
    name: 'two members of an enum, for two clients',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "enum Region { Ireland = 'eu-west-1', Paris = 'eu-west-3', Milan = 'eu-south-1' }",
      'export const clients = [new S3Client({ region: Region.Paris }), new S3Client({ region: Region.Milan })];',
    ],
    reports: ['require-client-timeout:3', 'require-client-timeout:3'],
  },
  {
    name: 'an argument for a parameter that is called a region, and is handed on',
    code: [
      'class Store {',
      '  open(name: string, region: string) { return this.transport({ name, region }); }',
      "  list() { return this.open('all', 'us-east-1'); }",
      '}',
      'export { Store };',
    ],
    reports: ['no-hardcoded-region:3'],
  },
  {
    name: 'an argument for a parameter that is only looked up',
    code: [
      'function label(region: string) { return names[region]; }',
      "export const title = label('us-east-1');",
    ],
    reports: [],
  },
  {
    name: 'a signature that is made by hand',
    code: [
      'const scope = `${day}/eu-west-1/s3/aws4_request`;',
      "const key = sign(sign(secret, day), 'eu-west-1');",
      'send(scope, key);',
    ],
    reports: ['no-hardcoded-region:1', 'no-hardcoded-region:2'],
  },
  {
    name: 'hosts of Azure',
    code: [
      "fetch('https://northeurope.api.cognitive.microsoft.com/vision/v3.2/read/analyze');",
      "fetch('https://westus2.tts.speech.microsoft.com/cognitiveservices/v1');",
      "fetch('https://orders.happyhill.westeurope.azurecontainerapps.io/health');",
      "fetch('https://shop-westeurope.azurewebsites.net/health');",
    ],
    reports: ['no-hardcoded-endpoint:1', 'no-hardcoded-endpoint:2', 'no-hardcoded-endpoint:3'],
  },
  {
    name: 'the region of a key for speech',
    code: [
      "import { SpeechConfig } from 'microsoft-cognitiveservices-speech-sdk';",
      "export const speech = SpeechConfig.fromSubscription(key, 'uksouth');",
      "fetch(url, { headers: { 'Ocp-Apim-Subscription-Region': 'uksouth' } });",
    ],
    reports: ['no-hardcoded-region:2', 'no-hardcoded-region:3'],
  },
  {
    name: "the functions of Firebase, and of something else's",
    code: [
      "export const calls = firebase.app().functions('europe-west3');",
      "export const shown = page.functions('europe-west3', 'all');",
    ],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'an app of Firebase in a variable, and functions of another',
    code: [
      "import firebase from 'firebase/compat/app';",
      'const shop = firebase.initializeApp(keys);',
      "export const pay = shop.functions('asia-northeast1').httpsCallable('pay');",
      "export const grid = sheet.functions('SUM', 'asia-northeast1');",
    ],
    reports: ['no-hardcoded-region:3'],
  },
  {
    name: 'an endpoint of a store that only a setting gives, and one for the developer',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'export const files = new S3Client({',
      '  ...(process.env.STORE_URL && { endpoint: process.env.STORE_URL }),',
      "  region: process.env.STORE_REGION || 'eu-west-1',",
      '});',
      'export const uploads = new S3Client({',
      '  ...(isOffline ? { endpoint: process.env.STORE_URL } : {}),',
      "  region: process.env.STORE_REGION || 'eu-west-1',",
      '});',
    ],
    reports: ['no-region-fallback:8', 'require-client-timeout:6'],
  },
  {
    name: 'an endpoint of a queue that only a setting gives',
    code: [
      "import { SQSClient } from '@aws-sdk/client-sqs';",
      'export const jobs = new SQSClient({',
      '  ...(process.env.QUEUE_URL && { endpoint: process.env.QUEUE_URL }),',
      "  region: process.env.QUEUE_REGION || 'eu-west-1',",
      '});',
    ],
    reports: ['no-region-fallback:4', 'require-client-timeout:2'],
  },
  {
    name: 'what SNS delivers, and the source that Lambda is given',
    code: [
      'handle({ Records: [{',
      "  EventSource: 'aws:sns',",
      "  EventSubscriptionArn: 'arn:aws:sns:eu-west-1:111122223333:orders:5f',",
      "  Sns: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders', SigningCertUrl: 'https://sns.eu-west-1.amazonaws.com/a.pem' },",
      '}] });',
      "map({ EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:orders', FunctionName: 'orders' });",
    ],
    reports: ['no-hardcoded-arn:6'],
  },
  {
    name: 'an address in a query, and one that the database calls',
    code: [
      "await sql(`SELECT id FROM files WHERE url NOT LIKE 'https://shop.s3.eu-west-1.amazonaws.com/%'`);",
      "await sql(\"UPDATE files SET url = replace(url, 'http:', 'https://shop.s3.eu-west-1.amazonaws.com')\");",
      'await sql("SELECT net.http_post(url := \'https://sqs.eu-west-1.amazonaws.com/111122223333/orders\') FROM jobs");',
      "await open('https://sqs.eu-west-1.amazonaws.com/111122223333/orders');",
    ],
    reports: ['no-hardcoded-endpoint:3', 'no-hardcoded-endpoint:4'],
  },
  {
    name: 'a picture, and a file that a program reads',
    code: [
      "mail({ logoUrl: 'https://shop.s3.eu-west-1.amazonaws.com/logo.png' });",
      "mail({ imageService: 'https://shop.s3.eu-west-1.amazonaws.com/resize' });",
      "load({ prices: 'https://shop.s3.eu-west-1.amazonaws.com/prices.json' });",
    ],
    reports: ['no-hardcoded-endpoint:2', 'no-hardcoded-endpoint:3'],
  },
  {
    name: 'a default beside the host of AWS that is built from the same setting',
    code: [
      "import AWS from 'aws-sdk';",
      'export const mail = new AWS.SES({',
      "  region: settings.HOME_REGION || 'us-west-2',",
      "  endpoint: `https://email.${settings.HOME_REGION || 'us-west-2'}.amazonaws.com`,",
      '});',
    ],
    reports: ['no-region-fallback:3', 'no-region-fallback:4'],
  },
  {
    name: 'a region that a framework provides',
    code: [
      "import { REGION } from '@angular/fire/compat/functions';",
      "export const providers = [{ provide: REGION, useValue: 'europe-west3' }, { provide: NAME, useValue: 'europe-west3' }];",
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'templates with a tag that makes a text',
    code: [
      'export const arn = pulumi.interpolate`arn:aws:sns:eu-west-1:111122223333:${topic.name}`;',
      'export const query = gql`query { queue(arn: "arn:aws:sqs:eu-west-1:111122223333:orders") { url } }`;',
    ],
    reports: ['no-hardcoded-arn:1'],
  },
  {
    name: 'a model of one geography, while the region comes from a setting',
    code: [
      "import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';",
      'const bedrock = new BedrockRuntimeClient({ region: process.env.MODEL_REGION });',
      "export const ask = () => bedrock.send(converse({ modelId: 'us.anthropic.claude-sonnet-4-20250514-v1:0' }));",
      "export const askAnywhere = () => bedrock.send(converse({ modelId: 'global.anthropic.claude-sonnet-4-20250514-v1:0' }));",
    ],
    reports: ['no-hardcoded-arn:3', 'require-client-timeout:2'],
  },
  {
    name: 'a host whose end is computed',
    code: ["export const url = `https://${bucket}.s3.${region || 'eu-west-1'}.${domain}`;"],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'a region that goes into code which a template writes',
    code: [
      "const FUNCTION_REGION = 'europe-west3';",
      "export const code = `exports.shop = functions.region('${FUNCTION_REGION}').https.onRequest(shop);`;",
    ],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'a region that is told to people',
    code: [
      "const PLACE_REGION = 'europe-west3';",
      'export const line = `It runs in region ${PLACE_REGION}.`;',
    ],
    reports: [],
  },
  {
    name: 'the name of a stage, which is no set-up of tests',
    code: ["process.env.STAGE = 'test';", "process.env.AWS_REGION = 'eu-west-1';"],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'the set-up of a test runner',
    filename: 'jest.environment.ts',
    code: ["process.env.AWS_REGION = 'eu-west-1';"],
    reports: [],
  },
  {
    name: 'clients of Google Cloud and Azure that say nothing of a region',
    code: [
      "import { BlobServiceClient } from '@azure/storage-blob';",
      "import { Storage } from '@google-cloud/storage';",
      'export const blobs = BlobServiceClient.fromConnectionString(connection);',
      'export const files = new Storage();',
    ],
    settings: { failover: 'client' },
    reports: [],
  },
  {
    name: 'functions that return the region always, in an object that is handed out',
    code: [
      "const getRegion = () => 'eu-west-3';",
      "const region = 'eu-west-3';",
      "const getLabel = () => 'eu-west-3';",
      'module.exports = { getRegion, region, getLabel };',
    ],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'a function that returns the region always, written where it is handed out',
    code: [
      'module.exports = {',
      "  getHomeRegion: () => 'eu-west-3',",
      "  describeRegion: (id) => (id === 'eu-west-3' ? 'Paris' : id),",
      '};',
    ],
    reports: ['no-hardcoded-region:2'],
  },
];
