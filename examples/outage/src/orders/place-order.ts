import { PublishCommand } from '@aws-sdk/client-sns';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { queue, table, topic } from '../clients.ts';
import { Mailer } from './mailer.ts';

const QUEUE_URL = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';
const TOPIC_ARN = 'arn:aws:sns:us-east-1:123456789012:order-placed';

export interface Order {
  id: string;
  email: string;
  cents: number;
}

const mailer = new Mailer();

/** Lambda: stores the order, then tells the warehouse, the other services and the customer. */
export async function handler(order: Order): Promise<void> {
  const body = JSON.stringify(order);
  await table.send(new PutCommand({ TableName: 'orders', Item: order }));
  await queue.send(new SendMessageCommand({ QueueUrl: QUEUE_URL, MessageBody: body }));
  await topic.send(new PublishCommand({ TopicArn: TOPIC_ARN, Message: body }));
  await mailer.confirm(order);
}
