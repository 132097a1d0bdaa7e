import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop } from './shop.ts';

let shop: Shop;

afterEach(async () => {
  await shop.close();
});

const region = ['--region', 'us-east-1'];

/** Opens a shop whose script is run as the command. */
async function open(script: string): Promise<void> {
  const imports = `import { both, east, put, west } from './clients.js';\n`;
  shop = await Shop.open({ 'main.js': imports + script });
}

const command = ['--', process.execPath, 'main.js'];

describe('a run in which a region is down', () => {
  it.each(['refuse', 'dns', 'reset', '503', 'silent'])(
    'passes with a second region: --down %s',
    async (how) => {
      await open('export async function placeOrder() {\n  await both.send(put());\n}\nawait placeOrder();\n');
      const { code, stdout } = await shop.chaos([...region, '--down', how, ...command]);
      expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
      expect(stdout).toContain('PASSED: The command succeeded while us-east-1 was in trouble.');
      expect(code).toBe(0);
      expect(shop.requests).toEqual(['PutItem us-west-2']);
    },
  );

  it('recognises what code does by hand, by its caller', async () => {
    await open(`async function placeOrder() {
  try {
    await east.send(put());
  } catch {
    await west.send(put());
  }
}
await placeOrder();
`);
    const { code, stdout } = await shop.chaos([...region, ...command]);
    expect(stdout).toMatch(/^dynamodb {2}1 +1 in us-west-2/m);
    expect(code).toBe(0);
    // The second run was without the outage: does it go there anyway?
    expect(shop.requests).toEqual(['PutItem us-west-2', 'PutItem us-east-1']);
  });

  it('fails without one, and says where; without the outage the command succeeds', async () => {
    await open('async function placeOrder() {\n  await east.send(put());\n}\nawait placeOrder();\n');
    const { code, stdout } = await shop.chaos([...region, ...command]);
    expect(stdout).toContain('The command ended with 1. Without the outage it ended with 0.');
    expect(stdout).toMatch(/dynamodb PutItem {2}main\.js:3:\d+ < main\.js:5:\d+/);
    expect(stdout).toContain('FAILED: The command failed while us-east-1 was in trouble.');
    expect(code).toBe(1);
    // The second run.
    expect(shop.requests).toEqual(['PutItem us-east-1']);
  });

  it('says so where no place of the application is behind a call', async () => {
    await open("import { get } from 'node:http';\nsetTimeout(get, 0, process.env.AWS_ENDPOINT_URL);\n");
    const { code, stdout } = await shop.chaos([...region, '--host', '127.0.0.1=us-east-1', ...command]);
    expect(stdout).toContain('\n  127.0.0.1 GET /  place not known\n');
    expect(code).toBe(1);
  });

  it('reaches child processes and worker threads', async () => {
    await open(`import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
await once(fork('./child.js'), 'exit');
await once(new Worker('./child.js', { execArgv: [] }), 'exit');
`);
    shop.write({ 'child.js': "import { both, put } from './clients.js';\nawait both.send(put());\n" });
    const { code, stdout } = await shop.chaos([...region, ...command]);
    expect(stdout).toContain('3 processes took part.');
    expect(stdout).toMatch(/^dynamodb {2}2 +2 in us-west-2/m);
    expect(code).toBe(0);
  });
});

describe('what is no pass', () => {
  it.each([
    [
      'nothing is sent to the region',
      'await west.send(put());\n',
      'Nothing was sent to us-east-1. A mocked SDK?',
    ],
    [
      'an SDK is mocked',
      'east.send = () => Promise.resolve({});\nawait east.send(put());\n',
      'Nothing was sent to us-east-1. A mocked SDK?',
    ],
    [
      'an error is swallowed',
      'await east.send(put()).catch(() => undefined);\n',
      '1 call failed and nothing answered elsewhere',
    ],
    [
      'two calls that have nothing to do with each other go to two regions',
      `const tests = [async () => { await east.send(put()).catch(() => {}); }, async () => { await west.send(put()); }];
for (const test of tests) await test();
`,
      'it is not known whether 1 failed call went on to another region',
    ],
    [
      'both are sent at once',
      'await Promise.allSettled([east.send(put()), west.send(put())]);\n',
      'The command succeeded, ',
    ],
    [
      'a loop goes through all regions anyway',
      `async function putIn(client) {
  try {
    await client.send(put());
  } catch {}
}
for (const client of [east, west]) await putIn(client);
`,
      'it is not known whether 1 failed call went on to another region',
    ],
    [
      'a connection that carries no requests fails, and its error is swallowed',
      `import { connect } from 'node:net';
const database = connect(5432, 'orders.abc.us-east-1.rds.amazonaws.com');
await new Promise((resolve) => database.on('error', resolve));
`,
      'what became of its connections to rds cannot be seen',
    ],
    [
      'the same beside a call that is answered elsewhere',
      `import { connect as connectTo } from 'node:http2';
const session = connectTo('https://bedrock-runtime.us-east-1.amazonaws.com');
await new Promise((resolve) => session.on('error', resolve));
await both.send(put());
`,
      'what became of its connections to bedrock-runtime cannot be seen',
    ],
    [
      'the command fails without the outage, too',
      'await both.send(put());\nprocess.exitCode = 3;\n',
      'The command fails without the outage, too.',
    ],
    ['the command fails by itself', 'process.exitCode = 3;\n', 'it fails by itself'],
  ])('%s', async (_, script, reason) => {
    await open(script);
    const { code, stdout } = await shop.chaos([...region, ...command]);
    expect(stdout).toContain(`INCONCLUSIVE: `);
    expect(stdout).toContain(reason);
    expect(stdout).not.toContain('PASSED');
    expect(code).toBe(2);
  });

  it('no process with Node takes part', async () => {
    await open('');
    const { code, stdout } = await shop.chaos([...region, '--', 'true']);
    expect(stdout).toContain('INCONCLUSIVE: No process with Node took part');
    expect(code).toBe(2);
  });

  it('a child has an environment of its own, and so escapes', async () => {
    await open(`import { execFileSync } from 'node:child_process';
execFileSync(process.execPath, ['child.js'], { env: { ...process.env, NODE_OPTIONS: '' } });
`);
    shop.write({ 'child.js': "import { east, put } from './clients.js';\nawait east.send(put());\n" });
    const { code, stdout } = await shop.chaos([...region, ...command]);
    expect(stdout).toContain('Nothing was sent to us-east-1.');
    expect(code).toBe(2);
  });

  it('is one with --may-fail', async () => {
    await open('await east.send(put()).catch(() => undefined);\n');
    const { code, stdout } = await shop.chaos([...region, '--may-fail', 'dynamodb', ...command]);
    expect(stdout).toContain('PASSED');
    expect(code).toBe(0);
  });
});

describe('other faults', () => {
  it('slows a region down', async () => {
    await open('await east.send(put());\n');
    const { code, stdout } = await shop.chaos([
      ...region,
      '--latency',
      '300ms',
      '--format',
      'json',
      ...command,
    ]);
    const { runs } = JSON.parse(stdout) as { runs: { calls: { outcome: string; ms: number }[] }[] };
    expect(runs[0]?.calls).toMatchObject([{ outcome: 'answered' }]);
    expect(runs[0]?.calls[0]?.ms).toBeGreaterThanOrEqual(290);
    expect(code).toBe(0);
    expect(shop.requests).toEqual(['PutItem us-east-1']);
  });

  it('throttles a service, in its own words', async () => {
    await open('await east.send(put()).catch(({ name }) => console.log(name));\n');
    const { stdout } = await shop.chaos([
      ...region,
      '--throttle',
      'dynamodb',
      '--may-fail',
      'dynamodb',
      ...command,
    ]);
    expect(stdout).toContain('ProvisionedThroughputExceededException');
    expect(stdout).toContain('PASSED');
  });

  it('leaves other services alone', async () => {
    await open('await east.send(put());\n');
    const { stdout } = await shop.chaos([...region, '--service', 's3', ...command]);
    expect(stdout).toContain('Nothing was sent to s3 in us-east-1.');
    expect(shop.requests).toEqual(['PutItem us-east-1']);
  });

  it('loses answers, and counts what was done more than once', async () => {
    await open('await both.send(put());\n');
    const { code, stdout } = await shop.chaos([...region, '--lost-answers', ...command]);
    expect(stdout).toMatch(/Done more than once:\n {2}dynamodb PutItem 2 times/);
    expect(shop.requests).toEqual(['PutItem us-east-1', 'PutItem us-west-2']);
    expect(code).toBe(0);
  });

  it('ends, and lets go of what hangs', async () => {
    await open('await east.send(put()).catch(() => east.send(put()));\n');
    const { stdout } = await shop.chaos([...region, '--down', 'silent', '--for', '2s', ...command]);
    expect(stdout).toMatch(/^dynamodb {2}1 /m);
    expect(shop.requests).toEqual(['PutItem us-east-1']);
  });

  it('begins later, and cuts the connections that are open', async () => {
    await open(`import { setTimeout } from 'node:timers/promises';
let count = 0;
while (await east.send(put()).then(() => true, () => false)) {
  count += 1;
  await setTimeout(100);
}
await both.send(put());
if (count === 0) process.exitCode = 1;
`);
    const { stdout } = await shop.chaos([...region, '--after', '8s', '--may-fail', 'dynamodb', ...command]);
    expect(stdout).toMatch(/^dynamodb {2}2 +1 in us-west-2 +\d+ in us-east-1 +1 /m);
    expect(stdout).toContain('PASSED');
  });

  it('are those of an outage of the past, phase by phase', async () => {
    await open('await both.send(put());\n');
    const { stdout } = await shop.chaos([...region, '--like', '2021-12-07', '--format', 'junit', ...command]);
    expect(stdout).toContain('tests="2" failures="0" errors="0"');
    expect(stdout).toContain('--down silent: us-east-1 answered nothing');
  });
});

describe('the record', () => {
  it('has a line for each run', async () => {
    await open('await both.send(put());\n');
    const { code } = await shop.chaos([...region, '--times', '2', '--record', 'runs.ndjson', ...command]);
    expect(code).toBe(0);
    const lines = readFileSync(join(shop.folder, 'runs.ndjson'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      {
        version: 1,
        region: 'us-east-1',
        fault: '--down refuse',
        verdict: 'passed',
        services: [{ service: 'dynamodb', calls: 1, elsewhere: 1, failed: 0 }],
      },
      { verdict: 'passed' },
    ]);
  });
});

describe('a server under a probe', () => {
  /** @param workMs what the server has to do before it calls, so that answers are under way when the outage begins */
  const server = (client: string, workMs = 0) => `import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
createServer((request, response) => {
  setTimeout(${workMs}).then(() => ${client}.send(put())).then(() => response.end('ok'), () => response.writeHead(500).end());
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
  const options = (port: number) => [
    ...region,
    ...['--probe', `http://127.0.0.1:${port}/`, '--every', '100ms', '--after', '1s', '--for', '3s'],
  ];

  it('passes when it goes on', async () => {
    await open(server('both'));
    const { code, stdout } = await shop.chaos([...options(18_231), '--min', '90%', ...command], {
      PORT: '18231',
    });
    expect(stdout).toMatch(/before {2}\d+ of \d+ {2}100\.0%/);
    expect(stdout).toContain('PASSED');
    expect(code).toBe(0);
  });

  it('fails when it does not, and the outage is ended', async () => {
    await open(server('east', 300));
    const { code, stdout } = await shop.chaos([...options(18_232), '--stop-below', '50%', ...command], {
      PORT: '18232',
    });
    expect(stdout).toMatch(/FAILED: The outage was ended after .*: only 0\.0% of the probes were good/);
    expect(stdout).toMatch(/after {3}(\d+) of \1 {2}100\.0%/);
    expect(code).toBe(1);
  });
});

describe('what is refused', () => {
  it.each([
    ['no region', ['--', 'true'], {}, 'chaos needs a region'],
    ['no such region', ['--region', 'us-east-9', '--', 'true'], {}, "'us-east-9' is no region"],
    ['no command', ['--region', 'us-east-1'], {}, "chaos needs a command after '--'"],
    ['two faults', [...region, '--down', 'dns', '--latency', '1s', '--', 'true'], {}, '--down and --latency'],
    ['no such fault', [...region, '--down', 'fire', '--', 'true'], {}, "--down is 'fire'"],
    ['no time', [...region, '--for', '3', '--', 'true'], {}, "--for is '3', but takes a time"],
    ['too long', [...region, '--for', '1h', '--', 'true'], {}, '15m at most'],
    ['production', [...region, '--', 'true'], { NODE_ENV: 'production' }, "NODE_ENV is 'production'"],
    ['Lambda', [...region, '--', 'true'], { AWS_LAMBDA_FUNCTION_NAME: 'orders' }, 'AWS Lambda'],
    [
      'no such program',
      [...region, '--', './nothing'],
      {},
      "'./nothing' could not be run: there is no such program.",
    ],
  ])('%s', async (_, args, env, message) => {
    await open('');
    const { code, stderr } = await shop.chaos(args, env);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('says that a failover writes to the real second region', async () => {
    await open('');
    const { stderr } = await shop.chaos([...region, '--', 'true'], { AWS_ENDPOINT_URL: '' });
    expect(stderr).toContain('go to the real second region');
  });
});
