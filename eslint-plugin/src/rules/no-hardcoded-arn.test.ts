import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-hardcoded-arn.ts';

/** An ARN or resource path that is reported; the suggestion turns the marked line into `read`. */
function names(
  { region = 'us-east-1', what = 'ARN' }: { region?: string; what?: string },
  read?: string,
  expression = 'process.env.AWS_REGION',
): ExpectedError {
  const suggestions =
    read === undefined ? [] : [{ messageId: 'readEnvironment', data: { expression }, output: read }];
  return { messageId: 'found', data: { what, region }, suggestions };
}

new RuleTester().run('no-hardcoded-arn', rule, {
  valid: [
    // Left alone
    {
      name: 'an ARN without a region',
      code: "subscribe('arn:aws:s3:::orders', 'arn:aws:iam::123456789012:role/orders');",
    },
    { name: 'a region from elsewhere', code: 'subscribe(`arn:aws:sqs:${region}:123456789012:orders`);' },
    {
      name: 'a constant that goes nowhere',
      code: "const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';",
    },
    {
      name: 'a tagged template',
      code: "const query = sql`select * from events where source = 'arn:aws:sqs:us-east-1:123456789012:orders'`;",
    },
    { name: 'a log', code: "console.log('arn:aws:sqs:us-east-1:123456789012:orders');" },
    {
      name: 'an error',
      code: "throw new Error('No such queue: arn:aws:sqs:us-east-1:123456789012:orders.');",
    },
    {
      name: 'a description',
      code: "register({ description: 'such as arn:aws:sqs:us-east-1:123456789012:orders' });",
    },
    {
      name: 'a comment',
      code: `
        /** For example arn:aws:sqs:us-east-1:123456789012:orders, or projects/p/locations/us-central1. */
        const queue = load();
      `,
    },
    {
      name: 'JSX',
      code: 'const field = <QueueField placeholder="arn:aws:sqs:us-east-1:123456789012:orders" />;',
    },
    { name: 'a comparison', code: "if (arn === 'arn:aws:sqs:us-east-1:123456789012:orders') warn();" },
    { name: 'a comparison of the beginning', code: "if (arn.startsWith('arn:aws:sqs:us-east-1:')) warn();" },
    { name: 'a type', code: "type Queue = 'arn:aws:sqs:us-east-1:123456789012:orders';" },
    { name: 'a key', code: "label({ 'arn:aws:sqs:us-east-1:123456789012:orders': 'Orders' });" },
    {
      name: 'a map of regions',
      code: `
        const layers = {
          'us-east-1': 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1',
          'eu-west-1': 'arn:aws:lambda:eu-west-1:123456789012:layer:tools:1',
        };
        add(layers[region]);
      `,
    },
    {
      name: 'a list of three regions',
      code: `
        subscribe([
          'arn:aws:sqs:us-east-1:123456789012:orders',
          'arn:aws:sqs:us-west-2:123456789012:orders',
          'arn:aws:sqs:eu-west-1:123456789012:orders',
        ]);
      `,
    },
    {
      name: 'a primary and a secondary',
      code: `
        subscribe({
          primary: 'arn:aws:sqs:us-east-1:123456789012:orders',
          secondary: 'arn:aws:sqs:us-west-2:123456789012:orders',
        });
      `,
    },
    {
      name: 'the certificate of a distribution',
      code: "new Distribution({ certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' });",
    },
    {
      name: 'a global web ACL',
      code: "new Distribution({ webAclId: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1' });",
    },
    {
      name: 'a function at the edge',
      code: `
        import { experimental } from 'aws-cdk-lib/aws-cloudfront';
        new experimental.EdgeFunction(this, 'edge', options);
        associate('arn:aws:lambda:us-east-1:123456789012:function:edge:1');
      `,
    },
    {
      name: 'a multi-region access point',
      code: "read({ Bucket: 'arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap' });",
    },
    {
      name: 'a location that spans regions',
      code: "create({ config: `projects/${project}/instanceConfigs/nam3`, parent: 'projects/shop/locations/global' });",
    },
    {
      name: 'a test',
      filename: 'src/queue.test.ts',
      code: "subscribe('arn:aws:sqs:us-east-1:123456789012:orders');",
    },
    {
      name: 'a config module',
      filename: 'src/config.ts',
      code: "export const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';",
    },
  ],
  invalid: [
    // Where an ARN is used
    {
      name: 'an argument',
      code: "subscribe('«arn:aws:sqs:us-east-1:123456789012:orders»');",
      errors: [names({}, 'subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`);')],
    },
    {
      name: 'a property',
      code: "send({ QueueArn: '«arn:aws:sqs:us-east-1:123456789012:orders»' });",
      errors: [names({}, 'send({ QueueArn: `arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders` });')],
    },
    {
      name: 'a constant',
      code: `
        const QUEUE = '«arn:aws:sqs:us-east-1:123456789012:orders»';
        subscribe(QUEUE);
      `,
      errors: [names({}, 'const QUEUE = `arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`;')],
    },
    {
      name: 'the input of a command',
      code: `
        import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
        const TopicArn = '«arn:aws:sns:eu-west-1:123456789012:alerts»';
        new SNSClient({}).send(new PublishCommand({ TopicArn }));
      `,
      errors: [
        names(
          { region: 'eu-west-1' },
          'const TopicArn = `arn:aws:sns:${process.env.AWS_REGION}:123456789012:alerts`;',
        ),
      ],
    },
    {
      name: 'what a function returns',
      code: `
        export function getQueue() {
          return '«arn:aws:sqs:us-east-1:123456789012:orders»';
        }
      `,
      errors: [names({}, '  return `arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`;')],
    },
    {
      name: 'an export',
      code: "export const QUEUE = '«arn:aws:sqs:us-east-1:123456789012:orders»';",
      errors: [
        names({}, 'export const QUEUE = `arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`;'),
      ],
    },
    {
      name: 'a second choice',
      code: `
        const queue = process.env.QUEUE_ARN ?? '«arn:aws:sqs:us-east-1:123456789012:orders»';
        subscribe(queue);
      `,
      errors: [
        names(
          {},
          'const queue = process.env.QUEUE_ARN ?? `arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`;',
        ),
      ],
    },
    {
      name: 'a policy',
      code: `
        import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
        new PolicyStatement({ resources: ['«arn:aws:dynamodb:us-east-1:*:table/*»'] });
      `,
      errors: [
        names(
          {},
          'new PolicyStatement({ resources: [`arn:aws:dynamodb:${process.env.CDK_DEFAULT_REGION}:*:table/*`] });',
          'process.env.CDK_DEFAULT_REGION',
        ),
      ],
    },
    {
      name: 'a layer',
      code: `
        import { LayerVersion } from 'aws-cdk-lib/aws-lambda';
        LayerVersion.fromLayerVersionArn(this, 'tools', '«arn:aws:lambda:eu-west-1:123456789012:layer:tools:14»');
      `,
      errors: [
        names(
          { region: 'eu-west-1' },
          "LayerVersion.fromLayerVersionArn(this, 'tools', `arn:aws:lambda:${process.env.CDK_DEFAULT_REGION}:123456789012:layer:tools:14`);",
          'process.env.CDK_DEFAULT_REGION',
        ),
      ],
    },
    {
      name: 'a certificate outside of us-east-1',
      code: "new LoadBalancer({ certificateArn: '«arn:aws:acm:eu-west-1:123456789012:certificate/x»' });",
      errors: [names({ region: 'eu-west-1' })],
    },
    // Forms of ARNs
    {
      name: 'China',
      code: "subscribe('«arn:aws-cn:sqs:cn-north-1:123456789012:orders»');",
      errors: [
        names(
          { region: 'cn-north-1' },
          'subscribe(`arn:aws-cn:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
      ],
    },
    {
      name: 'GovCloud',
      code: "subscribe('«arn:aws-us-gov:sqs:us-gov-west-1:123456789012:orders»');",
      errors: [
        names(
          { region: 'us-gov-west-1' },
          'subscribe(`arn:aws-us-gov:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
      ],
    },
    {
      name: 'the isolated partitions',
      code: `
        subscribe('«arn:aws-iso:sqs:us-iso-east-1:123456789012:orders»');
        subscribe('«arn:aws-iso-b:sqs:us-isob-east-1:123456789012:orders»');
        subscribe('«arn:aws-iso-e:sqs:eu-isoe-west-1:123456789012:orders»');
        subscribe('«arn:aws-iso-f:sqs:us-isof-south-1:123456789012:orders»');
      `,
      errors: [
        names(
          { region: 'us-iso-east-1' },
          'subscribe(`arn:aws-iso:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
        names(
          { region: 'us-isob-east-1' },
          'subscribe(`arn:aws-iso-b:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
        names(
          { region: 'eu-isoe-west-1' },
          'subscribe(`arn:aws-iso-e:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
        names(
          { region: 'us-isof-south-1' },
          'subscribe(`arn:aws-iso-f:sqs:${process.env.AWS_REGION}:123456789012:orders`);',
        ),
      ],
    },
    {
      name: 'the European sovereign cloud',
      code: "subscribe('«arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:orders»');",
      errors: [
        names(
          { region: 'eusc-de-east-1' },
          'subscribe(`arn:aws-eusc:lambda:${process.env.AWS_REGION}:123456789012:function:orders`);',
        ),
      ],
    },
    {
      name: 'a template with the account',
      code: 'subscribe(`«arn:aws:sqs:us-east-1:${account}:orders»`);',
      errors: [names({}, 'subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:${account}:orders`);')],
    },
    {
      name: 'a template with the partition',
      code: 'subscribe(`«arn:${partition}:sqs:us-east-1:${account}:orders»`);',
      errors: [names({}, 'subscribe(`arn:${partition}:sqs:${process.env.AWS_REGION}:${account}:orders`);')],
    },
    {
      name: 'a template with the service',
      code: 'subscribe(`«arn:aws:${service}:us-east-1:${account}:orders»`);',
      errors: [names({}, 'subscribe(`arn:aws:${service}:${process.env.AWS_REGION}:${account}:orders`);')],
    },
    {
      name: 'a template without expressions',
      code: 'subscribe(`«arn:aws:sqs:us-east-1:123456789012:orders»`);',
      errors: [names({}, 'subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`);')],
    },
    {
      name: 'a sum',
      code: "subscribe('«arn:aws:sqs:us-east-1:' + account + ':orders»');",
      errors: [names({}, "subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:` + account + ':orders');")],
    },
    {
      name: 'a function of CloudFormation: its own variables stay as they are',
      code: `
        const queue = { 'Fn::Sub': '«arn:\${AWS::Partition}:sqs:us-east-1:\${AWS::AccountId}:orders»' };
        subscribe(queue);
      `,
      errors: [names({})],
    },
    {
      name: 'two in one text',
      code: "subscribe('«arn:aws:sqs:us-east-1:123456789012:a» «arn:aws:sqs:us-east-1:123456789012:b»');",
      errors: [
        names(
          {},
          'subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:123456789012:a arn:aws:sqs:us-east-1:123456789012:b`);',
        ),
        names(
          {},
          'subscribe(`arn:aws:sqs:us-east-1:123456789012:a arn:aws:sqs:${process.env.AWS_REGION}:123456789012:b`);',
        ),
      ],
    },
    // Paths of Google Cloud
    {
      name: 'a location',
      code: "publish('«projects/shop/locations/us-central1/queues/orders»');",
      errors: [
        names(
          { region: 'us-central1', what: 'resource path' },
          'publish(`projects/shop/locations/${process.env.GOOGLE_CLOUD_REGION}/queues/orders`);',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a location in a template',
      code: 'publish(`«projects/${project}/locations/us-central1/queues/orders»`);',
      errors: [
        names(
          { region: 'us-central1', what: 'resource path' },
          'publish(`projects/${project}/locations/${process.env.GOOGLE_CLOUD_REGION}/queues/orders`);',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a location without a project',
      code: `
        import { getFunctions } from 'firebase-admin/functions';
        getFunctions().taskQueue('«locations/us-central1/functions/orders»');
      `,
      errors: [
        names(
          { region: 'us-central1', what: 'resource path' },
          'getFunctions().taskQueue(`locations/${process.env.GOOGLE_CLOUD_REGION}/functions/orders`);',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a zone',
      code: 'start(`«projects/${project}/zones/us-central1-a/instances/orders»`);',
      errors: [
        names(
          { region: 'us-central1', what: 'resource path' },
          'start(`projects/${project}/zones/${process.env.GOOGLE_CLOUD_REGION}-a/instances/orders`);',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'the instance configuration of a database',
      code: 'create({ config: `«projects/${project}/instanceConfigs/regional-us-central1»` });',
      errors: [
        names(
          { region: 'us-central1', what: 'resource path' },
          'create({ config: `projects/${project}/instanceConfigs/regional-${process.env.GOOGLE_CLOUD_REGION}` });',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    // What the edit does to the text
    {
      name: 'double quotes',
      code: 'subscribe("«arn:aws:sqs:us-east-1:123456789012:orders»");',
      errors: [names({}, 'subscribe(`arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`);')],
    },
    {
      name: 'another quote in the text',
      code: 'subscribe("it\'s «arn:aws:sqs:us-east-1:123456789012:orders»");',
      errors: [names({}, "subscribe(`it's arn:aws:sqs:${process.env.AWS_REGION}:123456789012:orders`);")],
    },
    {
      name: 'a backtick in the text: none',
      code: "subscribe('`«arn:aws:sqs:us-east-1:123456789012:orders»`');",
      errors: [names({})],
    },
    {
      name: 'an escape in the text: none',
      code: "subscribe('queue:\\n«arn:aws:sqs:us-east-1:123456789012:orders»');",
      errors: [names({})],
    },
    {
      name: 'in a browser',
      code: `
        const queue = import.meta.env.VITE_QUEUE ?? '«arn:aws:sqs:us-east-1:123456789012:orders»';
        subscribe(queue);
      `,
      errors: [
        names(
          {},
          'const queue = import.meta.env.VITE_QUEUE ?? `arn:aws:sqs:${import.meta.env.VITE_AWS_REGION}:123456789012:orders`;',
          'import.meta.env.VITE_AWS_REGION',
        ),
      ],
    },
  ],
});
