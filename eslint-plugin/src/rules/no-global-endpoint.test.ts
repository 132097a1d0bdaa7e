import { type ExpectedError, type ExpectedSuggestion, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-global-endpoint.ts';

function host(host: string, read?: string): ExpectedError {
  const data = { expression: 'process.env.AWS_REGION' };
  const suggestions = read === undefined ? [] : [{ messageId: 'useRegionalHost', data, output: read }];
  return { messageId: 'globalHost', data: { host }, suggestions };
}

function region(region: string): ExpectedError {
  return { messageId: 'globalRegion', data: { region } };
}

function flag(key: string, ...suggestions: ExpectedSuggestion[]): ExpectedError {
  return { messageId: 'flag', data: { key }, suggestions };
}

function remove(output: string): ExpectedSuggestion {
  return { messageId: 'removeOption', output };
}

new RuleTester().run('no-global-endpoint', rule, {
  valid: [
    // Left alone
    {
      name: 'a regional host',
      code: `
        fetch('https://sts.eu-west-1.amazonaws.com');
        read(\`https://s3.\${region}.amazonaws.com/orders\`);
      `,
    },
    {
      name: 'a bucket in the host: DNS leads to its own region',
      code: "read('https://orders.s3.amazonaws.com/1.json', `https://${bucket}.s3.amazonaws.com/${key}`);",
    },
    { name: 'a global host of a service that has no other', code: "fetch('https://iam.amazonaws.com');" },
    {
      name: 'who may assume a role',
      code: `
        import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
        new ServicePrincipal('sts.amazonaws.com');
      `,
    },
    { name: 'the audience of a token', code: "sign({ audience: 'sts.amazonaws.com' });" },
    {
      name: 'the name of an XML namespace',
      code: "parse({ xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/' });",
    },
    { name: 'a link', code: 'const link = <a href="https://s3.amazonaws.com/manuals/start.pdf">Manual</a>;' },
    { name: 'a log', code: "console.log('https://s3.amazonaws.com/orders');" },
    {
      name: 'a comparison',
      code: "if (url.startsWith('https://s3.amazonaws.com/') || region === 'aws-global') warn();",
    },
    {
      name: 'a service that is global',
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        new IAMClient({ region: 'aws-global' });
      `,
    },
    {
      name: 'an option that is off',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ useGlobalEndpoint: false });
      `,
    },
    {
      name: 'an option that something decides',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ useGlobalEndpoint: isLegacy });
      `,
    },
    {
      name: 'the regional way of SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ stsRegionalEndpoints: 'regional', s3UsEast1RegionalEndpoint: 'regional' });
      `,
    },
    { name: 'an option that is read', code: 'const isGlobal = client.config.useGlobalEndpoint === true;' },
    {
      name: 'a type of options',
      code: `
        interface Options {
          useGlobalEndpoint: true;
        }
      `,
    },
    {
      name: 'a test',
      filename: 'src/tokens.test.ts',
      code: `
        fetch('https://sts.amazonaws.com');
        new STSClient({ region: 'aws-global', useGlobalEndpoint: true });
      `,
    },
  ],
  invalid: [
    // Hosts
    {
      name: 'STS',
      code: "fetch('https://«sts.amazonaws.com»/?Action=GetCallerIdentity');",
      errors: [
        host(
          'sts.amazonaws.com',
          'fetch(`https://sts.${process.env.AWS_REGION}.amazonaws.com/?Action=GetCallerIdentity`);',
        ),
      ],
    },
    {
      name: 'STS, as an endpoint',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ endpoint: 'https://«sts.amazonaws.com»' });
      `,
      errors: [
        host(
          'sts.amazonaws.com',
          'new STSClient({ endpoint: `https://sts.${process.env.AWS_REGION}.amazonaws.com` });',
        ),
      ],
    },
    {
      name: 'STS, by a constant',
      code: `
        const host = '«sts.amazonaws.com»';
        request({ host, path: '/' });
      `,
      errors: [host('sts.amazonaws.com', 'const host = `sts.${process.env.AWS_REGION}.amazonaws.com`;')],
    },
    {
      name: 'S3',
      code: "read('https://«s3.amazonaws.com»/orders/1.json');",
      errors: [
        host('s3.amazonaws.com', 'read(`https://s3.${process.env.AWS_REGION}.amazonaws.com/orders/1.json`);'),
      ],
    },
    {
      name: 'S3 in a template',
      code: 'read(`https://«s3.amazonaws.com»/${bucket}/${key}`);',
      errors: [
        host(
          's3.amazonaws.com',
          'read(`https://s3.${process.env.AWS_REGION}.amazonaws.com/${bucket}/${key}`);',
        ),
      ],
    },
    {
      name: 'a backtick in the text: no edit',
      code: "write('`https://«s3.amazonaws.com»/orders`');",
      errors: [host('s3.amazonaws.com')],
    },
    // Pseudo regions
    {
      name: 'aws-global',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ region: «'aws-global'» });
      `,
      errors: [region('aws-global')],
    },
    {
      name: 'aws-global, by a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const region = «'aws-global'»;
        new S3Client({ region });
      `,
      errors: [region('aws-global')],
    },
    {
      name: 'aws-global in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ region: «'aws-global'» });
      `,
      errors: [region('aws-global')],
    },
    {
      name: 'another partition',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ region: «'aws-cn-global'» });
      `,
      errors: [region('aws-cn-global')],
    },
    // Options
    {
      name: 'useGlobalEndpoint, alone',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ «useGlobalEndpoint: true» });
      `,
      errors: [flag('useGlobalEndpoint', remove('new S3Client({});'))],
    },
    {
      name: 'useGlobalEndpoint, the last',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ region: process.env.AWS_REGION, «useGlobalEndpoint: true» });
      `,
      errors: [flag('useGlobalEndpoint', remove('new STSClient({ region: process.env.AWS_REGION });'))],
    },
    {
      name: 'useGlobalEndpoint, the first',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({ «useGlobalEndpoint: true», region: process.env.AWS_REGION });
      `,
      errors: [flag('useGlobalEndpoint', remove('new STSClient({ region: process.env.AWS_REGION });'))],
    },
    {
      name: 'useGlobalEndpoint, in lines',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({
          maxAttempts: 5,
          «useGlobalEndpoint: true»,
        });
      `,
      errors: [
        flag(
          'useGlobalEndpoint',
          remove(`
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({
          maxAttempts: 5,
        });
      `),
        ),
      ],
    },
    {
      name: 'a comment above it: no edit',
      code: `
        import { STSClient } from '@aws-sdk/client-sts';
        new STSClient({
          maxAttempts: 5,
          // as in 2015
          «useGlobalEndpoint: true»,
        });
      `,
      errors: [flag('useGlobalEndpoint')],
    },
    {
      name: 'useGlobalEndpoint, in options of their own',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const options = { «useGlobalEndpoint: true», maxAttempts: 5 };
        new S3Client(options);
      `,
      errors: [flag('useGlobalEndpoint', remove('const options = { maxAttempts: 5 };'))],
    },
    {
      name: 'the old way of STS in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        AWS.config.update({ «stsRegionalEndpoints: 'legacy'» });
      `,
      errors: [flag('stsRegionalEndpoints')],
    },
    {
      name: 'the old way of S3 in SDK v2',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.S3({ «s3UsEast1RegionalEndpoint: 'legacy'» });
      `,
      errors: [flag('s3UsEast1RegionalEndpoint')],
    },
    {
      name: 'the old way by assignment',
      filename: 'src/orders.js',
      code: `
        const AWS = require('aws-sdk');
        «AWS.config.stsRegionalEndpoints = 'legacy'»;
      `,
      errors: [flag('stsRegionalEndpoints')],
    },
  ],
});
