import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { startRegion, type Region } from './region.ts';

/** DynamoDB in one region, with the table `orders`, whose key is `id`. */
export async function startDynamoDBRegion(name: string): Promise<Region> {
  const region = await startRegion(name, dynalite({ createTableMs: 0 }));
  const client = new DynamoDBClient(clientConfig(region));
  await client.send(
    new CreateTableCommand({
      TableName: 'orders',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  client.destroy();
  return region;
}

/** For the constructor of a client of the SDK. */
export function clientConfig({ name, endpoint }: Region) {
  return { region: name, endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}
