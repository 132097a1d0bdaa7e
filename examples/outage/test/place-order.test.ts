import assert from 'node:assert/strict';
import { test } from 'node:test';
import { S3Client } from '@aws-sdk/client-s3';
import { isEuropean } from '../src/routing/move-traffic.ts';

const REGION = 'us-east-1';

test('an order of us-east-1 may leave the EU', () => {
  assert.equal(isEuropean('us-east-1'), false);
  assert.equal(isEuropean('eu-west-1'), true);
});

test('a client keeps its region', async () => {
  const client = new S3Client({ region: REGION });
  assert.equal(await client.config.region(), 'us-east-1');
});
