import { RuleTester } from '../testing/rule-tester.ts';
import rule from './no-hardcoded-partition.ts';

new RuleTester().run('no-hardcoded-partition', rule, {
  valid: [
    {
      name: 'the partition of the stack',
      code: 'const arn = `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:1:orders`;',
    },
    {
      name: 'a region that is written down',
      code: "const arn = 'arn:aws:sqs:us-east-1:111122223333:orders';",
    },
    { name: 'a service without a region', code: 'const role = `arn:aws:iam::${account}:role/orders`;' },
    { name: 'the suffix of the stack', code: 'const host = `sqs.${Aws.REGION}.${Aws.URL_SUFFIX}`;' },
    { name: 'a host without a region', code: 'const host = `${bucket}.s3.amazonaws.com`;' },
    { name: 'a comment', code: '// `arn:aws:sqs:${region}:1:orders`' },
    {
      name: 'AWS left out',
      code: 'const arn = `arn:aws:sqs:${region}:1:orders`;',
      project: { clouds: ['gcp'] },
    },
  ],
  invalid: [
    {
      name: 'an ARN with a computed region',
      code: 'const arn = `arn:«aws»:sqs:${region}:111122223333:orders`;',
      errors: [{ messageId: 'partition', data: { text: 'aws' }, suggestions: [] }],
    },
    {
      name: 'an ARN that is a sum',
      code: "const arn = 'arn:«aws»:sqs:' + region + ':111122223333:orders';",
      errors: [{ messageId: 'partition', data: { text: 'aws' }, suggestions: [] }],
    },
    {
      name: 'a host with a computed region',
      code: 'const host = `https://sts.${options.region}.«amazonaws.com»/`;',
      errors: [{ messageId: 'suffix', data: { text: 'amazonaws.com' }, suggestions: [] }],
    },
    {
      name: 'a host that is a sum',
      code: "const host = 'https://sts.' + awsRegion + '.«amazonaws.com»';",
      errors: [{ messageId: 'suffix', data: { text: 'amazonaws.com' }, suggestions: [] }],
    },
    {
      name: 'beside the pseudo parameters of the CDK',
      code: 'const arn = `arn:«aws»:logs:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:*`;',
      errors: [
        {
          messageId: 'partition',
          data: { text: 'aws' },
          suggestions: [
            {
              messageId: 'useExpression',
              data: { expression: 'cdk.Aws.PARTITION' },
              replace: '${cdk.Aws.PARTITION}',
            },
          ],
        },
      ],
    },
  ],
});
