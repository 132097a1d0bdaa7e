import { type ExpectedError, type ExpectedSuggestion, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-hardcoded-region.ts';

/** A region that is reported, and what is suggested. */
function pins(
  { region = 'us-east-1', what }: { region?: string; what: string },
  ...suggestions: ExpectedSuggestion[]
): ExpectedError {
  return { messageId: 'found', data: { region, what }, suggestions };
}

function read(
  expression = 'process.env.AWS_REGION',
  edit: Partial<ExpectedSuggestion> = {},
): ExpectedSuggestion {
  return { messageId: 'readEnvironment', data: { expression }, replace: expression, ...edit };
}

function remove(output: string): ExpectedSuggestion {
  return { messageId: 'removeOption', output };
}

new RuleTester().run('no-hardcoded-region', rule, {
  valid: [
    // Catalogues
    {
      name: 'a list of three regions',
      code: `
        const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];
        for (const region of regions) deploy(region);
      `,
    },
    {
      name: 'clients from a list of three regions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const clients = ['us-east-1', 'us-west-2', 'eu-west-1'].map((region) => new S3Client({ region }));
      `,
    },
    {
      name: 'a map with regions as keys',
      code: `
        const images = { 'us-east-1': 'ami-1', 'us-west-2': 'ami-2' };
        run(images[region]);
      `,
    },
    {
      name: 'a map with one region as key',
      code: `
        import { MachineImage } from 'aws-cdk-lib/aws-ec2';
        MachineImage.genericLinux({ 'us-east-1': 'ami-1' });
      `,
    },
    {
      name: 'a map with regions as values',
      code: `
        const regionOf = { us: 'us-east-1', eu: 'eu-west-1', ap: 'ap-southeast-2' };
        createStore({ region: regionOf[area] });
      `,
    },
    {
      name: 'a map of partitions',
      code: `
        const rows = {
          aws: { home: 'us-east-1' },
          'aws-cn': { home: 'cn-north-1' },
          'aws-us-gov': { home: 'us-gov-west-1' },
        };
        createStore({ region: rows[partition].home });
      `,
    },
    {
      name: 'a switch over partitions',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        function getHome(partition) {
          switch (partition) {
            case 'aws-cn':
              return 'cn-north-1';
            case 'aws-us-gov':
              return 'us-gov-west-1';
            default:
              return 'us-east-1';
          }
        }
        new STSClient({ region: getHome(partition) });
      `,
    },
    {
      name: 'members of an enum',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        enum Region {
          Virginia = 'us-east-1',
          Oregon = 'us-west-2',
        }
        new S3Client({ region: choose(Region.Virginia) });
        show(labels[Region.Oregon]);
      `,
    },
    {
      name: 'choices of a picker',
      code: `
        const picker = (
          <select>
            <option value="us-east-1">US East (N. Virginia)</option>
            <option value="eu-west-1">Europe (Ireland)</option>
          </select>
        );
      `,
    },
    {
      name: 'choices of a schema',
      code: `
        import { z } from 'zod';
        const Region = z.enum(['us-east-1', 'us-west-2']);
      `,
    },
    // More than one region on purpose
    {
      name: 'a primary and a secondary',
      code: `
        const regions = { primary: 'us-west-2', secondary: 'us-east-1' };
        createStore({ region: regions.primary });
      `,
    },
    { name: 'a list of two regions', code: "deploy({ regions: ['us-west-2', 'us-east-1'] });" },
    { name: 'a source and a target in one call', code: "replicate('us-east-1', 'eu-west-1');" },
    {
      name: 'where the replicas of a table go',
      code: `
        import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
        new TableV2(this, 'orders', { replicas: [{ region: 'us-west-2' }] });
      `,
    },
    {
      name: 'where the replicas of a secret go',
      code: `
        import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
        new Secret(this, 'key', { replicaRegions: [{ region: 'eu-west-1' }] });
      `,
    },
    {
      name: 'the replicas of a table, in a request',
      code: `
        import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
        const db = new DynamoDBClient({});
        db.send(new UpdateTableCommand({ ReplicaUpdates: [{ Create: { RegionName: 'us-west-2' } }] }));
      `,
    },
    {
      name: 'a function of Firebase in two regions, v1',
      filename: 'src/index.js',
      code: `
        const functions = require('firebase-functions');
        exports.orders = functions.region('europe-west1', 'us-central1').https.onRequest(handler);
      `,
    },
    {
      name: 'a function of Firebase in two regions',
      code: `
        import { onRequest } from 'firebase-functions/v2/https';
        export const orders = onRequest({ region: ['europe-west1', 'us-central1'] }, handler);
      `,
    },
    {
      name: 'two preferred locations',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        new CosmosClient({ endpoint, key, connectionPolicy: { preferredLocations: ['West Europe', 'North Europe'] } });
      `,
    },
    {
      name: 'a dual-region bucket',
      code: `
        import { Storage } from '@google-cloud/storage';
        new Storage().createBucket('orders', { customPlacementConfig: { dataLocations: ['US-EAST1', 'US-WEST1'] } });
      `,
    },
    {
      name: 'a location that spans regions',
      code: `
        import { BigQuery } from '@google-cloud/bigquery';
        new BigQuery().query({ query, location: 'EU' });
      `,
    },
    // Comparisons
    { name: 'an equality', code: "if (region === 'us-east-1') useLegacyEndpoint();" },
    {
      name: 'the constraint of a bucket',
      code: "const configuration = region === 'us-east-1' ? undefined : { LocationConstraint: region };",
    },
    {
      name: 'a case',
      code: `
        switch (region) {
          case 'us-east-1':
            useLegacyEndpoint();
        }
      `,
    },
    {
      name: 'the methods of texts and lists',
      code: "if (region.startsWith('us-gov-west-1') || optIn.includes('me-south-1') || known.has('us-east-1')) warn();",
    },
    { name: 'a key', code: "createStore(endpoints['us-east-1']);" },
    // Text
    {
      name: 'a log',
      code: `
        console.log('Copying from', 'us-east-1');
        logger.info('started', { region: 'us-east-1' });
      `,
    },
    { name: 'an error', code: "throw new RegionError('us-east-1');" },
    { name: 'JSX', code: 'const note = <p title="us-east-1">Orders live in us-east-1.</p>;' },
    { name: 'a placeholder', code: 'const field = <input name="region" placeholder="us-east-1" />;' },
    {
      name: 'comments',
      code: `
        /** @default us-east-1 */
        const size = 10; // us-east-1
      `,
    },
    { name: 'a sentence', code: "notify({ region: 'We run in us-east-1 only.' });" },
    {
      name: 'the output of a stack',
      code: `
        import { CfnOutput } from 'aws-cdk-lib';
        new CfnOutput(this, 'region', { value: 'us-east-1' });
      `,
    },
    // Types
    { name: 'a union', code: "type Region = 'us-east-1' | 'eu-west-1';" },
    { name: 'a type argument', code: "const names: Record<'us-east-1', string> = load();" },
    // Services that leave no choice
    {
      name: 'IAM, wherever it is told to be',
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        new IAMClient({ region: 'us-east-1' });
        new IAMClient({ region: 'eu-west-1' });
      `,
    },
    {
      name: 'Route 53, CloudFront, Organizations, Cost Explorer',
      code: `
        import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
        import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
        import { OrganizationsClient } from '@aws-sdk/client-organizations';
        import { Route53Client } from '@aws-sdk/client-route-53';
        const region = 'us-east-1';
        new Route53Client({ region });
        new CloudFrontClient({ region });
        new OrganizationsClient({ region });
        new CostExplorerClient({ region });
      `,
    },
    {
      name: 'IAM of SDK v2',
      filename: 'src/roles.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.IAM({ region: 'us-east-1' });
      `,
    },
    {
      name: 'Pricing, which has three regions',
      code: `
        import { PricingClient } from '@aws-sdk/client-pricing';
        new PricingClient({ region: 'us-east-1' });
      `,
    },
    {
      name: 'public registries',
      code: `
        import { ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
        new ECRPUBLICClient({ region: 'us-east-1' });
      `,
    },
    {
      name: 'Global Accelerator',
      code: `
        import { GlobalAcceleratorClient } from '@aws-sdk/client-global-accelerator';
        new GlobalAcceleratorClient({ region: 'us-west-2' });
      `,
    },
    {
      name: 'Multi-Region Access Points',
      code: `
        import { CreateMultiRegionAccessPointCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
        const control = new S3ControlClient({ region: 'us-west-2' });
        control.send(new CreateMultiRegionAccessPointCommand({}));
      `,
    },
    {
      name: 'web ACLs of CloudFront',
      code: `
        import { ListWebACLsCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
        const waf = new WAFV2Client({ region: 'us-east-1' });
        waf.send(new ListWebACLsCommand({ Scope: 'CLOUDFRONT' }));
      `,
    },
    {
      name: 'a certificate of CloudFront',
      code: `
        import { ACMClient } from '@aws-sdk/client-acm';
        import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
        const certificates = new ACMClient({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a client that is named for CloudFront',
      code: `
        import { WAFV2Client } from '@aws-sdk/client-wafv2';
        const CLOUDFRONT_REGION = 'us-east-1';
        new WAFV2Client({ region: CLOUDFRONT_REGION });
      `,
    },
    {
      name: 'metrics of CloudFront',
      code: `
        import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
        const metrics = new CloudWatchClient({ region: 'us-east-1' });
        read(metrics, { Namespace: 'AWS/CloudFront' });
      `,
    },
    {
      name: 'the stack of a web ACL',
      code: `
        import * as cdk from 'aws-cdk-lib';
        new WafStack(app, 'waf', { env: { region: 'us-east-1' } });
      `,
    },
    {
      name: 'the stack of a certificate',
      code: `
        import * as cdk from 'aws-cdk-lib';
        new CertificateStack(app, 'certificate', { env: { region: 'us-east-1' } });
      `,
    },
    {
      name: 'the env of the edge',
      code: `
        import * as cdk from 'aws-cdk-lib';
        const edgeEnv = { region: 'us-east-1' };
        new SecurityStack(app, 'security', { env: edgeEnv });
      `,
    },
    {
      name: 'the validated certificate of CDK',
      code: `
        import { DnsValidatedCertificate } from 'aws-cdk-lib/aws-certificatemanager';
        new DnsValidatedCertificate(this, 'certificate', { domainName, hostedZone, region: 'us-east-1' });
      `,
    },
    {
      name: 'a provider for the certificate of a distribution',
      code: `
        import * as aws from '@pulumi/aws';
        const east = new aws.Provider('useast1', { region: 'us-east-1' });
        const certificate = new aws.acm.Certificate('shop', { domainName }, { provider: east });
        new aws.cloudfront.Distribution('shop', { viewerCertificate: { acmCertificateArn: certificate.arn } });
      `,
    },
    // Clients of something that is no cloud
    {
      name: 'localhost',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        new DynamoDBClient({ region: 'us-east-1', endpoint: 'http://localhost:8000' });
      `,
    },
    {
      name: 'localhost and a region by constants',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        const region = 'us-east-1';
        const endpoint = 'http://localhost:8000';
        new DynamoDBClient({ region, endpoint });
      `,
    },
    {
      name: 'an endpoint from the environment',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', endpoint: process.env.S3_ENDPOINT });
      `,
    },
    {
      name: 'a store that speaks S3',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', endpoint: \`https://\${account}.r2.cloudflarestorage.com\` });
      `,
    },
    {
      name: 'a store that wants the bucket in the path',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', forcePathStyle: true });
      `,
    },
    {
      name: 'one of two other hosts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', endpoint: isOffline ? 'http://localhost:9000' : 'https://minio.internal' });
      `,
    },
    {
      name: 'dummy credentials',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
      `,
    },
    {
      name: 'localhost in SDK v2',
      filename: 'src/local.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ region: 'us-west-2', endpoint: 'http://localhost:8000' });
      `,
    },
    // Other vendors, resources, and data
    {
      name: 'a project of another vendor',
      code: `
        import { createClient } from '@supabase/supabase-js';
        createClient(url, key, { region: 'us-east-1' });
      `,
    },
    {
      name: 'a cluster of another vendor',
      code: "new mongodbatlas.Cluster('orders', { region: 'us-east-1' });",
    },
    {
      name: 'an id of another vendor',
      code: `
        new ObjectStorageClient({ region: 'us-ashburn-1' });
        new neon.Project('orders', { region: 'aws-us-east-1' });
      `,
    },
    {
      name: 'pools of Cognito',
      code: `
        createPool({ UserPoolId: 'us-east-1_AbCdEf123' });
        createPool({ IdentityPoolId: 'us-east-1:0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f' });
      `,
    },
    { name: 'an object that goes nowhere', code: "const customer = { name: 'Ada', region: 'us-east-1' };" },
    {
      name: 'data that is stored or sent',
      code: `
        response.json({ region: 'us-east-1' });
        table.insert({ region: 'us-east-1' });
        setRegion('us-east-1');
        const [region, setRegion] = useState('us-east-1');
      `,
    },
    {
      name: 'the input of a command',
      code: `
        import { CopyImageCommand, EC2Client } from '@aws-sdk/client-ec2';
        new EC2Client({}).send(new CopyImageCommand({ SourceRegion: 'us-west-2' }));
      `,
    },
    {
      name: 'the input of an operation of SDK v2',
      filename: 'src/images.js',
      code: `
        const AWS = require('aws-sdk');
        const ec2 = new AWS.EC2();
        ec2.copyImage({ SourceRegion: 'us-west-2' });
      `,
    },
    {
      name: 'words that are no locations where Azure is spoken of',
      code: `
        import { DefaultAzureCredential } from '@azure/identity';
        const label = 'East US';
        show(label, 'eastus', { title: 'West Europe' });
      `,
    },
    {
      name: 'words that are locations only where Azure is spoken of',
      code: "createAddress({ location: 'eastus' });",
    },
    {
      name: 'a text that only holds a region',
      code: `
        createStore({ region: 'us-east-1-old' });
        createStore({ region: 'my-us-east-1' });
      `,
    },
    // A region that the code does not decide
    {
      name: 'the environment',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION });
      `,
    },
    {
      name: 'the environment, checked',
      code: `
        import { SESv2Client } from '@aws-sdk/client-sesv2';
        if (!process.env.AWS_REGION) throw new Error('AWS_REGION is missing.');
        new SESv2Client({ region: process.env.AWS_REGION });
      `,
    },
    {
      name: 'the environment of CDK',
      code: `
        import * as cdk from 'aws-cdk-lib';
        new OrdersStack(app, 'orders', { env: { region: process.env.CDK_DEFAULT_REGION } });
      `,
    },
    {
      name: 'a second choice has a rule of its own',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION ?? 'us-east-1' });
      `,
    },
    {
      name: 'a region that is put in the place of another',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { region: 'us-east-1' };
        new S3Client({ ...base, region: process.env.AWS_REGION });
        new S3Client({ region: 'us-east-1', ...{ region: process.env.AWS_REGION } });
      `,
    },
    {
      name: 'options of the caller in its place',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (options) => new S3Client({ region: 'us-east-1', ...options });
      `,
    },
    {
      name: 'a first value that is overwritten',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = 'us-east-1';
        if (process.env.AWS_REGION) region = process.env.AWS_REGION;
        new S3Client({ region });
      `,
    },
    {
      name: 'a field that is overwritten',
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
      name: 'a region that is only in part written down',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: \`us-\${side}-1\` });
      `,
    },
    // Files
    {
      name: 'a test',
      filename: 'src/orders.test.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'tests by other names',
      filename: 'testInteg/orders.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a test of a client',
      filename: 'app/orders.clienttest.tsx',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'assets of tests',
      filename: 'lib/test-assets/orders.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a story',
      filename: 'src/picker.stories.tsx',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a generated file',
      filename: 'src/api.ts',
      code: `
        // This file was automatically generated by acme. DO NOT EDIT.
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a built file',
      filename: 'dist/orders.js',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    {
      name: 'a config module',
      filename: 'src/config/regions.ts',
      code: `
        export const REGION = 'us-east-1';
        export default { aws: { region: 'us-east-1' } };
      `,
    },
    {
      name: 'a config module that the settings name',
      filename: 'src/deployment.ts',
      project: { configModules: ['**/deployment.ts'] },
      code: "export const REGION = 'us-east-1';",
    },
  ],
  invalid: [
    // How a client comes into the file
    {
      name: 'a client of SDK v3',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'the aggregated client of SDK v3',
      code: `
        import { S3 } from '@aws-sdk/client-s3';
        new S3({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3({});'))],
    },
    {
      name: 'an import under another name',
      code: `
        import { S3Client as Store } from '@aws-sdk/client-s3';
        new Store({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new Store({});'))],
    },
    {
      name: 'a namespace',
      code: `
        import * as s3 from '@aws-sdk/client-s3';
        new s3.S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new s3.S3Client({});'))],
    },
    {
      name: 'a default import of a CommonJS module',
      code: `
        import sqs from '@aws-sdk/client-sqs';
        new sqs.SQSClient({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this SQS client' }, read(), remove('new sqs.SQSClient({});'))],
    },
    {
      name: 'require with destructuring',
      filename: 'src/orders.cjs',
      code: `
        const { S3Client } = require('@aws-sdk/client-s3');
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'require with destructuring and another name',
      filename: 'src/orders.cjs',
      code: `
        const { S3Client: Store } = require('@aws-sdk/client-s3');
        new Store({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new Store({});'))],
    },
    {
      name: 'require of one member',
      filename: 'src/orders.cjs',
      code: `
        const S3Client = require('@aws-sdk/client-s3').S3Client;
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'require of the whole module',
      filename: 'src/orders.cjs',
      code: `
        const s3 = require('@aws-sdk/client-s3');
        new s3.S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new s3.S3Client({});'))],
    },
    {
      name: 'require in place',
      filename: 'src/orders.cjs',
      code: "new (require('@aws-sdk/client-s3').S3Client)({ region: «'us-east-1'» });",
      errors: [
        pins({ what: 'this S3 client' }, read(), remove("new (require('@aws-sdk/client-s3').S3Client)({});")),
      ],
    },
    {
      name: 'import() with destructuring',
      code: `
        const { S3Client } = await import('@aws-sdk/client-s3');
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'import() as a namespace',
      code: `
        const s3 = await import('@aws-sdk/client-s3');
        new s3.S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new s3.S3Client({});'))],
    },
    {
      name: 'import() in place',
      code: "new (await import('@aws-sdk/client-s3')).S3Client({ region: «'us-east-1'» });",
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove("new (await import('@aws-sdk/client-s3')).S3Client({});"),
        ),
      ],
    },
    {
      name: 'import() with then',
      code: "import('@aws-sdk/client-s3').then(({ S3Client }) => new S3Client({ region: «'us-east-1'» }));",
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove("import('@aws-sdk/client-s3').then(({ S3Client }) => new S3Client({}));"),
        ),
      ],
    },
    {
      name: 'import() with then and a namespace',
      code: "import('@aws-sdk/client-s3').then((s3) => new s3.S3Client({ region: «'us-east-1'» }));",
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove("import('@aws-sdk/client-s3').then((s3) => new s3.S3Client({}));"),
        ),
      ],
    },
    {
      name: 'import x = require()',
      filename: 'src/orders.cts',
      code: `
        import s3 = require('@aws-sdk/client-s3');
        new s3.S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new s3.S3Client({});'))],
    },
    {
      name: 'an alias',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const Store = S3Client;
        new Store({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new Store({});'))],
    },
    {
      name: 'a class of the same name from the project: an argument, no client',
      code: `
        import { S3Client } from './s3-client.js';
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'what receives it' }, read())],
    },
    // How the region comes to the client
    {
      name: 'a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = «'us-east-1'»;
        new S3Client({ region: REGION });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'one constant for several clients is one report',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { SQSClient } from '@aws-sdk/client-sqs';
        const REGION = «'us-east-1'»;
        new S3Client({ region: REGION });
        new S3Client({ region: REGION });
        new SQSClient({ region: REGION });
      `,
      errors: [pins({ what: 'the clients of 2 services (S3, SQS)' }, read())],
    },
    {
      name: 'a constant of a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const home = «'us-east-1'»;
        const region = home;
        new S3Client({ region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'let that nothing reassigns',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = «'us-east-1'»;
        new S3Client({ region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'let that is assigned once, later',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region;
        region = «'us-east-1'»;
        new S3Client({ region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'var',
      filename: 'src/orders.js',
      code: `
        var AWS = require('aws-sdk');
        var region = «'us-west-2'»;
        var s3 = new AWS.S3({ region: region });
      `,
      errors: [pins({ region: 'us-west-2', what: 'this S3 client' }, read())],
    },
    {
      name: 'a class field',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          private readonly region = «'us-east-1'»;
          private readonly client = new S3Client({ region: this.region });
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a private field of JavaScript',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          #region = «'us-east-1'»;
          client = new S3Client({ region: this.#region });
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a static field, by the name of the class',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          static readonly REGION = «'us-east-1'»;
          client = new S3Client({ region: Store.REGION });
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a static field, by the name of the class from outside',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          static REGION = «'us-east-1'»;
        }
        new S3Client({ region: Store.REGION });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a static field, by this',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          static region = «'us-east-1'»;
          static create() {
            return new S3Client({ region: this.region });
          }
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a field that the constructor sets',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          constructor() {
            this.region = «'us-east-1'»;
            this.client = new S3Client({ region: this.region });
          }
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a getter',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          get region() {
            return «'us-east-1'»;
          }
          client = new S3Client({ region: this.region });
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a method',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          client = new S3Client({ region: this.getRegion() });
          getRegion() {
            return «'us-east-1'»;
          }
        }
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a function',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        function getRegion() {
          return «'us-east-1'»;
        }
        new S3Client({ region: getRegion() });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a parameter of a function of the file',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const createClient = (region) => new S3Client({ region });
        createClient(«'us-east-1'»);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a parameter property',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          constructor(private readonly region: string) {}
          create = () => new S3Client({ region: this.region });
        }
        new Store(«'us-east-1'»);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'the options as a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { region: «'us-east-1'», maxAttempts: 5 };
        new S3Client(options);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a member of an object',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const config = { aws: { region: «'us-east-1'» } };
        new S3Client({ region: config.aws.region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a member in quotes',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const config = { 'aws-region': «'us-east-1'» };
        new S3Client({ region: config['aws-region'] });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'destructuring',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const config = { aws: { region: «'us-east-1'» } };
        const { aws: { region: home } } = config;
        new S3Client({ region: home });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'destructuring of a list',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const [region] = [«'us-east-1'»];
        new S3Client({ region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'the rest of an object',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const { name, ...options } = { name: 'orders', region: «'us-east-1'» };
        new S3Client(options);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a spread',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { region: «'us-east-1'» };
        new S3Client({ ...base, maxAttempts: 5 });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a spread behind it that has no region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { maxAttempts: 5 };
        new S3Client({ region: «'us-east-1'», ...base });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ ...base });'))],
    },
    {
      name: 'a spread behind it that is only an endpoint for one machine',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'», ...(isOffline && { endpoint: 'http://localhost:4566' }) });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove("new S3Client({ ...(isOffline && { endpoint: 'http://localhost:4566' }) });"),
        ),
      ],
    },
    {
      name: 'Object.assign',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const base = { region: «'us-east-1'» };
        new S3Client(Object.assign({}, base));
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'as const',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = «'us-east-1'» as const;
        new S3Client({ region: REGION });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(undefined, { output: 'const REGION = process.env.AWS_REGION;' }),
        ),
      ],
    },
    {
      name: 'as const in the options',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» as const });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(undefined, { output: 'new S3Client({ region: process.env.AWS_REGION });' }),
        ),
      ],
    },
    {
      name: '<const>',
      filename: 'src/orders.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: <const>«'us-east-1'» });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(undefined, { output: 'new S3Client({ region: process.env.AWS_REGION });' }),
        ),
      ],
    },
    {
      name: 'an object as const',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { region: «'us-east-1'» } as const;
        new S3Client(options);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'satisfies',
      code: `
        import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
        const options = { region: «'us-east-1'» } satisfies S3ClientConfig;
        new S3Client(options);
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a template without expressions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «\`us-east-1\`» });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a template of nothing but a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const REGION = «'us-east-1'»;
        new S3Client({ region: \`\${REGION}\` });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a provider',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: () => «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'an async provider',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: async () => «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'an async method as provider',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          async region() {
            return «'us-east-1'»;
          },
        });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a provider of a promise',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: () => Promise.resolve(«'us-east-1'») });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a provider by name',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        async function getRegion() {
          return «'us-east-1'»;
        }
        new S3Client({ region: getRegion });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a choice that a condition of its own makes',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: stage === 'production' ? «'us-east-1'» : region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a loop over one region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        for (const region of [«'us-east-1'»]) new S3Client({ region });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a region that does not exist yet',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'af-central-7'» });
      `,
      errors: [pins({ region: 'af-central-7', what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'regions of other partitions',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'cn-north-1'» });
        new S3Client({ region: «'us-gov-west-1'» });
        new S3Client({ region: «'eusc-de-east-1'» });
        new S3Client({ region: «'us-isob-east-1'» });
      `,
      errors: [
        pins({ region: 'cn-north-1', what: 'this S3 client' }, read(), remove('new S3Client({});')),
        pins({ region: 'us-gov-west-1', what: 'this S3 client' }, read(), remove('new S3Client({});')),
        pins({ region: 'eusc-de-east-1', what: 'this S3 client' }, read(), remove('new S3Client({});')),
        pins({ region: 'us-isob-east-1', what: 'this S3 client' }, read(), remove('new S3Client({});')),
      ],
    },
    // What else takes the region of an AWS client
    {
      name: 'the client inside a document client',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
        DynamoDBDocumentClient.from(new DynamoDBClient({ region: «'us-east-1'» }));
      `,
      errors: [
        pins(
          { what: 'this DynamoDB client' },
          read(),
          remove('DynamoDBDocumentClient.from(new DynamoDBClient({}));'),
        ),
      ],
    },
    {
      name: 'the client of an upload',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { Upload } from '@aws-sdk/lib-storage';
        new Upload({ client: new S3Client({ region: «'us-east-1'» }), params });
      `,
      errors: [
        pins({ what: 'this S3 client' }, read(), remove('new Upload({ client: new S3Client({}), params });')),
      ],
    },
    {
      name: 'a presigner',
      code: `
        import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
        new S3RequestPresigner({ region: «'us-east-1'», credentials, sha256 });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: 'a signer',
      code: `
        import { SignatureV4 } from '@smithy/signature-v4';
        new SignatureV4({ service: 'execute-api', region: «'us-east-1'», credentials, sha256 });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: 'credentials that call STS',
      code: `
        import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
        fromTemporaryCredentials({ params, clientConfig: { region: «'us-east-1'» } });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: 'a wrapper that takes the options of its client',
      code: `
        import { SSMProvider } from '@aws-lambda-powertools/parameters/ssm';
        new SSMProvider({ clientConfig: { region: «'us-east-1'» } });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: 'a model provider',
      code: `
        import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
        createAmazonBedrock({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: 'a signer of fetch',
      code: `
        import { AwsClient } from 'aws4fetch';
        new AwsClient({ accessKeyId, secretAccessKey, region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'a client' }, read())],
    },
    {
      name: "an endpoint that is AWS's own",
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: «'us-east-1'», endpoint: 'https://sqs.us-east-1.amazonaws.com' });
      `,
      errors: [
        pins(
          { what: 'this SQS client' },
          read(),
          remove("new SQSClient({ endpoint: 'https://sqs.us-east-1.amazonaws.com' });"),
        ),
      ],
    },
    {
      name: 'an endpoint that is undefined in production',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: «'us-east-1'», endpoint: isOffline ? 'http://localhost:4566' : undefined });
      `,
      errors: [
        pins(
          { what: 'this SQS client' },
          read(),
          remove("new SQSClient({ endpoint: isOffline ? 'http://localhost:4566' : undefined });"),
        ),
      ],
    },
    {
      name: 'path style that is off',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'», forcePathStyle: false });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ forcePathStyle: false });'))],
    },
    {
      name: 'an endpoint that is undefined',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: «'us-east-1'», endpoint: undefined });
      `,
      errors: [pins({ what: 'this SQS client' }, read(), remove('new SQSClient({ endpoint: undefined });'))],
    },
    // SDK v2
    {
      name: 'a client of SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.S3({ region: «'us-west-2'» });
      `,
      errors: [pins({ region: 'us-west-2', what: 'this S3 client' }, read(), remove('new AWS.S3({});'))],
    },
    {
      name: 'a client of SDK v2 by ES import',
      code: `
        import { SQS } from 'aws-sdk';
        new SQS({ region: «'us-west-2'» });
      `,
      errors: [pins({ region: 'us-west-2', what: 'this SQS client' }, read(), remove('new SQS({});'))],
    },
    {
      name: 'the document client of SDK v2',
      code: `
        import AWS from 'aws-sdk';
        new AWS.DynamoDB.DocumentClient({ region: «'us-west-2'» });
      `,
      errors: [
        pins(
          { region: 'us-west-2', what: 'this DynamoDB client' },
          read(),
          remove('new AWS.DynamoDB.DocumentClient({});'),
        ),
      ],
    },
    {
      name: 'a module of one service of SDK v2',
      filename: 'src/orders.js',
      code: `
        const StepFunctions = require('aws-sdk/clients/stepfunctions');
        new StepFunctions({ region: «'us-west-2'» });
      `,
      errors: [
        pins({ region: 'us-west-2', what: 'this SFN client' }, read(), remove('new StepFunctions({});')),
      ],
    },
    {
      name: 'a traced SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWSXRay = require('aws-xray-sdk');
        const AWS = AWSXRay.captureAWS(require('aws-sdk'));
        new AWS.S3({ region: «'us-west-2'» });
      `,
      errors: [pins({ region: 'us-west-2', what: 'this S3 client' }, read(), remove('new AWS.S3({});'))],
    },
    {
      name: 'config.update',
      code: `
        import AWS from 'aws-sdk';
        AWS.config.update({ region: «'us-west-2'» });
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: 'config.update with a constant',
      code: `
        import AWS from 'aws-sdk';
        const REGION = «'us-west-2'»;
        AWS.config.update({ region: REGION });
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: 'config.region',
      code: `
        import AWS from 'aws-sdk';
        AWS.config.region = «'us-west-2'»;
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: "config['region']",
      code: `
        import AWS from 'aws-sdk';
        AWS.config['region'] = «'us-west-2'»;
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: 'aws-sdk/global',
      code: `
        import AWS from 'aws-sdk/global';
        AWS.config.region = «'us-west-2'»;
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: 'new Config',
      code: `
        import AWS from 'aws-sdk';
        AWS.config = new AWS.Config({ region: «'us-west-2'» });
      `,
      errors: [pins({ region: 'us-west-2', what: 'the AWS SDK' }, read())],
    },
    {
      name: 'the variable that the SDK reads',
      code: "process.env.AWS_REGION = «'us-east-1'»;",
      errors: [pins({ what: 'the AWS SDK' })],
    },
    {
      name: 'the variable, in brackets',
      code: "process.env['AWS_REGION'] = «'us-east-1'»;",
      errors: [pins({ what: 'the AWS SDK' })],
    },
    // Arguments and properties
    {
      name: 'a function that is named for it',
      code: `
        useProvider(«'us-east-1'»);
        createClientForRegion(«'us-east-1'»);
        builder.withRegion(«'us-east-1'»);
      `,
      errors: [
        pins({ what: 'what receives it' }, read()),
        pins({ what: 'what receives it' }, read()),
        pins({ what: 'what receives it' }, read()),
      ],
    },
    {
      name: 'a property that is named for it',
      code: "createStore({ awsRegion: «'eu-west-1'» });",
      errors: [pins({ region: 'eu-west-1', what: 'what receives it' }, read())],
    },
    {
      name: 'a property, by a constant',
      code: `
        const options = { awsRegion: «'eu-west-1'» };
        createStore(options);
      `,
      errors: [pins({ region: 'eu-west-1', what: 'what receives it' }, read())],
    },
    {
      name: 'a property in a group of options',
      code: "createMailer({ ses: { region: «'us-east-1'» } });",
      errors: [pins({ what: 'what receives it' }, read())],
    },
    {
      name: 'a constant that is named for it',
      code: `
        const REGION = «'us-east-1'»;
        send(\`https://sqs.\${REGION}.amazonaws.com/123456789012/orders\`);
      `,
      errors: [pins({ what: 'what receives it' }, read())],
    },
    {
      name: 'a constant in an ARN',
      code: `
        const region = «'us-east-1'»;
        send('arn:aws:sqs:' + region + ':123456789012:orders');
      `,
      errors: [pins({ what: 'what receives it' }, read())],
    },
    {
      name: 'a constant that other modules import',
      code: "export const REGION = «'us-east-1'»;",
      errors: [pins({ what: 'what receives it' }, read())],
    },
    {
      name: 'a constant that other modules require',
      filename: 'src/region-of-orders.cjs',
      code: `
        const REGION = «'us-east-1'»;
        module.exports.REGION = REGION;
      `,
      errors: [pins({ what: 'what receives it' }, read())],
    },
    // Infrastructure code
    {
      name: 'the env of a stack',
      code: `
        import { App } from 'aws-cdk-lib';
        new OrdersStack(app, 'orders', { env: { account: '123456789012', region: «'us-east-1'» } });
      `,
      errors: [pins({ what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION'))],
    },
    {
      name: 'the env of a stack, by a constant',
      code: `
        import * as cdk from 'aws-cdk-lib';
        const env = { account: '123456789012', region: «'eu-west-1'» };
        new OrdersStack(app, 'orders', { env });
      `,
      errors: [
        pins({ region: 'eu-west-1', what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION')),
      ],
    },
    {
      name: 'the env in the class of a stack',
      code: `
        import { Stack } from 'aws-cdk-lib';
        class OrdersStack extends Stack {
          constructor(scope) {
            super(scope, 'orders', { env: { region: «'us-east-1'» } });
          }
        }
      `,
      errors: [pins({ what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION'))],
    },
    {
      name: 'two stacks in two regions: move them to config',
      code: `
        import * as cdk from 'aws-cdk-lib';
        new OrdersStack(app, 'orders-east', { env: { region: «'us-east-1'» } });
        new OrdersStack(app, 'orders-west', { env: { region: «'us-west-2'» } });
      `,
      errors: [
        pins({ what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION')),
        pins({ region: 'us-west-2', what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION')),
      ],
    },
    {
      name: 'CDK v1',
      code: `
        import * as cdk from '@aws-cdk/core';
        new cdk.Stack(app, 'orders', { env: { region: «'us-east-1'» } });
      `,
      errors: [pins({ what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION'))],
    },
    {
      name: 'a variable of a function',
      code: `
        import { Function } from 'aws-cdk-lib/aws-lambda';
        new Function(this, 'orders', { environment: { REGION: «'us-east-1'» } });
      `,
      errors: [pins({ what: 'this deployment' }, read('process.env.CDK_DEFAULT_REGION'))],
    },
    {
      name: 'a provider of Pulumi',
      code: `
        import * as aws from '@pulumi/aws';
        new aws.Provider('east', { region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'a resource of Pulumi',
      code: `
        import * as aws from '@pulumi/aws';
        new aws.s3.Bucket('orders', { region: «'eu-west-1'» });
      `,
      errors: [pins({ region: 'eu-west-1', what: 'this deployment' }, read())],
    },
    {
      name: 'a resource of Pulumi on Google Cloud',
      code: `
        import * as gcp from '@pulumi/gcp';
        new gcp.cloudrun.Service('orders', { location: «'us-central1'» });
      `,
      errors: [
        pins({ region: 'us-central1', what: 'this deployment' }, read('process.env.GOOGLE_CLOUD_REGION')),
      ],
    },
    {
      name: 'a resource of Pulumi on Azure',
      code: `
        import * as azure from '@pulumi/azure-native';
        new azure.resources.ResourceGroup('orders', { location: «'westeurope'» });
      `,
      errors: [pins({ region: 'westeurope', what: 'this deployment' }, read('process.env.AZURE_LOCATION'))],
    },
    {
      name: 'the automation of Pulumi',
      code: `
        import * as automation from '@pulumi/pulumi/automation';
        stack.setConfig('aws:region', { value: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'SST v2',
      filename: 'sst.config.ts',
      code: `
        import { SSTConfig } from 'sst';
        export default {
          config: () => ({ name: 'orders', region: «'us-east-1'» }),
          stacks(app) {},
        } satisfies SSTConfig;
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'SST v3',
      filename: 'sst.config.ts',
      code: `
        /// <reference path="./.sst/platform/config.d.ts" />
        export default $config({
          app: () => ({ name: 'orders', home: 'aws', providers: { aws: { region: «'us-east-1'» } } }),
          async run() {},
        });
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'a provider in SST v3, whose names need no import',
      filename: 'sst.config.ts',
      code: `
        /// <reference path="./.sst/platform/config.d.ts" />
        export default $config({
          async run() {
            new aws.Provider('west', { region: «'us-west-2'» });
          },
        });
      `,
      errors: [pins({ region: 'us-west-2', what: 'this deployment' }, read())],
    },
    {
      name: 'serverless.ts',
      filename: 'serverless.ts',
      code: `
        import type { AWS } from '@serverless/typescript';
        const config: AWS = { service: 'orders', provider: { name: 'aws', region: «'us-east-1'» } };
        export default config;
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'serverless.ts with module.exports',
      filename: 'serverless.ts',
      code: "module.exports = { service: 'orders', provider: { name: 'aws', region: «'us-east-1'» } };",
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'CDK for Terraform',
      code: `
        import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
        new AwsProvider(this, 'aws', { region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    {
      name: 'the state of CDK for Terraform',
      code: `
        import { S3Backend } from 'cdktf';
        new S3Backend(this, { bucket: 'state', key: 'orders', region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this deployment' }, read())],
    },
    // Google Cloud
    {
      name: 'the location of a client',
      code: `
        import { VertexAI } from '@google-cloud/vertexai';
        new VertexAI({ project, location: «'us-central1'» });
      `,
      errors: [
        pins(
          { region: 'us-central1', what: 'this Vertex AI client' },
          read('process.env.GOOGLE_CLOUD_REGION'),
        ),
      ],
    },
    {
      name: 'the location of a model client',
      code: `
        import { GoogleGenAI } from '@google/genai';
        new GoogleGenAI({ vertexai: true, project, location: «'europe-west4'» });
      `,
      errors: [
        pins(
          { region: 'europe-west4', what: 'this Vertex AI client' },
          read('process.env.GOOGLE_CLOUD_REGION'),
        ),
      ],
    },
    {
      name: 'the location of a request',
      code: `
        import { BigQuery } from '@google-cloud/bigquery';
        new BigQuery().query({ query, location: «'us-central1'» });
      `,
      errors: [pins({ region: 'us-central1', what: 'a client' }, read('process.env.GOOGLE_CLOUD_REGION'))],
    },
    {
      name: 'the location of a bucket',
      code: `
        import { Storage } from '@google-cloud/storage';
        new Storage().createBucket('orders', { location: «'us-central1'» });
      `,
      errors: [pins({ region: 'us-central1', what: 'a client' }, read('process.env.GOOGLE_CLOUD_REGION'))],
    },
    {
      name: 'a positional location',
      code: `
        import { CloudTasksClient } from '@google-cloud/tasks';
        const tasks = new CloudTasksClient();
        tasks.queuePath(project, «'us-central1'», 'orders');
      `,
      errors: [pins({ region: 'us-central1', what: 'a client' }, read('process.env.GOOGLE_CLOUD_REGION'))],
    },
    {
      name: 'a positional location, by a constant',
      filename: 'src/keys.js',
      code: `
        const { KeyManagementServiceClient } = require('@google-cloud/kms');
        const client = new KeyManagementServiceClient();
        const location = «'us-central1'»;
        client.locationPath(project, location);
      `,
      errors: [pins({ region: 'us-central1', what: 'a client' }, read('process.env.GOOGLE_CLOUD_REGION'))],
    },
    {
      name: 'a positional location of a client that comes from elsewhere',
      code: `
        const location = «'us-central1'»;
        client.locationPath(project, location);
        parent(project, «'europe-west1'»);
      `,
      errors: [
        pins({ region: 'us-central1', what: 'what receives it' }, read('process.env.GOOGLE_CLOUD_REGION')),
        pins({ region: 'europe-west1', what: 'what receives it' }, read('process.env.GOOGLE_CLOUD_REGION')),
      ],
    },
    {
      name: 'the functions of Firebase',
      code: `
        import { setGlobalOptions } from 'firebase-functions/v2';
        setGlobalOptions({ region: «'us-central1'» });
      `,
      errors: [
        pins({ region: 'us-central1', what: 'this deployment' }, read('process.env.GOOGLE_CLOUD_REGION')),
      ],
    },
    {
      name: 'one function of Firebase',
      code: `
        import { onRequest } from 'firebase-functions/v2/https';
        export const orders = onRequest({ region: «'europe-west1'» }, handler);
      `,
      errors: [
        pins({ region: 'europe-west1', what: 'this deployment' }, read('process.env.GOOGLE_CLOUD_REGION')),
      ],
    },
    {
      name: 'one function of Firebase, v1',
      filename: 'src/index.js',
      code: `
        const functions = require('firebase-functions');
        exports.orders = functions.region(«'europe-west1'»).https.onRequest(handler);
      `,
      errors: [
        pins({ region: 'europe-west1', what: 'this deployment' }, read('process.env.GOOGLE_CLOUD_REGION')),
      ],
    },
    {
      name: 'the caller of a function of Firebase',
      code: `
        import { getFunctions } from 'firebase/functions';
        getFunctions(app, «'us-central1'»);
      `,
      errors: [
        pins(
          { region: 'us-central1', what: 'this Cloud Functions client' },
          read('process.env.GOOGLE_CLOUD_REGION'),
        ),
      ],
    },
    // Azure
    {
      name: 'one preferred location',
      code: `
        import { CosmosClient } from '@azure/cosmos';
        new CosmosClient({ endpoint, key, connectionPolicy: { preferredLocations: [«'West Europe'»] } });
      `,
      errors: [
        pins({ region: 'West Europe', what: 'this Cosmos DB client' }, read('process.env.AZURE_LOCATION')),
      ],
    },
    {
      name: 'a location behind a key',
      code: `
        import { DefaultAzureCredential } from '@azure/identity';
        createCluster({ credential: new DefaultAzureCredential(), location: «"West US 2"» });
      `,
      errors: [pins({ region: 'West US 2', what: 'what receives it' }, read('process.env.AZURE_LOCATION'))],
    },
    {
      name: 'the location of a resource',
      code: `
        import { ResourceManagementClient } from '@azure/arm-resources';
        const client = new ResourceManagementClient(credential, subscription);
        client.resourceGroups.createOrUpdate('orders', { location: «'eastus'» });
      `,
      errors: [pins({ region: 'eastus', what: 'a client' }, read('process.env.AZURE_LOCATION'))],
    },
    // What the edits do to the code around them
    {
      name: 'the only option, with a comma',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region: «'us-east-1'»,
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({});
      `),
        ),
      ],
    },
    {
      name: 'the first option',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'», maxAttempts: 5 });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ maxAttempts: 5 });'))],
    },
    {
      name: 'the first option, with a space before the comma',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» , maxAttempts: 5 });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ maxAttempts: 5 });'))],
    },
    {
      name: 'the first option, in lines',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region: «'us-east-1'»,
          maxAttempts: 5,
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
        });
      `),
        ),
      ],
    },
    {
      name: 'the middle option',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: 5, region: «'us-east-1'», logger });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ maxAttempts: 5, logger });'))],
    },
    {
      name: 'the middle option, in lines',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
          region: «'us-east-1'»,
          logger,
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
          logger,
        });
      `),
        ),
      ],
    },
    {
      name: 'the last option',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ maxAttempts: 5, region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ maxAttempts: 5 });'))],
    },
    {
      name: 'the last option, in lines, with a comma',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
          region: «'us-east-1'»,
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
        });
      `),
        ),
      ],
    },
    {
      name: 'the last option behind a spread',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ ...base, region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({ ...base });'))],
    },
    {
      name: 'a comment above the first option stays',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          // the home of the orders
          region: «'us-east-1'»,
          maxAttempts: 5,
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          // the home of the orders
          maxAttempts: 5,
        });
      `),
        ),
      ],
    },
    {
      name: 'a comment behind the first option stays',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region: «'us-east-1'», // the home of the orders
          maxAttempts: 5,
        });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('   // the home of the orders'))],
    },
    {
      name: 'a comment behind the only option stays',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region: «'us-east-1'», // the home of the orders
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ // the home of the orders
        });
      `),
        ),
      ],
    },
    {
      name: 'a comment behind the last option stays',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
          region: «'us-east-1'», // the home of the orders
        });
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5, // the home of the orders
        });
      `),
        ),
      ],
    },
    {
      name: 'a comment above a later option: it is not removed',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5,
          // the home of the orders
          region: «'us-east-1'»,
        });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a comment behind the option before it: it is not removed',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          maxAttempts: 5, // it is far away
          region: «'us-east-1'»,
        });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a comment before the comma: it is not removed',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» /* home */, maxAttempts: 5 });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'a comment inside the option: it is not removed',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: /* home */ «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    {
      name: 'in JSX',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const upload = <Upload client={new S3Client({ region: «'us-east-1'» })} />;
      `,
      errors: [
        pins(
          { what: 'this S3 client' },
          read(),
          remove('const upload = <Upload client={new S3Client({})} />;'),
        ),
      ],
    },
    {
      name: 'in a browser, where nothing sets a region',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const bucket = import.meta.env.VITE_BUCKET;
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read('import.meta.env.VITE_AWS_REGION'))],
    },
    {
      name: 'in a type assertion',
      filename: 'src/orders.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: <string>«'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read())],
    },
    // Files
    {
      name: 'a test that the settings include',
      filename: 'src/orders.test.ts',
      project: { includeTests: true },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'a name that only contains the word',
      filename: 'src/latest/contest.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
    {
      name: 'a client in a config module',
      filename: 'src/config/clients.ts',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = new S3Client({ region: «'us-east-1'» });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('export const s3 = new S3Client({});'))],
    },
    {
      name: 'clouds that the settings leave out',
      filename: 'src/orders.ts',
      project: { clouds: ['aws'] },
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { VertexAI } from '@google-cloud/vertexai';
        import { CosmosClient } from '@azure/cosmos';
        new S3Client({ region: «'us-east-1'» });
        new VertexAI({ location: 'us-central1' });
        new CosmosClient({ connectionPolicy: { preferredLocations: ['West Europe'] } });
      `,
      errors: [pins({ what: 'this S3 client' }, read(), remove('new S3Client({});'))],
    },
  ],
});
