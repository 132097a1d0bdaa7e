import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Finding } from '../lint/finding.ts';
import type { FixChange } from './fix-plan.ts';
import { writeChanges } from './write-changes.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'write-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function change(
  name: string,
  { before, isRead = false }: { before?: string; isRead?: boolean } = {},
): FixChange {
  if (before !== undefined) writeFileSync(join(root, name), before);
  return {
    path: join(root, name),
    before,
    after: 'new',
    packages: new Set([root]),
    isRead,
    done: isRead ? [] : [{} as Finding],
  };
}

function names(changes: readonly { path: string }[]): string[] {
  return changes.map(({ path }) => basename(path));
}

describe('changes are written', () => {
  it('in their order', async () => {
    const { written, failed } = await writeChanges([change('b.ts', { isRead: true }), change('a.ts')], root);
    expect(names(written)).toEqual(['b.ts', 'a.ts']);
    expect(failed).toEqual([]);
  });

  it('as far as the files are what they were', async () => {
    const changes = [change('a.ts', { before: 'old' }), change('b.ts', { before: 'old' })];
    writeFileSync(join(root, 'a.ts'), 'edited');
    const { written, failed } = await writeChanges(changes, root);
    expect(names(written)).toEqual(['b.ts']);
    expect(failed.map(({ message }) => message)).toEqual([
      `${join(root, 'a.ts')} was changed meanwhile, and was left alone. Run the command again.`,
    ]);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('edited');
  });

  it('only where the module is there that they import', async () => {
    const changes = [
      change('regions.ts', { before: 'old', isRead: true }),
      change('a.ts', { before: 'old' }),
    ];
    chmodSync(join(root, 'regions.ts'), 0o444);
    const { written, failed } = await writeChanges(changes, root);
    expect(written).toEqual([]);
    expect(names(failed.map((each) => each.change))).toEqual(['regions.ts', 'a.ts']);
    expect(failed[1]?.message).toContain(`it would import ${join(root, 'regions.ts')}`);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('old');
  });

  it('also where .env.example is not', async () => {
    const changes = [change('.env.example', { before: 'old', isRead: true }), change('a.ts')];
    writeFileSync(join(root, '.env.example'), 'edited');
    expect(names((await writeChanges(changes, root)).written)).toEqual(['a.ts']);
  });

  it('until the work is stopped', async () => {
    const stop = new AbortController();
    const changes = [change('a.ts'), change('b.ts'), change('c.ts')];
    const { written, left } = await writeChanges(changes, root, {
      onFile: () => {
        stop.abort();
      },
      signal: stop.signal,
    });
    expect(names(written)).toEqual(['a.ts']);
    expect(names(left)).toEqual(['b.ts', 'c.ts']);
    expect(readdirSync(root)).toEqual(['a.ts']);
  });

  it('and taken back where nobody could read them', async () => {
    const changes = [
      change('.env.example', { isRead: true }),
      change('config/regions.ts', { isRead: true }),
      change('a.ts', { before: 'old' }),
    ];
    chmodSync(join(root, 'a.ts'), 0o444);
    const { written, failed } = await writeChanges(changes, root);
    expect(written).toEqual([]);
    expect(names(failed.map((each) => each.change))).toEqual(['a.ts', '.env.example', 'regions.ts']);
    expect(readdirSync(root)).toEqual(['a.ts']);
  });
});
