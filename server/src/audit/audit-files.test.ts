import { mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileLinter } from '../lint/file-linter.ts';
import { auditFiles } from './audit-files.ts';

// The threads of these tests are real, what they run is not: the code of the bundle is tested with the bundle.

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'multi-region-threads-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const paths = Array.from({ length: 200 }, (_, index) => `${String(index).padStart(3, '0')}.js`);

/** What a lint of a file, here or in a thread, leaves: a notice with the name of who did it. */
function notice(path: string, message: string) {
  return { kind: 'failed' as const, path: join(root, path), line: undefined, column: undefined, message };
}

/** Writes the files and the code of a thread, whose body can use `path`, `root` and `touch(name)`. */
function prepare(body: string): URL {
  // Threads are started after the first file, so that one is not to be waited for.
  for (const path of paths) writeFileSync(join(root, path), path === paths[0] ? '' : `use('us-east-1')`);
  const script = join(root, 'thread.mjs');
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
const { root, progress } = workerData;
const touch = (name) => writeFileSync(join(root, name), '');
const audit = (path) => {
  ${body}
  const notice = { kind: 'failed', path: join(root, path), message: 'thread' };
  return { audit: { findings: [], places: [], notices: [notice] } };
};
parentPort.on('message', (paths) => {
  parentPort.postMessage(paths.map((path, index) => {
    Atomics.store(new Int32Array(progress), 0, index);
    return audit(path);
  }));
});`,
  );
  return pathToFileURL(script);
}

/** A linter that waits at its first file until a thread has made a file of that name. */
function waitFor(name: string): FileLinter {
  const seen = new Promise<void>((resolve) => {
    const watcher = watch(root, (_event, file) => {
      if (file !== name) return;
      watcher.close();
      resolve();
    });
  });
  return {
    async lint(_text, path) {
      await seen;
      return {
        findings: [],
        facts: undefined,
        sourceCode: undefined,
        notice: { ...notice('', 'here'), path },
      };
    },
  };
}

async function run(script: URL, linter: FileLinter): Promise<Map<string, string>> {
  // Each of both takes files until none is left.
  const worthThreads = { afterMs: 0, remainingMs: 0 };
  const audits = await auditFiles(root, paths, linter, { threads: 2, threadScript: script, worthThreads });
  const notices = audits.flatMap((audit) => audit.notices);
  expect(notices.map(({ path }) => path)).toEqual(paths.slice(1).map((path) => join(root, path)));
  return new Map(notices.map(({ path, message }) => [path.slice(root.length + 1), message]));
}

describe('auditFiles', () => {
  it('puts the results of all threads in the order of the paths', async () => {
    const script = prepare(`if (path === '040.js') touch('halfway');`);
    const messages = await run(script, waitFor('halfway'));
    expect([...messages.values()].filter((message) => message === 'thread').length).toBeGreaterThanOrEqual(
      32,
    );
    expect([...messages.values()]).toContain('here');
  });

  it('loses one file when a thread dies of it, and says so', async () => {
    const script = prepare(`if (path === '040.js') { touch('dead'); process.exit(3); }`);
    const messages = await run(script, waitFor('dead'));
    expect(messages.get('040.js')).toMatch(/thread that did so broke down \(it ended with code 3\)/u);
    const others = [...messages].filter(([path]) => path !== '040.js').map(([, message]) => message);
    expect(others.every((message) => ['here', 'thread'].includes(message))).toBe(true);
  });

  it('stops starting threads that keep dying', async () => {
    const script = prepare(`touch('dead-' + path); if (true) throw new Error('no luck');`);
    const messages = await run(script, waitFor('dead-032.js'));
    const lost = [...messages.values()].filter((message) => message !== 'here');
    expect(lost.length).toBeLessThanOrEqual(3);
    expect(lost.every((message) => message.includes('no luck'))).toBe(true);
  });

  it('does all by itself when threads cannot start', async () => {
    const script = prepare('');
    writeFileSync(script, 'this is no code');
    const linter: FileLinter = {
      lint: (_text, path) =>
        Promise.resolve({
          findings: [],
          facts: undefined,
          sourceCode: undefined,
          notice: { ...notice('', 'here'), path },
        }),
    };
    const messages = await run(script, linter);
    expect(new Set(messages.values())).toEqual(new Set(['here']));
  });
});
