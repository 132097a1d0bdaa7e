import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const folder = join(import.meta.dirname, 'clients');
const isInstalled = existsSync(join(folder, 'node_modules'));

/** Runs without a network where the system allows that: with the loopback device, and nothing else. */
const canCutNetwork = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

const nodes = [
  { name: `Node ${process.versions.node}`, program: process.execPath },
  ...['node-22', 'node-24'].map((name) => ({
    name,
    program: join(folder, 'node_modules', name, 'bin/node'),
  })),
].filter(({ program }) => existsSync(program));

interface Row {
  how: string;
  client: string;
  /** Whether the call still hung when it was given up. */
  isLate: boolean;
  error: string;
}

/** What a client has to see of each fault, in the words of its own errors. */
const wanted: Record<string, RegExp> = {
  dns: /ENOTFOUND|Name resolution failed|Inaccessible host/,
  refuse: /ECONNREFUSED|Inaccessible host/,
  reset: /ECONNRESET|socket hang up|disconnected before secure TLS|closed|Client network socket/,
  '503': /\b503\b|Unexpected token|14 UNAVAILABLE/,
  throttle: /\b429\b|Throttling|ThroughputExceeded|SlowDown|TooManyRequests|8 RESOURCE_EXHAUSTED/,
};

// The clients have packages of their own: `npm ci --prefix test/chaos/clients`.
describe.runIf(isInstalled || process.env.CI)('every client sees every fault', () => {
  it('has its packages, and three versions of Node', () => {
    expect(isInstalled).toBe(true);
    if (process.platform === 'linux' && process.arch === 'x64') expect(nodes).toHaveLength(3);
  });

  // They wait most of the time, and so may do that together.
  it.concurrent.each(nodes)(
    `in $name, ${canCutNetwork ? 'with the network cut' : 'with a network, for it cannot be cut here'}`,
    async ({ program }) => {
      const script = [program, join(folder, 'matrix.mjs')];
      const [file = '', ...args] = canCutNetwork
        ? ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...script]
        : script;
      const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      const rows = stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row);
      expect(rows.length, stderr).toBe(23 * 7);
      const wrong = rows.filter(({ how, client, isLate, error }) => {
        const pattern = wanted[how];
        // A connection that hangs is given up by its caller.
        // That got's pooled session was cut as the fault before ended is an error as well.
        const isGivenUp = /ABORT|abort|given up|cancel|early terminated/i;
        if (pattern === undefined) return !isLate && !isGivenUp.test(error);
        // What is no HTTP cannot be answered by HTTP.
        if (client === 'TCP to RDS' && (how === '503' || how === 'throttle'))
          return !error.includes('ECONNREFUSED');
        // Cosmos tries a connection that was cut again by itself, for longer than anybody waits.
        if (client === 'Azure Cosmos DB' && how === 'reset' && isLate) return false;
        return !pattern.test(error);
      });
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
