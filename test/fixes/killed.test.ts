import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { createRandom } from '../robustness/fuzz/random.ts';
import { cli, runCli } from '../support/run-cli.ts';

const fileCount = 8;
/** Writing much takes long enough to be hit in the middle. */
const ballast = `// ${'All work and no play makes a dull file. '.repeat(3)}\n`.repeat(800);
const config = 'src/config/regions.js';

let root: string;
let before: Map<string, string>;
/** What a run that nobody disturbs makes of it. */
let after: Map<string, string>;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-killed-')));
  before = new Map([['package.json', '{ "name": "shop", "type": "module" }\n']]);
  for (let index = 0; index < fileCount; index++) before.set(`src/client-${index}.js`, createClient(index));
  reset();
  expect(await runCli(['fix'], { cwd: root })).toMatchObject({ code: 0, stderr: '' });
  after = readTree();
  expect(after.has(config)).toBe(true);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function createClient(index: number): string {
  const region = index % 3 === 0 ? 'eu-west-1' : 'us-east-1';
  return `import { S3Client } from '@aws-sdk/client-s3';
${ballast}
export const client = new S3Client({ region: '${region}' });
`;
}

function reset(): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
  mkdirSync(join(root, 'src'));
  for (const [path, text] of before) writeFileSync(join(root, path), text);
}

function readTree(): Map<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}

/**
 * Starts a fix, and sends the signal when that many changes of the tree have been seen.
 *
 * @returns undefined when it ended before that, as it should
 */
async function fixAndStop(
  signal: NodeJS.Signals,
  changes: number,
): Promise<{ stderr: string; endedBy: unknown } | undefined> {
  const watchers = ['.', 'src'].map((name) => watch(join(root, name)));
  const child = spawn(process.execPath, [cli, 'fix'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const stderr = readAll(child.stderr);
  let seen = 0;
  for (const watcher of watchers) {
    watcher.on('change', () => {
      if (++seen === changes) child.kill(signal);
    });
  }
  const [code, endedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  for (const watcher of watchers) watcher.close();
  if (code === 0) return undefined;
  return { stderr: await stderr, endedBy };
}

/** Whatever there is must be old or new, and what it imports must be there. */
function checkTree({ mayHaveLeftovers }: { mayHaveLeftovers: boolean }): void {
  const tree = readTree();
  for (const [path, text] of tree) {
    if (mayHaveLeftovers && /(?:^|\/)\.[^/]+\.\d+-[0-9a-f]+\.tmp$/.test(path)) continue;
    const isWhole = text === before.get(path) || text === after.get(path);
    expect(isWhole, `${path} is neither the old one nor the new one`).toBe(true);
    const isNew = text !== before.get(path);
    if (isNew && path.startsWith('src/client-'))
      expect(tree.has(config), `${path} imports ${config}`).toBe(true);
  }
  for (const path of before.keys()) expect(tree.has(path), `${path} is gone`).toBe(true);
}

describe.runIf(process.platform !== 'win32')('a fix', () => {
  it('that is killed leaves whole files, and the next one does the rest', { timeout: 600_000 }, async () => {
    const random = createRandom(4);
    reset();
    for (let kills = 0; kills < 32;) {
      if (await fixAndStop('SIGKILL', 1 + random.below(random.pick([3, 12])))) {
        kills++;
        checkTree({ mayHaveLeftovers: true });
        if (random.below(3) > 0) continue; // to be killed again where it was killed
        expect(await runCli(['fix'], { cwd: root })).toMatchObject({ code: 0 });
      }
      expect(readTree()).toEqual(after);
      reset();
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'that gets %s ends between two files, and says so',
    async (signal) => {
      let stopped: Awaited<ReturnType<typeof fixAndStop>>;
      while (!stopped) {
        reset();
        stopped = await fixAndStop(signal, 4); // unless it is faster
      }
      expect(stopped.endedBy).toBe(signal);
      const [, count = ''] = /^multi-region: stopped after (\d+) of \d+ files;/m.exec(stopped.stderr) ?? [];
      const tree = readTree();
      const written = [...tree].filter(([path, text]) => text !== before.get(path));
      expect(written).toHaveLength(Number(count));
      checkTree({ mayHaveLeftovers: false });

      expect(await runCli(['fix'], { cwd: root })).toMatchObject({ code: 0 });
      expect(readTree()).toEqual(after);
    },
  );
});
