import { Size, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Volume } from 'aws-cdk-lib/aws-ec2';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    new Table(this, 'Orders', {
      tableName: 'orders',
      partitionKey: { name: 'id', type: AttributeType.STRING },
    });
    new Queue(this, 'Warehouse', { queueName: 'orders' });
    new Volume(this, 'PriceCache', { availabilityZone: 'us-east-1a', size: Size.gibibytes(20) });
  }
}
