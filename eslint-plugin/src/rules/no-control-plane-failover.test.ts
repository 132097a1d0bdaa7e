import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-control-plane-failover.ts';

function controlPlane(operation: string, service = 'Route 53', region = 'us-east-1'): ExpectedError {
  return { messageId: 'controlPlane', data: { operation, service, region } };
}

new RuleTester().run('no-control-plane-failover', rule, {
  valid: [
    // Left alone
    {
      name: 'a function that does not fail over',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export const addRecord = () => dns.send(new ChangeResourceRecordSetsCommand({}));
      `,
    },
    {
      name: 'reading',
      code: `
        import { ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export const failover = () => dns.send(new ListResourceRecordSetsCommand({}));
      `,
    },
    {
      name: 'the data plane that is made for it',
      code: `
        import { UpdateRoutingControlStateCommand } from '@aws-sdk/client-route53-recovery-cluster';
        export const failover = () => cluster.send(new UpdateRoutingControlStateCommand({}));
      `,
    },
    {
      name: 'creating what is missing in a catch clause',
      code: `
        import { CreateRoleCommand, GetRoleCommand } from '@aws-sdk/client-iam';
        export async function ensureRole() {
          try {
            return await iam.send(new GetRoleCommand({ RoleName }));
          } catch (error) {
            if (error.name !== 'NoSuchEntityException') throw error;
            return iam.send(new CreateRoleCommand({ RoleName }));
          }
        }
      `,
    },
    {
      name: 'a command of the same name from the project',
      code: `
        import { ChangeResourceRecordSetsCommand } from './commands.js';
        export const failover = () => bus.send(new ChangeResourceRecordSetsCommand({}));
      `,
    },
    {
      name: 'a test',
      filename: 'src/failover.test.ts',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export const failover = () => dns.send(new ChangeResourceRecordSetsCommand({}));
      `,
    },
  ],
  invalid: [
    // Code that fails over
    {
      name: 'a function by its name',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export async function failover() {
          await dns.send(«new ChangeResourceRecordSetsCommand({})»);
        }
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'an arrow function by its name',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        const failOverToWest = () => dns.send(«new ChangeResourceRecordSetsCommand({})»);
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'a method by its name',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        class Traffic {
          switchRegion() {
            return dns.send(«new ChangeResourceRecordSetsCommand({})»);
          }
        }
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'an export of CommonJS by its name',
      filename: 'src/failover.js',
      code: `
        const { ChangeResourceRecordSetsCommand } = require('@aws-sdk/client-route-53');
        exports.evacuate = () => dns.send(«new ChangeResourceRecordSetsCommand({})»);
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'a callback in such a function',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export async function shiftTraffic(zones) {
          await Promise.all(zones.map((zone) => dns.send(«new ChangeResourceRecordSetsCommand({ zone })»)));
        }
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'traffic that moves in a catch clause',
      code: `
        import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
        export async function handler(event) {
          try {
            await work(event);
          } catch {
            await dns.send(«new ChangeResourceRecordSetsCommand({})»);
          }
        }
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'the aggregated client',
      code: `
        import { Route53 } from '@aws-sdk/client-route-53';
        const dns = new Route53({});
        export const failover = () => «dns.changeResourceRecordSets({})»;
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    {
      name: 'SDK v2',
      filename: 'src/failover.js',
      code: `
        const AWS = require('aws-sdk');
        const dns = new AWS.Route53();
        exports.failover = () => «dns.changeResourceRecordSets({})».promise();
      `,
      errors: [controlPlane('ChangeResourceRecordSets')],
    },
    // Control planes
    {
      name: 'of IAM, CloudFront, Global Accelerator and S3',
      code: `
        import { UpdateDistributionCommand } from '@aws-sdk/client-cloudfront';
        import { UpdateEndpointGroupCommand } from '@aws-sdk/client-global-accelerator';
        import { CreateRoleCommand } from '@aws-sdk/client-iam';
        import { CreateBucketCommand } from '@aws-sdk/client-s3';
        export async function failover() {
          await iam.send(«new CreateRoleCommand({})»);
          await cdn.send(«new UpdateDistributionCommand({})»);
          await accelerator.send(«new UpdateEndpointGroupCommand({})»);
          await s3.send(«new CreateBucketCommand({})»);
        }
      `,
      errors: [
        controlPlane('CreateRole', 'IAM'),
        controlPlane('UpdateDistribution', 'CloudFront'),
        controlPlane('UpdateEndpointGroup', 'Global Accelerator', 'us-west-2'),
        controlPlane('CreateBucket', 'S3'),
      ],
    },
  ],
});
