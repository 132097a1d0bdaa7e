import { readFacts } from '../../../testing/read-facts.ts';
import type { RegionRole } from '../../../facts/roles.ts';

/** What each role looks like. All regions of a code have the role; a code stands for itself in the report. */
const examples: Partial<Record<RegionRole, readonly string[]>> = {
  'client-option': [
    `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'us-east-1' });`,
    `import { fromIni } from '@aws-sdk/credential-providers'; fromIni({ clientConfig: { region: 'us-east-1' } });`,
    `import { VertexAI } from '@google-cloud/vertexai'; new VertexAI({ location: 'us-central1' });`,
    `import { CosmosClient } from '@azure/cosmos'; new CosmosClient({ connectionPolicy: { preferredLocations: ['eastus'] } });`,
  ],
  'sdk-config': [
    `import AWS from 'aws-sdk'; AWS.config.update({ region: 'us-east-1' });`,
    `import AWS from 'aws-sdk'; AWS.config.region = 'us-east-1';`,
    `process.env.AWS_REGION = 'us-east-1';`,
  ],
  infrastructure: [
    `import { Stack } from 'aws-cdk-lib'; new Stack(app, 'orders', { env: { region: 'us-east-1' } });`,
    `import * as aws from '@pulumi/aws'; new aws.Provider('east', { region: 'us-east-1' });`,
    `import { setGlobalOptions } from 'firebase-functions/v2'; setGlobalOptions({ region: 'us-central1' });`,
    `export default { provider: { name: 'aws', region: 'us-east-1' } };`,
  ],
  argument: [
    `useProvider('us-east-1');`,
    `createStore({ awsRegion: 'us-east-1' });`,
    `const location = 'us-central1'; client.locationPath(project, location);`,
    `export const REGION = 'us-east-1';`,
  ],
  fallback: [
    `const region = process.env.AWS_REGION ?? 'us-east-1';`,
    `const Environment = z.object({ AWS_REGION: z.string().default('us-east-1') });`,
    `import { S3Client } from '@aws-sdk/client-s3'; const create = (region = 'us-east-1') => new S3Client({ region });`,
  ],
  'global-endpoint': [
    `import { STSClient } from '@aws-sdk/client-sts'; new STSClient({ region: 'aws-global' });`,
    `fetch('https://sts.amazonaws.com');`,
  ],
  zone: [`createSubnet({ availabilityZone: 'us-east-1a' });`, `export const zone = 'us-central1-a';`],
  arn: [
    `subscribe('arn:aws:sqs:us-east-1:123456789012:orders');`,
    `publish('projects/shop/locations/us-central1/queues/orders');`,
  ],
  endpoint: [
    `fetch('https://sqs.us-east-1.amazonaws.com');`,
    `fetch('https://us-central1-shop.cloudfunctions.net');`,
  ],
  catalogue: [
    `const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];`,
    `const images = { 'us-east-1': 'ami-1', 'eu-west-1': 'ami-2' };`,
    `const homes = { us: 'us-east-1', eu: 'eu-west-1', ap: 'ap-southeast-2' };`,
    `const queues = { 'us-east-1': 'arn:aws:sqs:us-east-1:1:q', 'eu-west-1': 'arn:aws:sqs:eu-west-1:1:q' };`,
    `const rows = { aws: { home: 'us-east-1' }, cn: { home: 'cn-north-1' }, gov: { home: 'us-gov-west-1' } };`,
    `function getHome(area) { if (area === 'EU') return 'eu-west-1'; return 'us-east-1'; } use(getHome(area));`,
    `deploy({ zones: ['us-east-1a', 'us-west-2a', 'eu-west-1a'] });`,
  ],
  'both-regions': [
    `const regions = { primary: 'us-west-2', secondary: 'us-east-1' };`,
    `const queues = { primary: 'arn:aws:sqs:us-west-2:1:q', secondary: 'arn:aws:sqs:us-east-1:1:q' };`,
    `deploy({ regions: ['us-west-2', 'us-east-1'] });`,
    `replicate('us-west-2', 'us-east-1');`,
    `import { TableV2 } from 'aws-cdk-lib/aws-dynamodb'; new TableV2(this, 't', { replicas: [{ region: 'us-west-2' }] });`,
    `import { CosmosClient } from '@azure/cosmos'; new CosmosClient({ connectionPolicy: { preferredLocations: ['eastus', 'westus'] } });`,
  ],
  comparison: [
    `if (region === 'us-east-1') warn();`,
    `switch (region) { case 'us-east-1': warn(); }`,
    `if (region.startsWith('us-east-1') || regions.includes('eu-west-1')) warn();`,
    `use(endpoints['us-east-1']);`,
    `if (arn.startsWith('arn:aws:sqs:us-east-1:')) warn();`,
  ],
  text: [
    `console.log('us-east-1');`,
    `logger.info('started', { region: 'us-east-1' });`,
    `throw new Error('us-east-1');`,
    `const option = <option value="us-east-1">US East</option>;`,
    `const link = <a href="https://manuals.s3.us-east-1.amazonaws.com">Manual</a>;`,
    `const form = { placeholder: 'us-east-1' };`,
    `const Picker = ({ region = 'us-east-1' }) => <select value={region} />;`,
    `protect({ connectSrc: ['https://cognito-idp.us-east-1.amazonaws.com'] });`,
  ],
  type: [
    `type Region = 'us-east-1' | 'eu-west-1';`,
    `enum Region { Virginia = 'us-east-1', Ireland = 'eu-west-1' }`,
    `const names: Record<'us-east-1', string> = load();`,
  ],
  mandated: [
    `import { IAMClient } from '@aws-sdk/client-iam'; new IAMClient({ region: 'eu-west-1' });`,
    `import { PricingClient } from '@aws-sdk/client-pricing'; new PricingClient({ region: 'us-east-1' });`,
    `import { Stack } from 'aws-cdk-lib'; new CertificateStack(app, 'shop', { env: { region: 'us-east-1' } });`,
    `new Distribution({ certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' });`,
  ],
  local: [
    `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'us-east-1', endpoint: 'http://localhost:4566' });`,
    `import AWS from 'aws-sdk'; AWS.config.update({ region: 'us-east-1', accessKeyId: 'test', secretAccessKey: 'test' });`,
  ],
  'other-vendor': [
    `import { createClient } from '@supabase/supabase-js'; createClient(url, key, { region: 'us-east-1' });`,
  ],
  'resource-id': [
    `createPool('us-east-1_AbCdEf123', 'us-east-1:0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f');`,
    `import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'; new ServicePrincipal('logs.us-east-1.amazonaws.com');`,
  ],
  unknown: [
    `const customer = { name: 'Ada', region: 'us-east-1' };`,
    `response.json({ region: 'us-east-1' });`,
    `import { S3Client } from '@aws-sdk/client-s3'; let r = 'us-east-1'; r = pick(); new S3Client({ region: r });`,
    `const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';`,
  ],
};

describe.each(Object.entries(examples))('the role %s', (role, codes) => {
  it.each(codes)('%s', (code) => {
    const roles = readFacts(code).regionSites.map((site) => site.role);
    expect(new Set(roles)).toEqual(new Set([role]));
  });
});

it.each([
  [`export const REGION = 'us-east-1';`, 'config-module'],
  [`export default { regions: { home: 'us-east-1' } };`, 'config-module'],
  [`module.exports = { region: 'us-east-1' };`, 'config-module'],
  [`export const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';`, 'config-module'],
  [`export const api = 'https://abc123.execute-api.us-east-1.amazonaws.com';`, 'config-module'],
  [`export const zone = 'us-east-1a';`, 'config-module'],
  [`export const region = process.env.AWS_REGION ?? 'us-east-1';`, 'fallback'],
  [`import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'us-east-1' });`, 'client-option'],
])('in a config module: %s is %s', (code, role) => {
  const { regionSites } = readFacts(code, { filename: 'src/config.ts' });
  expect(regionSites.map((site) => site.role)).toEqual([role]);
});

it.each([
  [`import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'us-east-1' });`, ['s3']],
  [
    `import { S3Client } from '@aws-sdk/client-s3'; import { SQSClient } from '@aws-sdk/client-sqs';
     const region = 'us-east-1'; new S3Client({ region }); new SQSClient({ region }); new S3Client({ region });`,
    ['s3', 'sqs'],
  ],
  [`import AWS from 'aws-sdk'; new AWS.StepFunctions({ region: 'us-east-1' });`, ['sfn']],
  [`fetch('https://sqs.us-east-1.amazonaws.com');`, ['sqs']],
  [`useProvider('us-east-1');`, []],
])('names the services: %s', (code, services) => {
  const [site] = readFacts(code).regionSites;
  expect(site?.services).toEqual(services);
  expect(site?.service).toBe(services.length === 1 ? services[0] : undefined);
});

it('says where a region is used that stands elsewhere', () => {
  const code = `const REGION = 'us-east-1'; createStore({ region: REGION });`;
  const [site] = readFacts(code).regionSites;
  expect(code.slice(...(site?.sink?.range ?? []))).toContain('REGION');
});
