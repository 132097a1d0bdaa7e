import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { withRegionFailover } from '../../server/src/fixes/second-region/failover-client/region-failover.ts';
import {
  renderFailoverModule,
  type FailoverModuleStyle,
} from '../../server/src/fixes/second-region/failover-client/render.ts';
import { createClients } from './s3-clients.ts';
import { startS3Region } from './s3-region.ts';

const odd: FailoverModuleStyle = {
  language: 'js',
  module: 'esm',
  quote: '"',
  semicolons: false,
  indent: '\t',
  eol: '\r\n',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'failover-forms-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ['an ES module', 'region-failover.mjs', odd],
  ['CommonJS', 'region-failover.cjs', { ...odd, module: 'cjs' as const }],
])('as %s in an odd style, the generated module does the same', async (_, name, style) => {
  const file = join(folder, name);
  writeFileSync(file, renderFailoverModule(style));
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    withRegionFailover: typeof withRegionFailover;
  };
  const [east, west] = await Promise.all([startS3Region('us-east-1'), startS3Region('us-west-2')]);
  const client = module.withRegionFailover(['us-east-1', 'us-west-2'], createClients([east, west]));
  const put = (key: string) => new PutObjectCommand({ Bucket: 'orders', Key: key, Body: 'paid' });
  await client.send(put('first'));
  await east.kill();
  await client.send(put('second'));
  expect([...east.objects.keys()]).toEqual(['/orders/first']);
  expect([...west.objects.keys()]).toEqual(['/orders/second']);
  await west.kill();
  await expect(client.send(put('third'))).rejects.toMatchObject({ name: 'AllRegionsFailedError' });
});
