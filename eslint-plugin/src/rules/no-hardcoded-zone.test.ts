import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-hardcoded-zone.ts';

/** A zone that is reported; the suggestion turns the marked text into `read`. */
function zone(
  zone: string,
  region: string,
  read?: string,
  expression = 'process.env.AWS_REGION',
): ExpectedError {
  const suggestions =
    read === undefined ? [] : [{ messageId: 'readEnvironment', data: { expression }, replace: read }];
  return { messageId: 'found', data: { zone, region }, suggestions };
}

/** The first zone of a list; the suggestion rewrites all of the list, so that the marked line becomes `output`. */
function list(output: string, expression = 'process.env.AWS_REGION'): ExpectedError {
  return {
    messageId: 'found',
    data: { zone: 'us-east-1a', region: 'us-east-1' },
    suggestions: [{ messageId: 'readEnvironment', data: { expression }, output }],
  };
}

new RuleTester().run('no-hardcoded-zone', rule, {
  valid: [
    // Left alone
    {
      name: 'a name that says nothing of zones',
      code: `
        const name = 'us-east-1a';
        label({ name });
      `,
    },
    { name: 'a log', code: "console.log('us-east-1a', { zone: 'us-east-1a' });" },
    { name: 'a comparison', code: "if (zone === 'us-east-1a') warn();" },
    {
      name: 'a key',
      code: `
        const weights = { 'us-east-1a': 1, 'us-east-1b': 2 };
        weigh({ zone: weights[zone] });
      `,
    },
    { name: 'a type', code: "type Zone = 'us-east-1a' | 'us-east-1b';" },
    { name: 'JSX', code: 'const picker = <Zone zone="us-east-1a" />;' },
    {
      name: 'zones of several regions',
      code: "deploy({ zones: ['us-east-1a', 'us-west-2a', 'eu-west-1a'] });",
    },
    {
      name: 'zones of the machines of another vendor',
      code: `
        import { Cluster } from '@pulumi/confluentcloud';
        new Cluster('orders', { availabilityZone: 'us-east-1a' });
      `,
    },
    {
      name: 'a zone that is looked up',
      code: `
        const [zone] = await listZones();
        createSubnet({ availabilityZone: zone });
      `,
    },
    {
      name: 'a zone of the region',
      code: 'createSubnet({ availabilityZone: `${process.env.AWS_REGION}a` });',
    },
    { name: 'a name that begins like a zone', code: "createSubnet({ availabilityZone: 'us-east-1abc' });" },
    {
      name: 'a test',
      filename: 'src/network.test.ts',
      code: "createSubnet({ availabilityZone: 'us-east-1a' });",
    },
    {
      name: 'a config module',
      filename: 'src/config/zones.ts',
      code: "export const zone = 'us-central1-a';",
    },
  ],
  invalid: [
    // Where a zone is used
    {
      name: 'in a request',
      code: `
        import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
        new EC2Client({}).send(new RunInstancesCommand({ Placement: { AvailabilityZone: «'us-east-1a'» } }));
      `,
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'in a request of SDK v2',
      filename: 'src/instances.js',
      code: `
        const AWS = require('aws-sdk');
        new AWS.EC2().runInstances({ Placement: { AvailabilityZone: «'us-east-1a'» } });
      `,
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'a constant',
      code: `
        const AVAILABILITY_ZONE = «'us-east-1a'»;
        createVolume(AVAILABILITY_ZONE);
      `,
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'a constant, by its key',
      code: `
        const home = «'us-east-1a'»;
        createVolume({ availabilityZone: home });
      `,
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'a class field',
      code: `
        class Disks {
          private readonly zone = «'us-central1-a'»;
          create = () => insert({ zone: this.zone });
        }
      `,
      errors: [
        zone(
          'us-central1-a',
          'us-central1',
          '`${process.env.GOOGLE_CLOUD_REGION}-a`',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'an assignment',
      code: "params.AvailabilityZone = «'us-east-1a'»;",
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'an export',
      code: "export const zone = «'us-central1-a'»;",
      errors: [
        zone(
          'us-central1-a',
          'us-central1',
          '`${process.env.GOOGLE_CLOUD_REGION}-a`',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a second choice',
      code: "start({ zone: process.env.ZONE || «'us-central1-a'» });",
      errors: [
        zone(
          'us-central1-a',
          'us-central1',
          '`${process.env.GOOGLE_CLOUD_REGION}-a`',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'a list is one report',
      code: `
        import { Vpc } from 'aws-cdk-lib/aws-ec2';
        new Vpc(this, 'network', { availabilityZones: [«'us-east-1a'», 'us-east-1b', 'us-east-1c'] });
      `,
      errors: [
        list(
          "new Vpc(this, 'network', { availabilityZones: [`${process.env.CDK_DEFAULT_REGION}a`, `${process.env.CDK_DEFAULT_REGION}b`, `${process.env.CDK_DEFAULT_REGION}c`] });",
          'process.env.CDK_DEFAULT_REGION',
        ),
      ],
    },
    {
      name: 'a list with a Local Zone, which has no namesake elsewhere',
      code: "deploy({ zones: [«'us-west-2a'», 'us-west-2-lax-1a'] });",
      errors: [zone('us-west-2a', 'us-west-2')],
    },
    {
      name: 'a list with a zone from elsewhere',
      code: "deploy({ zones: [«'us-east-1a'», other] });",
      errors: [zone('us-east-1a', 'us-east-1')],
    },
    {
      name: 'a list in a constant',
      code: `
        const zones = [«'us-east-1a'», 'us-east-1b'];
        new Vpc(this, 'network', { availabilityZones: zones });
      `,
      errors: [list('const zones = [`${process.env.AWS_REGION}a`, `${process.env.AWS_REGION}b`];')],
    },
    {
      name: 'Pulumi',
      code: `
        import * as aws from '@pulumi/aws';
        new aws.ec2.Subnet('orders', { availabilityZone: «'eu-west-1c'» });
      `,
      errors: [zone('eu-west-1c', 'eu-west-1', '`${process.env.AWS_REGION}c`')],
    },
    // Forms of zones
    {
      name: 'an AWS zone of another partition',
      code: "createSubnet({ availabilityZone: «'us-gov-west-1b'» });",
      errors: [zone('us-gov-west-1b', 'us-gov-west-1', '`${process.env.AWS_REGION}b`')],
    },
    {
      name: 'a Local Zone',
      code: "createSubnet({ availabilityZone: «'us-west-2-lax-1a'» });",
      errors: [zone('us-west-2-lax-1a', 'us-west-2')],
    },
    {
      name: 'a group of Local Zones',
      code: "enable({ zoneGroup: «'us-west-2-lax-1'» });",
      errors: [zone('us-west-2-lax-1', 'us-west-2')],
    },
    {
      name: 'a Wavelength Zone',
      code: "createSubnet({ availabilityZone: «'us-east-1-wl1-bos-wlz-1'» });",
      errors: [zone('us-east-1-wl1-bos-wlz-1', 'us-east-1')],
    },
    {
      name: 'the id of a zone',
      code: "createSubnet({ availabilityZoneId: «'use1-az1'» });",
      errors: [zone('use1-az1', 'us-east-1')],
    },
    {
      name: 'the id of a Local Zone',
      code: "createSubnet({ availabilityZoneId: «'usw2-lax1-az1'» });",
      errors: [zone('usw2-lax1-az1', 'us-west-2')],
    },
    {
      name: 'the id of a Wavelength Zone',
      code: "createSubnet({ availabilityZoneId: «'use1-wl1-bos-wlz1'» });",
      errors: [zone('use1-wl1-bos-wlz1', 'us-east-1')],
    },
    {
      name: 'a zone of Google Cloud',
      code: `
        import { InstancesClient } from '@google-cloud/compute';
        new InstancesClient().get({ project, zone: «'us-central1-a'», instance });
      `,
      errors: [
        zone(
          'us-central1-a',
          'us-central1',
          '`${process.env.GOOGLE_CLOUD_REGION}-a`',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'an AI zone of Google Cloud',
      code: "createNode({ zone: «'us-south1-ai1b'» });",
      errors: [
        zone(
          'us-south1-ai1b',
          'us-south1',
          '`${process.env.GOOGLE_CLOUD_REGION}-ai1b`',
          'process.env.GOOGLE_CLOUD_REGION',
        ),
      ],
    },
    {
      name: 'in backticks',
      code: 'createSubnet({ availabilityZone: «`us-east-1a`» });',
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
    {
      name: 'in double quotes',
      code: 'createSubnet({ availabilityZone: «"us-east-1a"» });',
      errors: [zone('us-east-1a', 'us-east-1', '`${process.env.AWS_REGION}a`')],
    },
  ],
});
