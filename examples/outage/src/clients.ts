import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const REGION = 'us-east-1';

export const table = DynamoDBDocumentClient.from(new DynamoDBClient({ region: REGION }));
export const queue = new SQSClient({ region: REGION });
export const topic = new SNSClient({ region: REGION });

export const invoices = new S3Client({ region: 'us-east-1' });
