import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';

// DynamoDB of all regions, as a local stack has it: at one address. Requests say by their signature whom they mean.
const dynamodb = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ Items: [{ id: { S: 'order-1' } }] }));
  });
}).listen(0, '127.0.0.1');
await once(dynamodb, 'listening');
after(() => dynamodb.close());

process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(dynamodb.address() as AddressInfo).port}`;
process.env.AWS_ACCESS_KEY_ID = 'test';
process.env.AWS_SECRET_ACCESS_KEY = 'test';
const { handler } = await import('../src/orders/find-orders.ts');

// Fails under `npm run chaos`, until the client in find-orders.ts has a second region.
test('a customer finds the orders', async () => {
  assert.deepEqual(await handler({ email: 'a@example.com' }), [{ id: 'order-1' }]);
});
