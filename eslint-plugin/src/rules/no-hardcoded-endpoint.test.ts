import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-hardcoded-endpoint.ts';

/** A host that is reported; the suggestion turns the marked line into `read`. */
function host(
  host: string,
  read?: string,
  region = 'us-east-1',
  expression = 'process.env.AWS_REGION',
): ExpectedError {
  const suggestions =
    read === undefined ? [] : [{ messageId: 'readEnvironment', data: { expression }, output: read }];
  return { messageId: 'found', data: { host, region }, suggestions };
}

new RuleTester().run('no-hardcoded-endpoint', rule, {
  valid: [
    // Left alone
    {
      name: 'a host without a region',
      code: "call('https://iam.amazonaws.com', 'https://aiplatform.googleapis.com');",
    },
    { name: 'a region from elsewhere', code: 'call(`https://sqs.${region}.amazonaws.com`);' },
    {
      name: 'a constant that goes nowhere',
      code: "const QUEUE_URL = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';",
    },
    { name: 'a log', code: "console.log('https://sqs.us-east-1.amazonaws.com/123456789012/orders');" },
    {
      name: 'an error',
      code: 'throw new Error(`Cannot reach https://sqs.us-east-1.amazonaws.com/${account}/orders.`);',
    },
    {
      name: 'a comment',
      code: `
        // https://sqs.us-east-1.amazonaws.com/123456789012/orders
        const queue = load();
      `,
    },
    {
      name: 'the console, and documentation',
      code: `
        open('https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1');
        open('https://docs.aws.amazon.com/sdk/us-east-1.html');
      `,
    },
    {
      name: 'a link',
      code: 'const link = <a href="https://manuals.s3.us-east-1.amazonaws.com/start.pdf">Manual</a>;',
    },
    { name: 'a comparison', code: "if (url.includes('.s3.us-east-1.amazonaws.com')) warn();" },
    {
      name: 'a map of regions',
      code: `
        const apis = {
          'us-east-1': 'https://a.execute-api.us-east-1.amazonaws.com',
          'us-west-2': 'https://b.execute-api.us-west-2.amazonaws.com',
        };
        fetch(apis[region]);
      `,
    },
    {
      name: 'a primary and a secondary',
      code: `
        connect({
          primary: 'orders.abc123.us-east-1.rds.amazonaws.com',
          secondary: 'orders.abc123.us-west-2.rds.amazonaws.com',
        });
      `,
    },
    {
      name: 'a content security policy',
      code: `
        const csp = ["'self'", 'https://cognito-idp.us-east-1.amazonaws.com'];
        protect({ connectSrc: csp });
      `,
    },
    {
      name: 'a content security policy as an object',
      code: "helmet({ contentSecurityPolicy: { directives: { imgSrc: ['https://orders.s3.us-east-1.amazonaws.com'] } } });",
    },
    {
      name: 'a content security policy as a text',
      code: "headers.set('Content-Security-Policy', \"connect-src 'self' https://cognito-idp.us-east-1.amazonaws.com\");",
    },
    {
      name: 'who may assume a role',
      code: `
        import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
        new ServicePrincipal('logs.us-east-1.amazonaws.com');
      `,
    },
    { name: 'a global host has a rule of its own', code: "call('https://sts.amazonaws.com');" },
    {
      name: 'a test',
      filename: 'src/queue.test.ts',
      code: "send('https://sqs.us-east-1.amazonaws.com/123456789012/orders');",
    },
    {
      name: 'a config module',
      filename: 'src/config/hosts.ts',
      code: "export const QUEUE_URL = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';",
    },
  ],
  invalid: [
    // Hosts of AWS
    {
      name: 'a queue',
      code: "send({ QueueUrl: 'https://«sqs.us-east-1.amazonaws.com»/123456789012/orders' });",
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'send({ QueueUrl: `https://sqs.${process.env.AWS_REGION}.amazonaws.com/123456789012/orders` });',
        ),
      ],
    },
    {
      name: 'a queue, by a constant',
      code: `
        const QUEUE_URL = 'https://«sqs.us-east-1.amazonaws.com»/123456789012/orders';
        send(QUEUE_URL);
      `,
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'const QUEUE_URL = `https://sqs.${process.env.AWS_REGION}.amazonaws.com/123456789012/orders`;',
        ),
      ],
    },
    {
      name: 'an API',
      code: "fetch('https://«abc123.execute-api.us-east-1.amazonaws.com»/prod');",
      errors: [host('abc123.execute-api.us-east-1.amazonaws.com')],
    },
    {
      name: 'the URL of a function',
      code: "fetch('https://«abc123.lambda-url.us-east-1.on.aws»/');",
      errors: [host('abc123.lambda-url.us-east-1.on.aws')],
    },
    {
      name: 'a registry',
      code: "pull('«123456789012.dkr.ecr.us-east-1.amazonaws.com»/shop:latest');",
      errors: [
        host(
          '123456789012.dkr.ecr.us-east-1.amazonaws.com',
          'pull(`123456789012.dkr.ecr.${process.env.AWS_REGION}.amazonaws.com/shop:latest`);',
        ),
      ],
    },
    {
      name: 'a database',
      code: "connect({ host: '«orders.abc123.us-east-1.rds.amazonaws.com»', port: 5432 });",
      errors: [host('orders.abc123.us-east-1.rds.amazonaws.com')],
    },
    {
      name: 'a cache, whose region is written as in zones',
      code: "connect({ host: '«orders.abc123.0001.use1.cache.amazonaws.com»' });",
      errors: [host('orders.abc123.0001.use1.cache.amazonaws.com')],
    },
    {
      name: 'a sign-in page',
      code: "open('https://«shop.auth.us-east-1.amazoncognito.com»/login');",
      errors: [host('shop.auth.us-east-1.amazoncognito.com')],
    },
    {
      name: 'an issuer of tokens',
      code: "verify({ issuer: 'https://«cognito-idp.us-east-1.amazonaws.com»/us-east-1_AbCdEf123' });",
      errors: [host('cognito-idp.us-east-1.amazonaws.com')],
    },
    {
      name: 'a dual-stack host',
      code: "call('https://«lambda.us-east-1.api.aws»');",
      errors: [host('lambda.us-east-1.api.aws', 'call(`https://lambda.${process.env.AWS_REGION}.api.aws`);')],
    },
    {
      name: 'a bucket',
      code: "read('https://«orders.s3.us-east-2.amazonaws.com»/1.json');",
      errors: [
        host(
          'orders.s3.us-east-2.amazonaws.com',
          'read(`https://orders.s3.${process.env.AWS_REGION}.amazonaws.com/1.json`);',
          'us-east-2',
        ),
      ],
    },
    {
      name: 'a bucket in the old way',
      code: "read('https://«s3-us-west-2.amazonaws.com»/orders/1.json');",
      errors: [
        host(
          's3-us-west-2.amazonaws.com',
          'read(`https://s3-${process.env.AWS_REGION}.amazonaws.com/orders/1.json`);',
          'us-west-2',
        ),
      ],
    },
    {
      name: 'a website',
      code: "read('http://«orders.s3-website-us-east-1.amazonaws.com»');",
      errors: [
        host(
          'orders.s3-website-us-east-1.amazonaws.com',
          'read(`http://orders.s3-website-${process.env.AWS_REGION}.amazonaws.com`);',
        ),
      ],
    },
    {
      name: 'the service of a VPC endpoint',
      code: "new VpcEndpoint({ serviceName: '«com.amazonaws.us-east-1.s3»' });",
      errors: [
        host(
          'com.amazonaws.us-east-1.s3',
          'new VpcEndpoint({ serviceName: `com.amazonaws.${process.env.AWS_REGION}.s3` });',
        ),
      ],
    },
    {
      name: 'China',
      code: "call('https://«sqs.cn-north-1.amazonaws.com.cn»');",
      errors: [
        host(
          'sqs.cn-north-1.amazonaws.com.cn',
          'call(`https://sqs.${process.env.AWS_REGION}.amazonaws.com.cn`);',
          'cn-north-1',
        ),
      ],
    },
    {
      name: 'the European sovereign cloud',
      code: "call('https://«sqs.eusc-de-east-1.amazonaws.eu»');",
      errors: [
        host(
          'sqs.eusc-de-east-1.amazonaws.eu',
          'call(`https://sqs.${process.env.AWS_REGION}.amazonaws.eu`);',
          'eusc-de-east-1',
        ),
      ],
    },
    {
      name: 'an endpoint of a client',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ endpoint: 'https://«sqs.us-east-1.amazonaws.com»' });
      `,
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'new SQSClient({ endpoint: `https://sqs.${process.env.AWS_REGION}.amazonaws.com` });',
        ),
      ],
    },
    {
      name: 'an export',
      code: "export const API = 'https://«sqs.us-east-1.amazonaws.com»/prod';",
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'export const API = `https://sqs.${process.env.AWS_REGION}.amazonaws.com/prod`;',
        ),
      ],
    },
    {
      name: 'a second choice',
      code: `
        const api = process.env.API ?? 'https://«sqs.us-east-1.amazonaws.com»/prod';
        fetch(api);
      `,
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'const api = process.env.API ?? `https://sqs.${process.env.AWS_REGION}.amazonaws.com/prod`;',
        ),
      ],
    },
    // Hosts of Google Cloud
    {
      name: 'an endpoint of a client of Google Cloud',
      code: `
        import { PredictionServiceClient } from '@google-cloud/aiplatform';
        new PredictionServiceClient({ apiEndpoint: '«us-central1-aiplatform.googleapis.com»' });
      `,
      errors: [
        host(
          'us-central1-aiplatform.googleapis.com',
          'new PredictionServiceClient({ apiEndpoint: `${process.env.GOOGLE_CLOUD_REGION}-aiplatform.googleapis.com` });',
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a function',
      code: "fetch('https://«us-central1-shop.cloudfunctions.net»/orders');",
      errors: [
        host(
          'us-central1-shop.cloudfunctions.net',
          'fetch(`https://${process.env.GOOGLE_CLOUD_REGION}-shop.cloudfunctions.net/orders`);',
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a service',
      code: "fetch('https://«orders-123456789012.us-central1.run.app»');",
      errors: [
        host(
          'orders-123456789012.us-central1.run.app',
          'fetch(`https://orders-123456789012.${process.env.GOOGLE_CLOUD_REGION}.run.app`);',
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a registry of images',
      code: "deploy('«europe-west1-docker.pkg.dev»/shop/images/orders');",
      errors: [
        host(
          'europe-west1-docker.pkg.dev',
          'deploy(`${process.env.GOOGLE_CLOUD_REGION}-docker.pkg.dev/shop/images/orders`);',
          'europe-west1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a regional endpoint',
      code: "call('https://«pubsub.us-central1.rep.googleapis.com»');",
      errors: [
        host(
          'pubsub.us-central1.rep.googleapis.com',
          'call(`https://pubsub.${process.env.GOOGLE_CLOUD_REGION}.rep.googleapis.com`);',
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    // Hosts in parts
    {
      name: 'a template that begins the host',
      code: 'read(`https://${bucket}.«s3.us-east-1.amazonaws.com»/${key}`);',
      errors: [
        host(
          's3.us-east-1.amazonaws.com',
          'read(`https://${bucket}.s3.${process.env.AWS_REGION}.amazonaws.com/${key}`);',
        ),
      ],
    },
    {
      name: 'a sum that begins the host',
      code: "fetch('https://' + id + '.«execute-api.us-east-1.amazonaws.com»/prod');",
      errors: [
        host(
          'execute-api.us-east-1.amazonaws.com',
          "fetch('https://' + id + `.execute-api.${process.env.AWS_REGION}.amazonaws.com/prod`);",
        ),
      ],
    },
    {
      name: 'a template that ends the host',
      code: 'fetch(`https://«us-central1-${project}.cloudfunctions.net»/orders`);',
      errors: [
        host(
          'us-central1-${project}.cloudfunctions.net',
          'fetch(`https://${process.env.GOOGLE_CLOUD_REGION}-${project}.cloudfunctions.net/orders`);',
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a sum that ends the host',
      code: "fetch('https://«us-central1-' + project + '.cloudfunctions.net»/orders');",
      errors: [
        host(
          "us-central1-' + project + '.cloudfunctions.net",
          "fetch(`https://${process.env.GOOGLE_CLOUD_REGION}-` + project + '.cloudfunctions.net/orders');",
          'us-central1',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a domain that comes from elsewhere',
      code: 'call(`https://«sqs.us-east-1.»${domain}/orders`);',
      errors: [host('sqs.us-east-1.', 'call(`https://sqs.${process.env.AWS_REGION}.${domain}/orders`);')],
    },
    // What the edit does to the text
    {
      name: 'double quotes',
      code: 'fetch("https://«sqs.us-east-1.amazonaws.com»/prod");',
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'fetch(`https://sqs.${process.env.AWS_REGION}.amazonaws.com/prod`);',
        ),
      ],
    },
    {
      name: 'backticks',
      code: 'fetch(`https://«sqs.us-east-1.amazonaws.com»/prod`);',
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'fetch(`https://sqs.${process.env.AWS_REGION}.amazonaws.com/prod`);',
        ),
      ],
    },
    {
      name: 'a dollar sign and a brace in the text: none',
      code: "fetch('https://«abc123.execute-api.us-east-1.amazonaws.com»/${stage}');",
      errors: [host('abc123.execute-api.us-east-1.amazonaws.com')],
    },
    {
      name: 'an escape in the text: none',
      code: "write('API=https://«abc123.execute-api.us-east-1.amazonaws.com»\\n');",
      errors: [host('abc123.execute-api.us-east-1.amazonaws.com')],
    },
    {
      name: 'in a browser',
      code: `
        const api = import.meta.env.VITE_API ?? 'https://«sqs.us-east-1.amazonaws.com»';
        fetch(api);
      `,
      errors: [
        host(
          'sqs.us-east-1.amazonaws.com',
          'const api = import.meta.env.VITE_API ?? `https://sqs.${import.meta.env.VITE_AWS_REGION}.amazonaws.com`;',
          'us-east-1',
          'import.meta.env.VITE_AWS_REGION',
        ),
      ],
    },
  ],
});
