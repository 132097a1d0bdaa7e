/**
 * Code as it was met in public repositories, told in our own words, and what the rules should say of it.
 * Each case was once judged by reading; a change that turns a verdict round has to be read again.
 */
export interface Case {
  name: string;
  /** One string a line, so that the lines below are easy to count. */
  code: readonly string[];
  /** Relative to the linted folder; `app.ts` unless the name matters. */
  filename?: string;
  /** `settings['multi-region']`. */
  settings?: Readonly<Record<string, unknown>>;
  /** `rule:line` for every report of the strict preset's rules, in any order. */
  reports: readonly string[];
}

/** What once was reported and should not be. */
export const falseAlarms: readonly Case[] = [
  {
    name: 'a map of partitions with one region in each row',
    code: [
      "import { CfnMapping } from 'aws-cdk-lib';",
      "new CfnMapping(this, 'Home', {",
      '  mapping: {',
      "    aws: { regionName: 'us-east-1' },",
      "    'aws-us-gov': { regionName: 'us-gov-west-1' },",
      "    'aws-cn': { regionName: 'cn-northwest-1' },",
      '  },',
      '});',
    ],
    reports: [],
  },
  {
    name: 'two clusters in two Azure locations, on purpose',
    code: [
      "import { ManagedCluster } from '@pulumi/azure-native/containerservice';",
      'const clusters = [',
      "  { name: 'east', location: 'eastus', nodes: 2 },",
      "  { name: 'west', location: 'westus', nodes: 5 },",
      '];',
      'clusters.map(({ name, location }) => new ManagedCluster(name, { location }));',
    ],
    reports: [],
  },
  {
    name: 'the placeholder of an input',
    code: [
      'export const fields = {',
      "  awsRegion: { label: 'AWS Region', placeholder: 'us-east-1' },",
      "  baseUrl: { label: 'Endpoint', placeholder: 'https://bedrock-runtime.us-east-1.amazonaws.com' },",
      '};',
      'render(fields);',
    ],
    reports: [],
  },
  {
    name: 'a table of placeholders, read by the key of a field',
    code: [
      'const FIELD_PLACEHOLDERS: Partial<Record<Field, string>> = {',
      "  apiKey: 'sk-...',",
      "  awsRegion: 'us-east-1',",
      "  gcpRegion: 'us-central1',",
      '};',
      "export const hint = (field: Field) => texts[field] ?? FIELD_PLACEHOLDERS[field] ?? '';",
    ],
    reports: [],
  },
  {
    name: 'an example in the description of a JSON schema',
    code: [
      'defineSchema({',
      '  kmsKeyArn: {',
      "    type: 'string',",
      "    description: `Key for the variables.\n@example 'arn:aws:kms:us-east-1:123456789012:key/abc'`,",
      '  },',
      '});',
    ],
    reports: [],
  },
  {
    name: 'a list of model ARNs in one text',
    code: [
      'export function modelArns(model: string) {',
      '  return `arn:aws:bedrock:us-east-1::foundation-model/${model},` +',
      '    `arn:aws:bedrock:us-east-2::foundation-model/${model},` +',
      '    `arn:aws:bedrock:us-west-2::foundation-model/${model}`;',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a file to download, with pictures in it, as a data URI',
    code: [
      "const template = 'data:text/csv;charset=utf-8,' +",
      '  `id;title;image',
      '1;Cup;https://shop-images.s3.eu-west-1.amazonaws.com/cup.png`;',
      'export const getTemplate = () => encodeURI(template);',
    ],
    reports: [],
  },
  {
    name: 'a zone of a vendor whose zones look like those of AWS',
    code: [
      "import * as alicloud from '@pulumi/alicloud';",
      "new alicloud.vpc.Switch('web', { zoneId: 'us-east-1a', cidrBlock: '10.0.0.0/24' });",
    ],
    reports: [],
  },
  {
    name: 'attributes of log lines',
    code: [
      "import { Logger } from '@aws-lambda-powertools/logger';",
      "const logger = new Logger({ persistentLogAttributes: { aws_region: 'eu-west-1' } });",
      "logger.appendKeys({ region: 'eu-west-1' });",
    ],
    reports: [],
  },
  {
    name: 'a type test, a fuzzer and a benchmark',
    filename: 'packages/rds/index.tst.ts',
    code: ["connect({ host: 'orders.cluster-abc.us-east-1.rds.amazonaws.com' });"],
    reports: [],
  },
  {
    name: 'a benchmark, by its suffix',
    filename: 'packages/rds/index.perf.js',
    code: ["connect({ host: 'orders.cluster-abc.us-east-1.rds.amazonaws.com' });"],
    reports: [],
  },
  {
    name: 'a file about speed is no benchmark',
    filename: 'src/web-perf.js',
    code: ["connect({ host: 'orders.cluster-abc.us-east-1.rds.amazonaws.com' });"],
    reports: ['no-hardcoded-endpoint:1'],
  },
  {
    name: 'the missing LocationConstraint of S3',
    code: [
      "import { GetBucketLocationCommand, S3Client } from '@aws-sdk/client-s3';",
      'export async function locate(client: S3Client, Bucket: string) {',
      "  const { LocationConstraint: region = 'us-east-1' } = await client.send(new GetBucketLocationCommand({ Bucket }));",
      '  return region;',
      '}',
      "export const normalize = (locationConstraint?: string) => locationConstraint || 'us-east-1';",
    ],
    reports: [],
  },
  {
    name: 'the default for a client that ignores its region',
    code: [
      "import { CloudFrontClient } from '@aws-sdk/client-cloudfront';",
      'export class Distributions {',
      '  constructor(config: { region?: string }) {',
      "    const region = config.region || 'us-east-1';",
      '    this.client = new CloudFrontClient({ region });',
      '  }',
      '}',
    ],
    reports: [],
  },
  {
    name: 'an entry of a service table that only run time picks',
    code: [
      'const services = {',
      '  lambda: { client: LambdaWrapper },',
      "  cloudfront: { client: CloudFrontWrapper, region: 'us-east-1' },",
      '};',
      'export function build(name: keyof typeof services, region: string) {',
      '  const service = services[name];',
      '  const resolved = overrides[name] || service.region || region;',
      '  return new service.client({ region: resolved });',
      '}',
    ],
    reports: [],
  },
  {
    name: 'an exported default that Promise.resolve() hands on, in a table by event',
    code: [
      "export const DEFAULT_TRIGGER_REGION = 'us-east1';",
      "const pubsub = { name: 'pubsub', getRegion: () => Promise.resolve(DEFAULT_TRIGGER_REGION) };",
      "const services = { 'pubsub.published': pubsub };",
      'export const serviceFor = (event: Event) => services[event];',
    ],
    reports: [],
  },
  {
    name: 'a default state that a store is asked for',
    code: ["const last = state.tryGet('lastLogin', Object, { startUrl: '', region: 'us-east-1' });"],
    reports: [],
  },
  {
    name: 'a client of a service that has one endpoint for all regions',
    code: [
      'export const service = {',
      "  region: 'us-east-1',",
      "  endpoint: 'https://codecatalyst.global.api.aws',",
      '};',
      'connect(service);',
    ],
    reports: [],
  },
  {
    name: 'an update of what is already there, in a catch clause',
    code: [
      "import { CreatePolicyCommand, OrganizationsClient, UpdatePolicyCommand } from '@aws-sdk/client-organizations';",
      'export async function put(client: OrganizationsClient, policy: Policy) {',
      '  try {',
      '    await client.send(new CreatePolicyCommand(policy));',
      '  } catch (error) {',
      "    if (error.name !== 'DuplicatePolicyException') throw error;",
      '    await client.send(new UpdatePolicyCommand(policy));',
      '  }',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a client of something on this machine needs neither timeout nor second region',
    code: [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
      "const client = new DynamoDBClient({ endpoint: 'http://localhost:8000' });",
      'export default client;',
    ],
    settings: { failover: 'client' },
    reports: [],
  },
  {
    name: "a project's own class for a service with one endpoint",
    code: [
      "import aws from './aws-client.ts';",
      'export class Organizations {',
      "  client = new aws.Organizations({ region: 'us-east-1', credentials });",
      '}',
    ],
    reports: [],
  },
  {
    name: 'a call of such a service, described by an object',
    code: [
      "import { AwsCustomResource } from 'aws-cdk-lib/custom-resources';",
      "const call = { service: 'Organizations', action: 'describeOrganization', region: 'us-east-1' };",
      "new AwsCustomResource(this, 'Describe', { onCreate: call, onUpdate: call });",
    ],
    reports: [],
  },
  {
    name: 'a resource that is named after a region',
    code: [
      "import * as aws from '@pulumi/aws';",
      "export const provider = new aws.Provider('eu-west-1', { region: process.env.SECOND_REGION });",
    ],
    reports: [],
  },
  {
    name: 'branches that say again what their test has found',
    code: [
      'export function connect(image: string) {',
      "  if (image.includes('us-east-1')) return createRegistry({ region: 'us-east-1' });",
      "  if (image.includes('eu-central-1')) return createRegistry({ region: 'eu-central-1' });",
      '  return undefined;',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a branch for every other region is no such branch',
    code: [
      'export function connect(region: string) {',
      "  if (region !== 'us-east-1') return createRegistry({ region: 'us-east-1' });",
      '  return undefined;',
      '}',
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'an example in the help of an option',
    code: [
      "program.option('--transform <url>', 'URL of a function (e.g., https://us-west1-shop.cloudfunctions.net/transform)');",
    ],
    reports: [],
  },
  {
    name: 'a client of the key value store of CloudFront, which has one endpoint for all regions',
    filename: 'update-store.js',
    code: [
      "const { CloudFrontKeyValueStoreClient } = require('@aws-sdk/client-cloudfront-keyvaluestore');",
      "const client = new CloudFrontKeyValueStoreClient({ region: 'us-east-1' });",
      'module.exports = client;',
    ],
    reports: [],
  },
  {
    name: 'the client that sets the administrator of Firewall Manager',
    code: [
      "import { AssociateAdminAccountCommand, FMSClient } from '@aws-sdk/client-fms';",
      "const client = new FMSClient({ region: 'us-east-1' });",
      'await client.send(new AssociateAdminAccountCommand({ AdminAccount }));',
    ],
    reports: [],
  },
  {
    name: 'a client of Firewall Manager for something else',
    code: [
      "import { FMSClient, ListPoliciesCommand } from '@aws-sdk/client-fms';",
      "const client = new FMSClient({ region: 'us-east-1' });",
      'await client.send(new ListPoliciesCommand({}));',
    ],
    reports: ['no-hardcoded-region:2', 'require-client-failover:2', 'require-client-timeout:2'],
  },
  {
    name: 'the log group for the query log of a hosted zone',
    code: [
      "import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';",
      "import { CreateQueryLoggingConfigCommand, Route53Client } from '@aws-sdk/client-route-53';",
      "const logs = new CloudWatchLogsClient({ region: 'us-east-1' });",
      "await logs.send(new CreateLogGroupCommand({ logGroupName: '/aws/route53/query-log' }));",
      'await new Route53Client().send(new CreateQueryLoggingConfigCommand(config));',
    ],
    reports: [],
  },
  {
    name: 'a config that only has to have the right form',
    code: [
      'export const getAccounts = () =>',
      "  GlobalConfig.fromObject({ homeRegion: 'us-east-1', owner: 'placeholder@example.com' });",
    ],
    reports: [],
  },
  {
    name: 'the ARN of something that is not there yet',
    code: [
      "import { CfnParameter } from 'aws-cdk-lib';",
      "new CfnParameter(this, 'RuntimeArn', {",
      "  default: 'arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/placeholder-runtime',",
      '});',
    ],
    reports: [],
  },
  {
    name: 'an environment file of Angular',
    filename: 'client/src/environments/environment.prod.ts',
    code: [
      'export const environment = {',
      '  production: true,',
      "  apiUrl: 'https://abcdefghij.execute-api.us-west-2.amazonaws.com/prod',",
      '};',
    ],
    reports: [],
  },
  {
    name: 'who may assume a role, in a constant',
    code: [
      "const govEastPrincipal = 'cognito-identity.us-gov-east-1.amazonaws.com';",
      'buildTrust(govEastPrincipal);',
      "createRole({ Principal: { Federated: 'cognito-identity.us-gov-east-1.amazonaws.com' } });",
    ],
    reports: [],
  },
  {
    name: 'an application of the Serverless Application Repository',
    code: [
      "import { CfnApplication } from 'aws-cdk-lib/aws-sam';",
      "const applicationId = 'arn:aws:serverlessrepo:us-east-1:123456789012:applications/power-tuning';",
      "new CfnApplication(this, 'Tuning', { location: { applicationId, semanticVersion: '4.0.0' } });",
    ],
    reports: [],
  },
  {
    name: 'a copy of the SDK in one file',
    filename: 'src/aws-bundle.js',
    code: [
      '// AWS SDK for JavaScript v2.1455.0',
      "connect({ globalEndpoint: 'sts.amazonaws.com', stsRegionalEndpoints: 'legacy' });",
    ],
    reports: [],
  },
  {
    name: 'a comment that only names the SDK',
    filename: 'src/mail-client.js',
    code: ['// Written for the AWS SDK for JavaScript v3.', "connect({ region: 'us-east-1' });"],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'an SDK that Firebase Data Connect has written',
    filename: 'src/dataconnect-sdk/index.cjs.js',
    code: [
      "const { getDataConnect } = require('firebase/data-connect');",
      "const connectorConfig = { connector: 'films', location: 'us-central1' };",
      'exports.connect = () => getDataConnect(connectorConfig);',
    ],
    reports: [],
  },
  {
    name: 'the environment of a test run, full of dummies',
    filename: 'api/setEnvVars.js',
    code: ["process.env.TABLE_NAME = 'test-table';", "process.env.AWS_REGION = 'us-west-1';"],
    reports: [],
  },
  {
    name: 'an environment variable that is set for real',
    code: ['process.env.TABLE_NAME = table.name;', "process.env.AWS_REGION = 'us-west-1';"],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'the region in a link to the console',
    code: [
      'export function getFindingUrl(id: string, region?: string) {',
      "  const awsRegion = region || process.env.AWS_REGION || 'us-east-1';",
      '  const path = `/securityhub/home?region=${awsRegion}#/findings?search=${id}`;',
      '  return `https://${awsRegion}.${consoleHost}${path}`;',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a region that a flag chooses is no fallback',
    code: [
      "const storageRegion = features.usStorage ? 'us-east-2' : undefined;",
      'getStorage(storageRegion);',
    ],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'what is left when there is no region',
    code: ["const region = !options.region ? 'us-east-2' : options.region;", 'getStorage(region);'],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'the region of a partition, or of this machine',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'export const connect = (partition: string, region: string) =>',
      "  new S3Client({ region: partition === 'aws-us-gov' ? 'us-gov-west-1' : region, requestHandler });",
      "export const table = createTable({ region: isLocal ? 'us-east-1' : process.env.AWS_REGION });",
    ],
    reports: [],
  },
  {
    name: 'the default for a distribution, put back into the options',
    code: [
      "import AWS from 'aws-sdk';",
      'export async function deploy(inputs: Inputs) {',
      "  inputs.region = inputs.region ?? 'us-east-1';",
      '  const client = new AWS.CloudFront({ region: inputs.region });',
      '  await client.createDistribution(inputs).promise();',
      '}',
    ],
    reports: [],
  },
  {
    name: 'clients for the stack of Lambda@Edge functions',
    code: [
      '// CloudFront wants its Lambda@Edge functions in us-east-1, so they get a stack of their own there.',
      "import CloudFormation from 'aws-sdk/clients/cloudformation';",
      "import S3 from 'aws-sdk/clients/s3';",
      "const CFN_US_EAST_1 = new CloudFormation({ region: 'us-east-1' });",
      "const edgeCodeStore = new S3({ region: 'us-east-1' });",
      'await deploy(CFN_US_EAST_1, edgeCodeStore);',
    ],
    reports: [],
  },
  {
    name: 'a client that a Lambda@Edge function reads its data with',
    code: [
      "import type { CloudFrontRequestEvent } from 'aws-lambda'; // Lambda@Edge",
      "import S3 from 'aws-sdk/clients/s3';",
      "const store = new S3({ region: 'us-east-1' });",
      'export const handler = (event: CloudFrontRequestEvent) => read(store, event);',
    ],
    reports: ['no-hardcoded-region:3', 'require-client-failover:3'],
  },
  {
    name: 'the endpoint of a service that has no other',
    code: [
      "checks.push({ url: 'https://organizations.us-east-1.amazonaws.com/?Action=ListAccounts' });",
      "checks.push({ url: 'https://sqs.us-east-1.amazonaws.com/?Action=ListQueues' });",
    ],
    reports: ['no-hardcoded-endpoint:2'],
  },
  {
    name: 'a client that is kept beside the options it was made from',
    code: [
      "import { STSClient } from '@aws-sdk/client-sts';",
      'export function createController(config: Config) {',
      '  let client: STSClient | undefined;',
      '  return function getClient() {',
      '    client ??= new STSClient({ region: config.region, requestHandler });',
      '    return client;',
      '  };',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a file that a minifier has been over',
    filename: 'custom-resource/outbound.js',
    code: [
      `"use strict"; Object.defineProperty(exports, "__esModule", { value: !0 });`,
      "exports.connect = () => open({ region: 'us-east-1' });",
    ],
    reports: [],
  },
  {
    name: 'replicas in several regions, each in a message of its own',
    code: [
      "import { protos } from '@google-cloud/spanner';",
      'const { v1 } = protos.google.spanner.admin.instance;',
      'const options = [',
      "  protos.google.spanner.admin.instance.v1.Option.create({ replicaSelection: { location: 'europe-west1' } }),",
      "  protos.google.spanner.admin.instance.v1.Option.create({ replicaSelection: { location: 'europe-west4' } }),",
      "  protos.google.spanner.admin.instance.v1.Option.create({ replicaSelection: { location: 'asia-east1' } }),",
      '];',
      'await client.createInstance({ instance: { options } });',
    ],
    reports: [],
  },
  {
    name: 'one of two ways to a whole config is no fallback',
    code: [
      "import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';",
      "const config = isLocal ? getLocalConfig() : { region: 'eu-west-1', requestHandler };",
      'await read(new CloudWatchClient(config));',
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'a script that calls a handler by hand',
    filename: 'scripts/runLocal.ts',
    code: [
      "process.env.AWS_REGION = 'us-east-1';",
      "process.env.TABLE_NAME = 'orders';",
      "await import('../src/handler.js').then(({ handler }) => handler({ body: '{}' }));",
    ],
    reports: [],
  },
  {
    name: 'a default region beside a default endpoint that is no cloud',
    code: [
      'export const schema = z.object({',
      "  STORE_ENDPOINT: z.string().url().default('http://minio:9000'),",
      "  STORE_REGION: z.string().default('us-east-1'),",
      '});',
      "export const connect = (endpoint = 'http://localhost:4566', region = 'us-east-1') => open({ endpoint, region });",
      "export function local({ baseUrl = 'http://localhost:8000', region = 'us-east-1' } = {}) {",
      '  return new Store({ baseUrl, region });',
      '}',
    ],
    reports: [],
  },
  {
    name: 'hosts that Next.js may load pictures from',
    filename: 'next.config.mjs',
    code: [
      'export default withBundle({',
      '  images: {',
      "    domains: ['cups.s3.us-east-1.amazonaws.com'],",
      "    remotePatterns: [{ protocol: 'https', hostname: 'plates.s3.eu-west-1.amazonaws.com' }],",
      '  },',
      '});',
    ],
    reports: [],
  },
  {
    name: "routes of the application's own that look like paths of Google Cloud",
    code: [
      "app.get('/api/locations/us-central1', list);",
      "router.post('/projects/:project/locations/us-central1/jobs', start);",
      "await fetch('/api/projects/shop/locations/us-central1');",
    ],
    reports: [],
  },
  {
    name: 'a choice between two regions in one expression',
    code: [
      "import { Stack } from 'aws-cdk-lib';",
      "new Stack(app, 'Shop', { env: { region: isProd ? 'eu-west-1' : 'us-east-1' } });",
      "useProvider(isEuropean ? 'eu-west-1' : isAsian ? 'ap-south-1' : 'us-east-1');",
      "send(isProd ? 'arn:aws:sqs:eu-west-1:123456789012:orders' : 'arn:aws:sqs:us-east-1:123456789012:orders');",
    ],
    reports: [],
  },
  {
    name: 'a client that is wrapped by another name',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      "import { withRegionFailover as cloudWithRegionFailover } from './region-failover.js';",
      'const httpOptions = { requestHandler };',
      "export const s3 = cloudWithRegionFailover(all, () => new S3Client({ region: 'us-east-1', ...httpOptions }));",
    ],
    reports: ['no-hardcoded-region:4'],
  },
];

/** What once was not reported and should be. */
export const misses: readonly Case[] = [
  {
    name: 'a second choice handed straight to a call, named by what it stands in for',
    code: [
      "const sts = new StsWrapper(this.getDefaultRegion() ?? 'us-east-1', credentials);",
      "const url = rerankUrl(projectId, options.location ?? 'us-central1');",
    ],
    reports: ['no-region-fallback:1', 'no-region-fallback:2'],
  },
  {
    name: 'a second choice inside a resource path',
    code: [
      "const path = `/projects/${id}/locations/${rewrite.region || 'us-central1'}/services/${rewrite.service}`;",
      'fetchService(path);',
    ],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'an environment variable with a second choice, as the default of a schema',
    code: [
      "import { z } from 'zod';",
      "export const input = z.object({ region: z.string().default(process.env.CDK_DEFAULT_REGION ?? 'us-east-1') });",
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'a region that is set where it is missing',
    code: [
      'export function complete(rewrite: Rewrite) {',
      '  if (!rewrite.run.region) {',
      "    rewrite.run.region = 'us-central1';",
      '  }',
      '}',
      'export function completeAll(endpoints: Endpoint[]) {',
      '  for (const endpoint of endpoints) {',
      "    if (!endpoint.region || endpoint.region === UNDECIDED) endpoint.region = 'us-central1';",
      '  }',
      '}',
    ],
    reports: ['no-region-fallback:3', 'no-region-fallback:8'],
  },
  {
    name: 'a region that replaces another value is no fallback',
    code: [
      'export function normalize(rewrite: Rewrite) {',
      "  if (rewrite.region === 'global') rewrite.region = 'us-central1';",
      '}',
    ],
    reports: [],
  },
  {
    name: 'the last return of a function that has better answers before',
    code: [
      'export function getRegion(options: Options, config: Config) {',
      '  if (options.region) return options.region;',
      '  if (config.provider.region) {',
      '    return config.provider.region;',
      '  }',
      "  return 'us-east-1';",
      '}',
    ],
    reports: ['no-region-fallback:6'],
  },
  {
    name: 'a getter that is the second choice of another',
    code: [
      'export class Connection {',
      '  get location() {',
      '    return this._location ?? this.computedLocation;',
      '  }',
      '  get computedLocation() {',
      "    return 'us-central1';",
      '  }',
      '}',
    ],
    reports: ['no-region-fallback:6'],
  },
  {
    name: 'a list as the default of a command-line option',
    code: [
      "import yargs from 'yargs';",
      "yargs(process.argv).option('region', { type: 'array', default: ['eu-west-1'] });",
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'the default of a location option',
    code: ["command.option('--location <location>', 'Where the images are kept', 'us-central1');"],
    reports: ['no-region-fallback:1'],
  },
  {
    name: "the region in Pulumi's automation",
    code: ["await stack.setConfig('aws:region', { value: 'us-east-1' });"],
    reports: ['no-hardcoded-region:1'],
  },
  {
    name: 'Azure locations as arguments of a client',
    code: [
      "import { SqlManagementClient } from '@azure/arm-sql';",
      'const client = new SqlManagementClient(credential, subscription);',
      "await client.capabilities.listByLocation('eastus');",
      "await client.longTermRetentionBackups.listByServer(group, 'westus2', server);",
    ],
    reports: ['no-hardcoded-region:3', 'no-hardcoded-region:4'],
  },
  {
    name: 'an Azure location among the parameters of a template',
    code: [
      "import { ResourceManagementClient } from '@azure/arm-resources';",
      'const client = new ResourceManagementClient(credential, subscription);',
      "const deployment = { properties: { template, parameters: { location: { value: 'East US' } } } };",
      'await client.deployments.beginCreateOrUpdateAndWait(group, name, deployment);',
    ],
    reports: ['no-hardcoded-region:3'],
  },
  {
    name: 'zones in constants that are put into lists',
    code: [
      "import { SubnetType } from 'aws-cdk-lib/aws-ec2';",
      "const PARENT_AZ = 'eu-north-1a';",
      "const LOCAL_AZ = 'eu-north-1-hel-1a';",
      "new Subnets(this, 'Near', { type: SubnetType.PUBLIC, availabilityZones: [LOCAL_AZ] });",
      "new Subnets(this, 'Home', { type: SubnetType.PUBLIC, availabilityZones: [PARENT_AZ] });",
    ],
    reports: ['no-hardcoded-zone:2', 'no-hardcoded-zone:3'],
  },
  {
    name: 'the default of a question, an option or an input that is described by an object',
    code: [
      "await prompt([{ type: 'input', name: 'region', message: 'Region?', default: 'us-east-1' }]);",
      'export class Node {',
      "  inputs = [{ label: 'Region', name: 'region', default: 'us-west-2' }];",
      '}',
    ],
    reports: ['no-region-fallback:1', 'no-region-fallback:3'],
  },
  {
    name: 'a fallback that becomes part of a name',
    code: [
      'export function bucketName(prefix: string, region: string) {',
      "  const resolved = region || 'us-east-1';",
      '  return `${prefix}-config-${resolved}`;',
      '}',
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'a fallback that is only told',
    code: [
      'export function tell(region: string) {',
      "  const resolved = region || 'us-east-1';",
      '  console.log(`Working in ${resolved}`);',
      '}',
    ],
    reports: [],
  },
  {
    name: 'a fallback that a method hands out, and a log that tells it',
    code: [
      "const defaultRegion = 'us-east-1';",
      'export class Context {',
      '  getRegion() {',
      '    console.log(`falling back to ${defaultRegion}`);',
      '    return this.credentials?.region ?? defaultRegion;',
      '  }',
      '}',
    ],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'a fallback in the name of an endpoint service',
    code: [
      "import * as aws from '@pulumi/aws';",
      "const region = aws.config.region || 'us-west-2';",
      "new aws.ec2.VpcEndpoint('s3', { vpcId, serviceName: `com.amazonaws.${region}.s3` });",
    ],
    reports: ['no-region-fallback:2'],
  },
  {
    name: 'a default region beside a default endpoint of AWS, and beside that of something else',
    code: [
      'export const schema = z.object({',
      "  DATABASE_URL: z.string().default('http://localhost:5432'),",
      "  AWS_REGION: z.string().default('us-east-1'),",
      "  QUEUE_ENDPOINT: z.string().default('https://queue.api.aws'),",
      "  QUEUE_REGION: z.string().default('us-east-1'),",
      '});',
    ],
    reports: ['no-region-fallback:3', 'no-region-fallback:5'],
  },
  {
    name: 'a path of Google Cloud that a client is called with',
    code: ["await tasks.post('/v2/projects/shop/locations/us-central1/queues', { name: 'orders' });"],
    reports: ['no-hardcoded-arn:1'],
  },
  {
    name: 'one region, whether or not: the other branch is none',
    code: ["useProvider(isRemote ? 'eu-west-1' : '');", "useProvider(isProd ? 'eu-west-1' : 'eu-west-1');"],
    reports: ['no-hardcoded-region:1', 'no-hardcoded-region:2', 'no-hardcoded-region:2'],
  },
  {
    name: "valibot's default",
    code: [
      'export const Env = v.object({',
      "  AWS_REGION: v.optional(v.string(), 'us-east-1'),",
      "  BACKUP_REGION: v.pipe(v.optional(v.string(), 'us-west-2'), v.trim()),",
      "  HOME: v.optional(v.string(), 'us-east-1'),",
      '});',
    ],
    reports: ['no-region-fallback:2', 'no-region-fallback:3'],
  },
  {
    name: 'a class with a name of its own, by import =',
    code: [
      "import s3 = require('@aws-sdk/client-s3');",
      'import Client = s3.S3Client;',
      "export const client = new Client({ region: 'us-east-1', requestHandler });",
    ],
    reports: ['no-hardcoded-region:3', 'require-client-failover:3'],
  },
  {
    name: 'default options of a class, which the options of the caller replace',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'export class Bucket {',
      "  static defaultOptions = { region: 'us-east-1', requestHandler };",
      '  constructor(options) {',
      '    this.s3 = new S3Client({ ...Bucket.defaultOptions, ...options });',
      '  }',
      '}',
    ],
    reports: ['no-region-fallback:3'],
  },
];

/**
 * The patterns among 150 lines with a region, drawn at random from the code outside tests of
 * aws-samples/serverless-patterns, aws-samples/aws-cdk-examples, awsdocs/aws-doc-sdk-examples and sst/sst.
 */
export const drawn: readonly Case[] = [
  {
    name: 'a region constant that feeds one v3 client',
    code: [
      "import { LocationClient } from '@aws-sdk/client-location';",
      "const region = 'eu-west-1';",
      'const client = new LocationClient({ region: region });',
      'await run(client);',
    ],
    reports: ['no-hardcoded-region:2', 'require-client-failover:3', 'require-client-timeout:3'],
  },
  {
    name: 'a region in the options of an exported v3 client',
    code: [
      "import { SQSClient } from '@aws-sdk/client-sqs';",
      "export const client = new SQSClient({ region: 'us-east-1' });",
    ],
    reports: ['no-hardcoded-region:2', 'require-client-failover:2', 'require-client-timeout:2'],
  },
  {
    name: 'clients of several services in one object, one of them without a region of its own',
    code: [
      "import { IAMClient } from '@aws-sdk/client-iam';",
      "import { SageMakerClient } from '@aws-sdk/client-sagemaker';",
      'await main({',
      "  IAM: new IAMClient({ region: 'us-west-2' }),",
      "  SageMaker: new SageMakerClient({ region: 'us-west-2' }),",
      '});',
    ],
    reports: ['no-hardcoded-region:5', 'require-client-failover:5', 'require-client-timeout:5'],
  },
  {
    name: 'a service that is only in one region',
    code: [
      "import { SupportClient } from '@aws-sdk/client-support';",
      "export const client = new SupportClient({ region: 'us-east-1' });",
    ],
    reports: [],
  },
  {
    name: 'a v2 client',
    filename: 'index.js',
    code: ["const AWS = require('aws-sdk');", "const client = new AWS.Athena({ region: 'us-east-1' });"],
    reports: ['no-hardcoded-region:2', 'require-client-failover:2'],
  },
  {
    name: 'the global configuration of v2, and a client that inherits it',
    filename: 'cancel-job.js',
    code: [
      "const AWS = require('aws-sdk');",
      "AWS.config.update({ region: 'us-west-2' });",
      "const sqs = new AWS.SQS({ apiVersion: '2012-11-05' });",
    ],
    reports: ['no-hardcoded-region:2', 'require-client-failover:3'],
  },
  {
    name: 'a variable that goes into the global configuration of v2',
    filename: 'send-sms.js',
    code: [
      "const AWS = require('aws-sdk');",
      "var aws_region = 'us-east-1';",
      'AWS.config.update({ region: aws_region });',
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'the global configuration of v2 for DynamoDB Local',
    filename: 'create-table.js',
    code: [
      "const AWS = require('aws-sdk');",
      "AWS.config.update({ region: 'us-west-2', endpoint: 'http://localhost:8000' });",
    ],
    reports: [],
  },
  {
    name: 'the client configuration of a credential provider',
    filename: 'App.tsx',
    code: [
      "import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';",
      "const credentials = fromCognitoIdentityPool({ clientConfig: { region: 'us-east-1' }, identityPoolId });",
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'identity pools, real and made up',
    code: [
      "const identityPoolId = 'us-east-1:edbe2c04-7f5d-469b-85e5-98096bd75492';",
      "show(`<b>${data.poolId || 'us-east-2:your-identity-pool-id'}</b>`);",
      'start({ identityPoolId });',
    ],
    reports: [],
  },
  {
    name: 'an ARN as an argument',
    code: ["await getTopicAttributes('arn:aws:sns:us-east-1:123456789012:orders');"],
    reports: ['no-hardcoded-arn:1'],
  },
  {
    name: 'an ARN as the default of a parameter',
    code: [
      "export const untag = async (resourceArn = 'arn:aws:medical-imaging:us-east-1:123456789012:datastore/abc') => {",
      '  await send({ resourceArn });',
      '};',
    ],
    reports: ['no-hardcoded-arn:1'],
  },
  {
    name: 'an ARN in a template',
    code: [
      'export const invokeArn = output(`arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`);',
    ],
    reports: ['no-hardcoded-arn:1'],
  },
  {
    name: 'the ARNs of an inference profile in all its regions',
    code: [
      "import { PolicyStatement } from 'aws-cdk-lib/aws-iam';",
      'new PolicyStatement({',
      "  actions: ['bedrock:InvokeModel'],",
      '  resources: [',
      "    'arn:aws:bedrock:us-east-1::foundation-model/some-model',",
      "    'arn:aws:bedrock:us-east-2::foundation-model/some-model',",
      "    'arn:aws:bedrock:us-west-2::foundation-model/some-model',",
      '  ],',
      '});',
    ],
    reports: [],
  },
  {
    name: 'a layer for each region, and a list of regions without a feature',
    code: [
      'const layers: Record<string, string> = {',
      "  'us-east-1': 'arn:aws:lambda:us-east-1:123456789012:layer:Config:82',",
      "  'eu-west-1': 'arn:aws:lambda:eu-west-1:123456789012:layer:Config:82',",
      '};',
      "const unsupported = ['ap-south-2', 'ap-southeast-4', 'eu-south-2'];",
      'attach(layers[region], unsupported.includes(region));',
    ],
    reports: [],
  },
  {
    name: 'the host of a mail server',
    filename: 'send-mail.js',
    code: [
      "const smtpEndpoint = 'email-smtp.us-west-2.amazonaws.com';",
      'connect({ host: smtpEndpoint, port: 587 });',
    ],
    reports: ['no-hardcoded-endpoint:1'],
  },
  {
    name: 'the principal of a service: who may assume a role, not where a request goes',
    code: [
      "import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';",
      "const assumedBy = new ServicePrincipal('states.us-west-2.amazonaws.com');",
    ],
    reports: [],
  },
  {
    name: 'a download from the global endpoint of S3',
    code: [
      "const agent = 'https://s3.amazonaws.com/some-downloads/agent/latest/agent.rpm';",
      'userData.addCommands(`yum install -y ${agent}`);',
    ],
    reports: ['no-global-endpoint:1'],
  },
  {
    name: 'usage and help',
    filename: 'list.js',
    code: ["console.log('Usage: node list.js <region>\\n' + 'Example: node list.js us-east-2');"],
    reports: [],
  },
  {
    name: 'a fallback in the options of a client',
    code: [
      "import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';",
      "const client = new BedrockRuntimeClient({ region: process.env.BEDROCK_REGION || 'us-east-1' });",
      'export default client;',
    ],
    reports: ['require-client-timeout:2', 'no-region-fallback:2'],
  },
  {
    name: 'the default of a parameter',
    code: [
      "import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';",
      "export const listAgents = async (region = 'us-east-1') => {",
      '  const client = new BedrockAgentClient({ region });',
      '  return list(client);',
      '};',
    ],
    reports: ['no-region-fallback:2', 'require-client-timeout:3'],
  },
  {
    name: 'the end of a chain of choices',
    filename: 'materialize.mjs',
    code: ["const region = process.env.AWS_REGION || discovery.region || 'us-east-1';", 'connect(region);'],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'what a form does not say',
    filename: 'index.js',
    code: [
      "const region = String(document.getElementById('region').value || 'us-west-2');",
      'start(region);',
    ],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'a variable of the environment that is completed',
    code: ["process.env.CDK_DEFAULT_REGION = process.env.CDK_DEFAULT_REGION || 'us-east-1';"],
    reports: ['no-region-fallback:1'],
  },
  {
    name: 'a fallback in the environment of a CDK app',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { OrdersStack } from '../lib/orders-stack.ts';",
      "new OrdersStack(new App(), 'Orders', { env: { region: process.env.CDK_DEFAULT_REGION ?? 'us-east-2' } });",
    ],
    reports: ['no-region-fallback:3'],
  },
  {
    name: 'a primary and a secondary region, each with a fallback',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { PipelineStack } from '../lib/pipeline-stack.ts';",
      "const primaryRegion = process.env.PRIMARY_REGION || 'us-west-2';",
      "const secondaryRegion = process.env.SECONDARY_REGION || 'eu-west-1';",
      "new PipelineStack(new App(), 'Pipeline', { primaryRegion, secondaryRegion });",
    ],
    reports: ['no-region-fallback:3', 'no-region-fallback:4'],
  },
  {
    name: 'a fallback under a key with a dot, in a property map',
    code: [
      "import { CfnApplication } from 'aws-cdk-lib/aws-kinesisanalyticsv2';",
      "new CfnApplication(this, 'Flink', {",
      "  propertyMap: { 'aws.region': process.env.CDK_DEFAULT_REGION || 'us-west-2' },",
      '});',
    ],
    reports: ['no-region-fallback:3'],
  },
  {
    name: 'the environment of a stack, in a constant',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { OrdersStack } from '../lib/orders-stack.ts';",
      "const env = { region: 'eu-central-1' };",
      "new OrdersStack(new App(), 'Orders', { env });",
    ],
    reports: ['no-hardcoded-region:3'],
  },
  {
    name: 'two stacks in two regions, on purpose but written down',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { BucketStack } from '../lib/bucket-stack.ts';",
      'const app = new App();',
      "new BucketStack(app, 'West', { env: { region: 'us-west-2' } });",
      "new BucketStack(app, 'East', { env: { region: 'us-east-1' } });",
    ],
    reports: ['no-hardcoded-region:4', 'no-hardcoded-region:5'],
  },
  {
    name: 'a primary region beside the list of its replicas',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { TableStack } from '../lib/table-stack.ts';",
      "const PRIMARY_REGION: string = 'us-east-1';",
      "const REPLICAS: string[] = ['us-west-2', 'us-east-2'];",
      "new TableStack(new App(), 'Table', { env: { region: PRIMARY_REGION }, replicationRegions: REPLICAS });",
    ],
    reports: ['no-hardcoded-region:3'],
  },
  {
    name: 'the region of an integration and of a user pool',
    code: [
      "import { AwsIntegration } from 'aws-cdk-lib/aws-apigateway';",
      "import { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';",
      "new AwsIntegration({ service: 's3', region: 'us-east-1', path: '/' });",
      "new CfnGraphQLApi(this, 'Api', { providers: [{ userPoolConfig: { userPoolId, awsRegion: 'us-east-2' } }] });",
    ],
    reports: ['no-hardcoded-region:3', 'no-hardcoded-region:4'],
  },
  {
    name: 'a variable of the environment of a function',
    code: [
      "import { Function } from 'aws-cdk-lib/aws-lambda';",
      "new Function(this, 'Video', { environment: { BEDROCK_REGION: 'us-east-1', BUCKET: bucket.bucketName } });",
    ],
    reports: ['no-hardcoded-region:2'],
  },
  {
    name: 'the region filter of an event pattern',
    code: [
      "import { Rule } from 'aws-cdk-lib/aws-events';",
      "new Rule(this, 'Log', { eventPattern: { region: ['ap-southeast-2'] }, eventBus });",
    ],
    reports: [],
  },
  {
    name: 'the stack of a web ACL for CloudFront',
    code: [
      "import { App } from 'aws-cdk-lib';",
      "import { WafCloudFrontStack } from './waf-cloudfront.ts';",
      "new WafCloudFrontStack(new App(), 'WafCloudFront', { env: { region: 'us-east-1' } });",
    ],
    reports: [],
  },
  {
    name: 'the provider of a certificate for the edge',
    code: [
      "import { DnsValidatedCertificate } from './dns-validated-certificate.ts';",
      'export const createCertificate = (name: string) =>',
      "  new DnsValidatedCertificate(`${name}Ssl`, { domain }, { provider: useProvider('us-east-1') });",
    ],
    reports: [],
  },
  {
    name: 'providers of SST',
    filename: 'sst.config.ts',
    code: [
      '/// <reference path="./.sst/platform/config.d.ts" />',
      'export default $config({',
      "  app: () => ({ name: 'shop', home: 'aws', providers: { aws: { region: 'us-east-1' } } }),",
      '  async run() {',
      "    const west = new aws.Provider('West', { region: 'us-west-2' });",
      "    new supabase.Project('Database', { region: 'us-east-1' });",
      "    new sst.aws.Bucket('Files', {}, { provider: west });",
      '  },',
      '});',
    ],
    reports: ['no-hardcoded-region:3', 'no-hardcoded-region:5'],
  },
];

/** Whether a client has a second region, as judged in the repositories above and others. */
export const failover: readonly Case[] = [
  {
    name: 'a client of a table in one region, with all retries off',
    code: [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
      "const table = new DynamoDBClient({ region: 'eu-west-1', maxAttempts: 0 });",
      'await put(table);',
    ],
    reports: [
      'require-client-failover:2',
      'require-client-timeout:2',
      'no-hardcoded-region:2',
      'no-disabled-retries:2',
    ],
  },
  {
    name: 'a client that follows its deployment',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'const client = new S3Client({ region: process.env.AWS_REGION });',
      'await list(client);',
    ],
    reports: ['require-client-timeout:2'],
  },
  {
    name: 'the same, where each client has to have a second region',
    code: [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'const client = new S3Client({ region: process.env.AWS_REGION });',
      'await list(client);',
    ],
    settings: { failover: 'client' },
    reports: ['require-client-failover:2', 'require-client-timeout:2'],
  },
  {
    name: 'a client built by a function whose caller chooses the region',
    code: [
      "import { CloudFormationClient } from '@aws-sdk/client-cloudformation';",
      'export const getOutputs = async (stack: string, region: string) => {',
      '  const client = new CloudFormationClient({ region });',
      '  return describe(client, stack);',
      '};',
    ],
    settings: { failover: 'client' },
    reports: ['require-client-timeout:3'],
  },
  {
    name: "a global endpoint of EventBridge, and Cosmos DB's own failover",
    code: [
      "import { CosmosClient } from '@azure/cosmos';",
      "import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';",
      'const events = new EventBridgeClient();',
      'await events.send(new PutEventsCommand({ EndpointId: process.env.ENDPOINT_ID, Entries }));',
      'export const cosmos = new CosmosClient({ endpoint, key });',
    ],
    settings: { failover: 'client' },
    reports: ['require-client-timeout:3'],
  },
  {
    name: 'clients of one region each, picked by the partition of the account',
    code: [
      "import { OrganizationsClient } from '@aws-sdk/client-organizations';",
      'let client: OrganizationsClient;',
      "if (partition === 'aws-us-gov') client = new OrganizationsClient({ region: 'us-gov-west-1' });",
      "else if (partition === 'aws-cn') client = new OrganizationsClient({ region: 'cn-northwest-1' });",
      "else client = new OrganizationsClient({ region: 'us-east-1' });",
      'await accept(client);',
    ],
    settings: { failover: 'client' },
    reports: [],
  },
];
