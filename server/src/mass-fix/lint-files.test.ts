import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Finding } from '../lint/finding.ts';
import { createWorkspaceLinter, type WorkspaceLinter } from '../eslint-config/workspace-linter.ts';
import { lintFiles } from './lint-files.ts';

const text = "export const s3 = new S3Client({ awsRegion: 'us-east-1' });\n";
let root: string;
let linter: WorkspaceLinter;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const name of ['a.js', 'b.js', 'c.js']) writeFileSync(join(root, name), text);
  linter = createWorkspaceLinter({ getRoot: () => root, isTrusted: () => false, notice: () => undefined });
});

afterEach(async () => {
  await linter.dispose();
  rmSync(root, { recursive: true, force: true });
});

describe('linting files', () => {
  it('stops between two of them when it is asked to', async () => {
    const stop = new AbortController();
    let count = 0;
    const linting = lintFiles(root, ['a.js', 'b.js', 'c.js'], linter, {
      signal: stop.signal,
      onFile: () => {
        if (++count === 2) stop.abort(new Error('That is enough.'));
      },
    });
    await expect(linting).rejects.toThrow('That is enough.');
    expect(count).toBe(2);
  });

  it('goes on past a file that has gone, and says so', async () => {
    const { files, notices } = await lintFiles(root, ['a.js', 'gone.js', 'b.js'], linter, {});
    expect(files.map(({ path }) => path)).toEqual([join(root, 'a.js'), join(root, 'b.js')]);
    expect(notices).toMatchObject([{ kind: 'failed', path: join(root, 'gone.js') }]);
  });

  it('refuses what only another parser understands', async () => {
    const finding = { ruleId: 'multi-region/no-hardcoded-region', path: join(root, 'a.js') } as Finding;
    const foreign: FileLinter = {
      lint: () =>
        Promise.resolve({ findings: [finding], facts: undefined, sourceCode: undefined, notice: undefined }),
    };
    const { files, refused } = await lintFiles(root, ['a.js'], foreign, {});
    expect(files).toEqual([]);
    expect(refused).toMatchObject([{ finding }]);
  });
});
