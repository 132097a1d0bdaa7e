// Which calls leave a region, and when they come back: withRegionFailover beside two circuit breakers, in the same run:
//
//   node bench/failover.mjs
//
// Time is simulated, but for the busy thread. The breakers come from npm, into the temporary folder.
/* global clearInterval, clearTimeout, performance, setImmediate, setInterval, setTimeout */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';

const root = join(import.meta.dirname, '..');
const home = join(tmpdir(), 'multi-region-bench', 'failover');
// The newest that run on Node 20.
const peerPackages = ['opossum@9.0.0', 'cockatiel@3.2.1', '@sinonjs/fake-timers@15.5.0'];
const realImmediate = setImmediate;

mkdirSync(home, { recursive: true });
const { withRegionFailover } = await loadClient();
const { Breaker, cockatiel, fakeTimers } = loadPeers();

/**
 * Each makes a function that sends one call. `ask(region, key, signal)` asks a region, 0 or 1.
 * The breakers are as they come, but for the time limit and the cool-down, and send to the second region on any error.
 */
const contenders = [
  {
    name: 'withRegionFailover',
    create(ask, { timeoutMs, coolDownMs }) {
      const createClient = (name) => ({
        config: {},
        middlewareStack: {},
        send: ({ input: { key } }, { abortSignal }) => ask(Number(name.slice(1)), key, abortSignal),
        destroy: () => undefined,
      });
      const client = withRegionFailover(['r0', 'r1'], createClient, { timeoutMs, coolDownMs });
      return (key) => client.send({ input: { key } });
    },
  },
  {
    name: 'opossum',
    create(ask, { timeoutMs, coolDownMs }) {
      const breaker = new Breaker((key) => ask(0, key), { timeout: timeoutMs, resetTimeout: coolDownMs });
      return (key) => breaker.fire(key).catch(() => ask(1, key));
    },
  },
  { name: 'cockatiel, 3 in a row', create: createCockatiel(() => new cockatiel.ConsecutiveBreaker(3)) },
  {
    name: 'cockatiel, 20% in 5 s',
    create: createCockatiel(() => new cockatiel.SamplingBreaker({ threshold: 0.2, duration: 5_000 })),
  },
];

console.log(`Node ${process.version}; ${peerPackages.join(', ')}\n`);
const width = Math.max(...contenders.map(({ name }) => name.length));
printRow(
  '',
  contenders.map(({ name }) => name),
);
const busy = await compare('busy thread: calls sent twice, of 10', measureBusyThread);
const clock = fakeTimers.install({
  toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
});
const mixed = ['error 500', 'cut off', 'no answer'];
const noise = [];
for (const [share, kinds] of [[0.0001, mixed], ...mixed.map((kind) => [0.001, [kind]]), [0.01, mixed]]) {
  const title = `calls that leave when ${percent(share)} fail: ${kinds.length > 1 ? 'mixed' : kinds[0]}`;
  const results = await compare(title, (each) => measureNoise(each, kinds, share), percent);
  if (share === 0.001) noise.push(results[0]);
}
const waits = await compare('region hangs: calls that wait the whole time', measureHang, percent);
const hot = await compare('hot key: other calls that leave, of 2,400', measureHotKey);
await compare('500 return: most of them in one second', measureReturn, percent);

console.log(`
Wanted: at most 0.1% of the calls leave when 0.1% fail: ${percent(Math.max(...noise))}, those that fail included
        under 5% of the calls wait for a whole timeout when a region hangs at 200 calls/s: ${percent(waits[0])}
        a busy thread and a hot key move nothing: ${busy[0]} and ${hot[0]}`);
process.exit();

/** 10 calls a second; in each block of 1 / share calls one fails. @returns the share that was sent to the second region */
async function measureNoise({ create }, kinds, share) {
  const count = 20_000;
  const block = 1 / share;
  const random = createRandom();
  const bad = new Set();
  for (let start = 0; start < count; start += block) bad.add(start + 1 + Math.floor(random() * (block - 1)));
  let left = 0;
  let failed = 0;
  const send = create(
    (region, key, signal) => {
      if (region === 1) left += 1;
      if (region === 1 || key === 'good') return answer();
      failed += 1;
      return fail(kinds[failed % kinds.length], signal);
    },
    { timeoutMs: 2_000, coolDownMs: 60_000 },
  );
  await sendEvery(100, count, (index) => send(bad.has(index) ? 'bad' : 'good'));
  return left / count;
}

/** 200 calls a second; after 10 s the region hangs for 30 s. @returns the share of those 30 s that waited for the timeout */
async function measureHang({ create }) {
  const timeoutMs = 500;
  const [seconds, hungSeconds, rate] = [10, 30, 200];
  let waited = 0;
  let isHung = false;
  const send = create(
    (region, _, signal) => (region === 0 && isHung ? fail('no answer', signal) : answer()),
    {
      timeoutMs,
      coolDownMs: 60_000,
    },
  );
  await sendEvery(1_000 / rate, (seconds + hungSeconds) * rate, async (index) => {
    isHung = index >= seconds * rate;
    const start = clock.now;
    await send('order');
    if (clock.now - start >= timeoutMs) waited += 1;
  });
  return waited / (hungSeconds * rate);
}

/** 50 calls a second for a minute; each fifth is for a key that is throttled. @returns how many of the others left */
async function measureHotKey({ create }) {
  let left = 0;
  const send = create(
    (region, key) => {
      if (region === 1 && key === 'cold') left += 1;
      return key === 'hot' && region === 0 ? fail('throttled') : answer();
    },
    { timeoutMs: 2_000, coolDownMs: 60_000 },
  );
  await sendEvery(20, 3_000, (index) => send(index % 5 === 0 ? 'hot' : 'cold'));
  return left;
}

/** 500 processes of 2 calls a second; all connections are refused for 30 s. @returns the share that is back first in the same second */
async function measureReturn({ create }) {
  const processes = 500;
  const start = clock.now;
  const isDown = () => clock.now > start + 10_000 && clock.now < start + 40_000;
  const returns = new Map();
  const random = createRandom();
  await Promise.all(
    Array.from({ length: processes }, async (_, process) => {
      const send = create(
        (region) => {
          if (region === 1) return answer();
          if (isDown()) return fail('refused');
          if (clock.now > start + 40_000 && !returns.has(process))
            returns.set(process, Math.floor((clock.now - start) / 1_000));
          return answer();
        },
        { timeoutMs: 2_000, coolDownMs: 60_000 },
      );
      await sleep(random() * 500);
      for (let call = 0; call < 300; call += 1) {
        void send('order');
        await sleep(500);
      }
    }).concat(run(160_000)),
  );
  const counts = new Map();
  for (const second of returns.values()) counts.set(second, (counts.get(second) ?? 0) + 1);
  return Math.max(...counts.values()) / processes;
}

/** 10 calls under way to a server that answers in 100 ms, when the thread is busy for 2.5 s. @returns how many were sent twice */
async function measureBusyThread({ create }) {
  const code = `const { parentPort } = require('node:worker_threads');
const server = require('node:http').createServer((_, response) => setTimeout(() => response.end('{}'), 100));
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;
  const worker = new Worker(code, { eval: true });
  const [port] = await once(worker, 'message');
  let twice = 0;
  const ask = (region, _, signal) => {
    if (region === 1) twice += 1;
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, agent: false, signal }, (response) => {
        response.resume().on('end', resolve);
      }).on('error', reject);
    });
  };
  const send = create(ask, { timeoutMs: 2_000, coolDownMs: 60_000 });
  const calls = Promise.all(Array.from({ length: 10 }, () => send('order')));
  await new Promise((resolve) => setTimeout(resolve, 50));
  // After the turn of I/O, so that timers are next.
  await new Promise((resolve) => realImmediate(resolve));
  const end = performance.now() + 2_500;
  while (performance.now() < end);
  await calls;
  await worker.terminate();
  return twice;
}

/** Sends calls at a steady rate in simulated time, and waits until all are answered. */
async function sendEvery(ms, count, send) {
  const calls = [];
  let index = 0;
  const timer = setInterval(() => {
    calls.push(send(index));
    index += 1;
    if (index === count) clearInterval(timer);
  }, ms);
  await run(ms * count + 10_000);
  await Promise.all(calls);
}

/** Lets simulated time pass; after each timer all that waits for it goes on. */
async function run(ms) {
  const end = clock.now + ms;
  const stop = setTimeout(() => undefined, ms);
  while (clock.now < end) {
    clock.next();
    await new Promise((resolve) => realImmediate(resolve));
  }
  clearTimeout(stop);
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function answer() {
  await sleep(5);
  return {};
}

/** Fails as the SDK does, its own attempts included. */
async function fail(kind, signal) {
  if (kind === 'no answer')
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  await sleep(20);
  if (kind === 'error 500')
    throw Object.assign(new Error('InternalError'), { $metadata: { httpStatusCode: 500 } });
  if (kind === 'throttled')
    throw Object.assign(new Error('slow down'), {
      name: 'ProvisionedThroughputExceededException',
      $metadata: { httpStatusCode: 400 },
    });
  throw Object.assign(new Error(kind), { code: kind === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET' });
}

function createCockatiel(createBreaker) {
  return (ask, { timeoutMs, coolDownMs }) => {
    const policy = cockatiel.wrap(
      cockatiel.circuitBreaker(cockatiel.handleAll, { halfOpenAfter: coolDownMs, breaker: createBreaker() }),
      cockatiel.timeout(timeoutMs, cockatiel.TimeoutStrategy.Aggressive),
    );
    return (key) => policy.execute(({ signal }) => ask(0, key, signal)).catch(() => ask(1, key));
  };
}

/** Measures each contender, and prints a row. */
async function compare(title, measure, show = String) {
  const results = [];
  for (const contender of contenders) results.push(await measure(contender));
  printRow(title, results.map(show));
  return results;
}

function printRow(title, cells) {
  console.log([title.padEnd(52), ...cells.map((cell) => cell.padStart(width))].join('  '));
}

function percent(share) {
  return `${(share * 100).toFixed(2)}%`;
}

/** The same numbers from 0 to 1 in each run (mulberry32). */
function createRandom() {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The file as a project has it, without its types. */
async function loadClient() {
  const source = join(root, 'server/src/fixes/second-region/failover-client/region-failover.ts');
  const { code } = transformSync(readFileSync(source, 'utf8'), { loader: 'ts' });
  const path = join(home, 'region-failover.mjs');
  writeFileSync(path, code);
  return import(pathToFileURL(path).href);
}

function loadPeers() {
  if (!existsSync(join(home, 'node_modules/cockatiel'))) {
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    const { status } = spawnSync('npm', ['install', '--ignore-scripts', ...peerPackages], { cwd: home });
    if (status !== 0) {
      console.error(`${peerPackages.join(', ')} could not be fetched from npm.`);
      process.exit(2);
    }
  }
  const require = createRequire(join(home, 'package.json'));
  return {
    Breaker: require('opossum'),
    cockatiel: require('cockatiel'),
    fakeTimers: require('@sinonjs/fake-timers'),
  };
}
