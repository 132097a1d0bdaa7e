import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Shop } from './shop.ts';

const root = join(import.meta.dirname, '../..');
const clientModules = join(import.meta.dirname, 'clients/node_modules');

let shop: Shop;

afterEach(async () => {
  await shop.close();
});

const region = ['--region', 'us-east-1', '--'];
const chaos = JSON.stringify(join(root, 'server/dist/chaos.cjs'));

/** A test that places an order, and one that makes the region fail by itself. */
const tests = (header: string) => `${header}
import { both, east, put } from './clients.js';
test('places an order', async () => {
  await both.send(put());
});
`;

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

describe('under a test runner, a refused connection fails over, and the report knows', () => {
  it.each(['forks', 'threads', 'vmThreads'])('vitest, pool %s', async (pool) => {
    shop = await Shop.open({ 'orders.test.js': tests("import { test } from 'vitest';") });
    const { code, stdout } = await shop.chaos([...region, process.execPath, vitest, 'run', '--pool', pool]);
    expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
    expect(code).toBe(0);
  });

  it('node:test', async () => {
    shop = await Shop.open({ 'orders.test.js': tests("import test from 'node:test';") });
    const { code, stdout } = await shop.chaos([...region, process.execPath, '--test']);
    expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
    expect(code).toBe(0);
  });

  it('mocha', async () => {
    shop = await Shop.open({ 'orders.test.js': tests('const test = globalThis.it;') });
    const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
    const { code, stdout } = await shop.chaos([...region, process.execPath, mocha, 'orders.test.js']);
    expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
    expect(code).toBe(0);
  });

  it.runIf(existsSync(clientModules) || process.env.CI)(
    'Jest, with regionDown in the test, too',
    async () => {
      const own = `
const { regionDown } = require(${chaos});
test.each(['refuse', 'dns', '503'])('survives %s', async (how) => {
  const outage = regionDown('us-east-1', { how });
  await both.send(put());
  expect(outage.calls).toMatchObject([{ hit: true }, { region: 'us-west-2', hit: false }]);
  outage.restore();
  returnToRegion('us-east-1');
});`;
      shop = await Shop.open({}, clientModules);
      const toCommonJs = (text: string) =>
        text
          .replace(/^import (\{[^}]*\}) from ('[^']*');$/gmu, 'const $1 = require($2);')
          .replaceAll('region-failover.js', 'region-failover.cjs')
          .replaceAll('./clients.js', './clients.cjs');
      const { readFileSync } = await import('node:fs');
      const read = (name: string) => readFileSync(join(shop.folder, name), 'utf8');
      shop.write({
        'package.json': '{ "jest": { "testEnvironment": "node", "testMatch": ["**/*.test.cjs"] } }',
        'region-failover.cjs': `${read('region-failover.js').replace(/^export /gmu, '')}
module.exports = { returnToRegion, withRegionFailover };`,
        'clients.cjs': `${toCommonJs(read('clients.js')).replace(/^export const/gmu, 'const')}
module.exports = { both, east, put };`,
        'orders.test.cjs': toCommonJs(tests('')),
        'own.test.cjs': `${toCommonJs("import { both, put } from './clients.js';")}
const { returnToRegion } = require('./region-failover.cjs');${own}`,
      });
      const jest = join(clientModules, 'jest/bin/jest.js');
      const plain = await shop.run(process.execPath, [jest, 'own']);
      expect(plain.stderr).toContain('3 passed');
      const { code, stdout } = await shop.chaos([...region, process.execPath, jest, 'orders']);
      expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
      expect(code).toBe(0);
    },
  );

  it.runIf(existsSync(clientModules) || process.env.CI)(
    'aws-sdk-client-mock: nothing is sent, and nothing is proven',
    async () => {
      shop = await Shop.open(
        {
          'main.mjs': `import { mockClient } from 'aws-sdk-client-mock';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { east, put } from './clients.js';
mockClient(DynamoDBClient).resolves({});
await east.send(put());
`,
        },
        clientModules,
      );
      const { code, stdout } = await shop.chaos([...region, process.execPath, 'main.mjs']);
      expect(stdout).toContain('Nothing was sent to us-east-1. A mocked SDK?');
      expect(code).toBe(2);
    },
  );
});
