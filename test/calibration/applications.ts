import type { Case } from './cases.ts';

/** Met in applications: settings of other vendors, forms, alarms, scripts, made-up accounts; and what has to be told from them. */
export const applications: readonly Case[] = [
  {
    name: 'defaults of stores of other vendors beside one of AWS',
    code: [
      'export const settings = {',
      "  aws: { region: process.env.AWS_REGION || 'us-east-1' },",
      "  wasabi: { region: process.env.WASABI_REGION || 'us-east-1' },",
      "  digitalOcean: { region: process.env.DIGITALOCEAN_REGION || 'us-east-1' },",
      '};',
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'a setting of a vendor, and one of our own, in a schema',
    code: [
      "import { z } from 'zod';",
      'export const env = z.object({',
      "  DO_SPACES_REGION: z.string().default('us-east-1'),",
      "  ORDERS_REGION: z.string().default('us-east-1'),",
      '});',
    ],
    reports: ['no-region-fallback:4'],
  },
  {
    name: 'a default host of another vendor, without a scheme',
    code: [
      "export function sign({ host = 'shop.fra1.digitaloceanspaces.com', region = 'us-east-1' }) {",
      '  return createSigner({ host, region });',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a default beside default credentials that open nothing',
    code: [
      'export const readSettings = (raw) => ({',
      "  storeAccessKeyId: raw.storeAccessKeyId ?? 'admin',",
      "  storeSecretAccessKey: raw.storeSecretAccessKey ?? 'password',",
      "  storeRegion: raw.storeRegion ?? 'us-east-1',",
      "  mailRegion: raw.mailRegion ?? 'us-east-1',",
      '});',
    ],
    reports: ['no-region-fallback:5'],
  },
  {
    name: 'a field of a form, and a question in a terminal',
    code: [
      'export const fields = [',
      "  { label: 'Region', name: 'region', type: 'options', default: 'us-east-1' },",
      '];',
      'await ask([',
      "  { name: 'region', default: 'us-east-1' },",
      ']);',
    ],
    reports: ['no-region-fallback:5'],
  },
  {
    name: 'settings for convict that another file hands to it',
    code: [
      'export const schema = {',
      "  mail: { region: { doc: 'Where mail is sent', format: names, default: 'eu-west-1', env: 'AWS_REGION' } },",
      '};',
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'an answer that tells the region, and a client that takes it',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "app.get('/health', (req, res) => {",
      "  res.json({ status: 'up', region: process.env.AWS_REGION || 'eu-west-1' });",
      '});',
      "export const store = new S3Client({ region: process.env.AWS_REGION || 'eu-west-1' });",
    ],
    reports: ['no-region-fallback:5', 'require-client-timeout:5'],
  },
  {
    name: 'links to the console in the text of an alarm',
    code: [
      "import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';",
      "new Alarm(this, 'Dead', {",
      '  metric,',
      '  threshold: 1,',
      '  evaluationPeriods: 1,',
      '  alarmDescription:',
      "    'Orders are stuck. ' +",
      '    `Queue: https://eu-west-1.console.aws.amazon.com/sqs/v2/home#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F1%2F${name}`,',
      '});',
      "new Alarm(this, 'Failed', {",
      '  metric,',
      '  threshold: 1,',
      '  evaluationPeriods: 1,',
      '  alarmDescription: `Look at arn:aws:states:eu-west-1:210987654321:stateMachine:orders-${stage}`,',
      '});',
    ],
    reports: [],
  },
  {
    name: 'a script for a new machine, and the address that another is given',
    code: [
      "import { Instance } from '@pulumi/aws/ec2';",
      "new Instance('worker', {",
      '  userData: `#!/bin/bash',
      'yum install -y https://s3.amazonaws.com/ec2-downloads-windows/SSMAgent/latest/agent.rpm',
      'curl https://sqs.us-east-1.amazonaws.com/210987654321/orders`,',
      '});',
      "await receive({ queueUrl: 'https://sqs.us-east-1.amazonaws.com/210987654321/orders' });",
    ],
    reports: ['no-hardcoded-endpoint:7'],
  },
  {
    name: 'ARNs of accounts that do not exist, and of one that may',
    code: [
      "invoke({ invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:local' });",
      "deploy({ certificateArn: 'arn:aws:acm:eu-west-2:XXXXXX:certificate/xxxxx-xxxxx' });",
      "deploy({ certificateArn: 'arn:aws:acm:eu-west-2:210987654321:certificate/1f2e' });",
    ],
    reports: ['no-hardcoded-arn:3'],
  },
  {
    name: 'a provider for a function at the edge',
    code: [
      "import * as aws from '@pulumi/aws';",
      'const trust = { Principal: aws.iam.Principals.EdgeLambdaPrincipal };',
      "const provider = new aws.Provider('virginia', { region: 'us-east-1' });",
      "new aws.lambda.Function('router', { role: role(trust) }, { provider });",
    ],
    reports: [],
  },
  {
    name: 'a region that is compared elsewhere, or none',
    code: [
      "const isAmerican = (region?: string) => region === 'us-east-2';",
      "const region = team.isAmerican ? 'us-east-2' : undefined;",
      'export const getStore = () => openStore(region, isAmerican(region));',
    ],
    reports: [],
  },
  {
    name: 'a region for one stage, or none',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "const region = isProduction ? 'us-east-2' : undefined;",
      'export const store = new S3Client({ region, requestHandler: { requestTimeout: 1000, throwOnRequestTimeout: true } });',
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'a location of Azure in a file that speaks of its speech service only',
    code: [
      "import { SpeechRecognizer } from 'microsoft-cognitiveservices-speech-sdk';",
      "const region: string = 'switzerlandnorth';",
      'export const listen = (token: string) => createRecognizer(token, region, SpeechRecognizer);',
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'a zone in a config module of CommonJS',
    filename: 'config.js',
    code: ["module.exports = ({ stage }) => ({ stage, zone: () => 'us-east-1a' });"],
    reports: [],
  },
  {
    name: 'a resource that has the name of a host, and a URL that is called a name',
    code: [
      "grant({ Name: 'shop.example.org.s3.us-east-1.amazonaws.com' });",
      "grant({ name: 'https://shop.s3.us-east-1.amazonaws.com/' });",
    ],
    reports: ['no-hardcoded-endpoint:2'],
  },
  {
    name: 'an object with a region that a function makes, and a function that is the region',
    code: [
      "module.exports.stack = () => ({ name: 'orders', region: 'us-west-2' });",
      "module.exports.getRegion = () => 'us-west-2';",
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'a script in one part of many that a new machine is given',
    code: [
      'start(`--parts',
      'Content-Type: text/x-shellscript',
      '#!/bin/bash',
      'API_SERVER=https://4d1.gr7.us-east-1.eks.amazonaws.com',
      '--parts--`);',
    ],
    reports: [],
  },
  {
    name: 'CommonJS that a compiler has written, committed beside its source',
    filename: 'functions/lib/index.js',
    code: [
      '"use strict";',
      'Object.defineProperty(exports, "__esModule", { value: true });',
      'exports.pay = void 0;',
      'const https_1 = require("firebase-functions/v2/https");',
      'exports.pay = (0, https_1.onCall)({ region: "europe-west3" }, () => charge());',
    ],
    reports: [],
  },
  {
    name: 'CommonJS with helpers of a compiler at its top',
    filename: 'lib/orders.js',
    code: [
      '"use strict";',
      'var __awaiter = (this && this.__awaiter) || function (thisArg, args, P, generator) { return run(thisArg, args, P, generator); };',
      'const { SQSClient } = require("@aws-sdk/client-sqs");',
      'exports.queue = new SQSClient({ region: "eu-west-3" });',
    ],
    reports: [],
  },
  {
    name: 'CommonJS that somebody wrote',
    filename: 'lib/orders.js',
    code: [
      "'use strict';",
      "const { SQSClient } = require('@aws-sdk/client-sqs');",
      "exports.queue = new SQSClient({ region: 'eu-west-3' });",
    ],
    reports: ['no-hardcoded-region:3', 'require-client-failover:3', 'require-client-timeout:3'],
  },
  {
    name: 'what the tools of a deployment left behind',
    filename: '.aws-sam/build/Orders/app.js',
    code: ["fetch('https://sqs.eu-west-3.amazonaws.com/210987654321/orders');"],
    reports: [],
  },
  {
    name: 'a smoke test beside the scripts',
    filename: 'scripts/smoke-checkout.js',
    code: [
      "const base = process.env.BASE_URL || 'https://a1b2c3d4e5.execute-api.eu-west-3.amazonaws.com';",
      'check(base);',
    ],
    reports: [],
  },
  {
    name: 'a script beside the smoke test',
    filename: 'scripts/warm-checkout.js',
    code: [
      "const base = process.env.BASE_URL || 'https://a1b2c3d4e5.execute-api.eu-west-3.amazonaws.com';",
      'check(base);',
    ],
    reports: ['no-hardcoded-endpoint:1'],
  },
  {
    name: 'the proxy of a development server, and a proxy that runs',
    filename: 'tooling.ts',
    code: [
      'export default defineTooling({',
      "  server: { port: 5000, proxy: { '/api': { target: 'https://a1b2c3d4e5.execute-api.eu-west-3.amazonaws.com' } } },",
      '});',
      "app.use(createProxy({ target: 'https://a1b2c3d4e5.execute-api.eu-west-3.amazonaws.com' }));",
    ],
    reports: ['no-hardcoded-endpoint:4'],
  },
  {
    name: 'an answer that is made up, with an account of one digit',
    code: [
      'answer({ domainArn: `arn:aws:amplify:eu-west-3:11111:apps/${id}/domains/${name}` });',
      'answer({ domainArn: `arn:aws:amplify:eu-west-3:210987654321:apps/${id}/domains/${name}` });',
    ],
    reports: ['no-hardcoded-arn:2'],
  },
  {
    name: 'a URL that a method returns when nobody has set one, and a host that it names',
    code: [
      'export class Login {',
      '  getSettings(stored: Stored) {',
      "    return { redirect: stored.redirect || 'https://europe-west3-shop.cloudfunctions.net/login' };",
      '  }',
      '  getHost() {',
      "    return { host: 'europe-west3-shop.cloudfunctions.net' };",
      '  }',
      '}',
    ],
    reports: ['no-hardcoded-endpoint:3'],
  },
];
