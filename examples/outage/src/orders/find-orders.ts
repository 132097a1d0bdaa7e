import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

const region = process.env.AWS_REGION || 'us-east-1';
const table = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));

/** Lambda: the orders of one customer, newest first. */
export async function handler(event: { email: string }) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: 'orders',
      IndexName: 'by-email',
      KeyConditionExpression: 'email = :email',
      ExpressionAttributeValues: { ':email': event.email },
      ScanIndexForward: false,
    }),
  );
  return Items;
}
