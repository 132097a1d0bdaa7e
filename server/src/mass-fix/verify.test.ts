import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FixChange } from './fix-plan.ts';
import { runCommand, verifyChanges } from './verify.ts';
import { writeChanges } from './write-changes.ts';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-verify-')));
  for (const name of ['api', 'web']) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'a.js'), 'old');
  }
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The changes of two packages: an edited file and a new one each. */
function createChanges(): FixChange[] {
  return ['api', 'web'].flatMap((name) => {
    const shared = { packages: new Set([join(root, name)]), done: [] };
    return [
      {
        path: join(root, name, 'config', 'regions.js'),
        before: undefined,
        after: 'new',
        isRead: true,
        ...shared,
      },
      { path: join(root, name, 'a.js'), before: 'old', after: 'new', isRead: false, ...shared },
    ];
  });
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Fails while a file says that it was edited. */
const failsWith = (path: string) => async () =>
  runCommand(`node -e "process.exit(require('fs').readFileSync('${path}', 'utf8') === 'new' ? 1 : 0)"`, root);

describe('verifyChanges', () => {
  it('keeps all that the command passes with', async () => {
    const { written } = await writeChanges(createChanges(), root);
    const { kept, takenBack } = await verifyChanges(written, root, () => runCommand('node -e 0', root));
    expect(kept).toHaveLength(4);
    expect(takenBack).toEqual([]);
  });

  it('takes the edits of a package back that it fails with, and keeps the others', async () => {
    const { written } = await writeChanges(createChanges(), root);
    const { kept, takenBack } = await verifyChanges(written, root, failsWith('web/a.js'));
    expect(takenBack.map(({ folder }) => folder)).toEqual([join(root, 'web')]);
    expect(kept.map(({ path }) => path)).toEqual([
      join(root, 'api/config/regions.js'),
      join(root, 'api/a.js'),
    ]);
    expect([read('api/a.js'), read('web/a.js')]).toEqual(['new', 'old']);
    expect(existsSync(join(root, 'api/config/regions.js'))).toBe(true);
    expect(existsSync(join(root, 'web/config/regions.js'))).toBe(false);
  });

  it('takes back all that share a file', async () => {
    const [first, ...others] = createChanges();
    const both = new Set([join(root, 'api'), join(root, 'web')]);
    const { written } = await writeChanges(first ? [{ ...first, packages: both }, ...others] : [], root);
    const { kept } = await verifyChanges(written, root, failsWith('web/a.js'));
    expect(kept).toEqual([]);
    expect(read('api/a.js')).toBe('old');
  });
});
