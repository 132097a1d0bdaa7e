/**
 * Writes a TypeScript module as services have them: clients of AWS, of which some carry their region, and functions
 * that call them.
 *
 * @param {number} lines how long it is
 * @param {number} seed different seeds give different names
 */
export function writeSource(lines, seed) {
  const text = [
    `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';`,
    `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';`,
    `import type { Logger } from './logger.js';`,
    ``,
    `const table = new DynamoDBClient({ region: 'us-east-1' });`,
    `const queue = new SQSClient({ region: process.env.AWS_REGION ?? 'eu-west-1', maxAttempts: ${seed} });`,
    ``,
  ];
  for (let part = 1; ; part++) {
    const next = writePart(seed * 1000 + part);
    if (text.length + next.length > lines) break;
    text.push(...next);
  }
  while (text.length < lines) text.push('// to be continued');
  return `${text.join('\n')}\n`;
}

function writePart(number) {
  return `
/** What part ${number} knows of an order. */
export interface Order${number} {
  readonly id: string;
  readonly lines: readonly { sku: string; count: number; price?: number }[];
  state: 'new' | 'paid' | 'sent';
}

export async function handle${number}(order: Order${number}, logger: Logger): Promise<Order${number} | undefined> {
  const { id, lines, ...rest } = order;
  const total = lines.reduce((sum, { count, price = 0 }) => sum + count * price, 0);
  if (total <= 0 || rest.state !== 'new') {
    logger.warn(\`order \${id} has nothing to pay: \${total}\`);
    return undefined;
  }
  try {
    const known = await table.send(new GetItemCommand({ TableName: 'orders-${number}', Key: { id: { S: id } } }));
    for (const [index, line] of lines.entries()) {
      await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify({ line, index }) }));
    }
    return known.Item ? { ...order, state: 'paid' } : undefined;
  } catch (error) {
    logger.error(error instanceof Error ? error.message : String(error));
    throw error;
  }
}`.split('\n');
}
