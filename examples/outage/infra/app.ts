import { App } from 'aws-cdk-lib';
import { OrdersStack } from './orders-stack.ts';
import { WebsiteStack } from './website-stack.ts';

const app = new App();
const account = process.env.CDK_DEFAULT_ACCOUNT;

new OrdersStack(app, 'Orders', { env: { account, region: 'us-east-1' } });
new WebsiteStack(app, 'Website', { env: { account } });
