import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupByPackage } from './group-by-package.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packages-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a file belongs to', () => {
  it('the nearest package.json above it, or the root; the innermost package comes first', () => {
    for (const folder of ['packages/orders/src/db', 'packages/mail']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    writeFileSync(join(root, 'packages/orders/package.json'), '{}');
    const groups = groupByPackage(root, [
      'a.ts',
      'packages/mail/send.ts',
      'packages/orders/src/a.ts',
      'packages/orders/src/db/b.ts',
    ]);
    expect([...groups]).toEqual([
      [join(root, 'packages/orders'), ['packages/orders/src/a.ts', 'packages/orders/src/db/b.ts']],
      [root, ['a.ts', 'packages/mail/send.ts']],
    ]);
  });
});
