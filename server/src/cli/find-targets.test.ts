import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTargets } from './find-targets.ts';
import { UsageError } from './usage-error.ts';

let top: string;
const here = process.cwd();

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-targets-')));
  for (const path of ['shop/src/orders.ts', 'shop/src/pay/card.ts', 'shop/cdk/stack.ts', 'mail/src/send.ts'])
    write(path, '');
  process.chdir(join(top, 'shop'));
});
afterEach(() => {
  process.chdir(here);
  rmSync(top, { recursive: true, force: true });
});

function write(path: string, text: string): string {
  const file = join(top, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('findTargets', () => {
  it('takes the current folder where nothing is named', () => {
    expect(findTargets([], undefined)).toEqual({
      isDefault: true,
      roots: [join(top, 'shop')],
      files: undefined,
    });
  });

  it('takes each folder once, in their order', () => {
    const { isDefault, roots, files } = findTargets(['../mail', '.', join(top, 'mail')], undefined);
    expect({ isDefault, roots, files }).toEqual({
      isDefault: false,
      roots: [join(top, 'mail'), join(top, 'shop')],
      files: undefined,
    });
  });

  it('looks at files of the current folder from there, as a commit hook names them', () => {
    expect(findTargets(['src/pay/card.ts', './src/pay/card.ts'], undefined)).toEqual({
      isDefault: false,
      roots: [join(top, 'shop')],
      files: new Set(['src/pay/card.ts']),
    });
  });

  it('looks at files elsewhere from the folder that they have in common, however far away the current one is', () => {
    process.chdir(join(top, 'mail'));
    expect(findTargets(['../shop/src/pay/card.ts', '../shop/src/orders.ts'], undefined)).toMatchObject({
      roots: [join(top, 'shop/src')],
      files: new Set(['pay/card.ts', 'orders.ts']),
    });
  });

  it('looks at files elsewhere from the root of their repository', () => {
    write('shop/.git/HEAD', 'ref: refs/heads/main\n');
    process.chdir(join(top, 'mail'));
    expect(findTargets(['../shop/src/pay/card.ts'], undefined)).toMatchObject({
      roots: [join(top, 'shop')],
      files: new Set(['src/pay/card.ts']),
    });
  });

  it('finds one folder for files here and elsewhere, with those of two repositories', () => {
    write('shop/.git/HEAD', 'ref: refs/heads/main\n');
    expect(findTargets(['src/orders.ts', '../mail/src/send.ts'], undefined)).toMatchObject({
      roots: [top],
      files: new Set(['shop/src/orders.ts', 'mail/src/send.ts']),
    });
  });

  it.each([
    ['what is not there', ['src/missing.ts'], "There is no file or folder 'src/missing.ts'. Check the path."],
    ['files among folders', ['src/orders.ts', '../mail'], 'not both at a time'],
  ])('refuses %s', (_name, args, message) => {
    const find = () => findTargets(args, undefined);
    expect(find).toThrow(UsageError);
    expect(find).toThrow(message);
  });

  it('reads a list with comments and line breaks of any kind, from the folder of the list', () => {
    const list = write('lists/all.txt', '\uFEFF# ours\r\n../shop\r\n\r\n  ../mail   # sends mails\n');
    expect(findTargets([], list).roots).toEqual([join(top, 'shop'), join(top, 'mail')]);
  });

  it('says which line of a list leads nowhere, and that a list is not there', () => {
    const list = write('lists/all.txt', '../shop\n../gone\n');
    expect(() => findTargets([], list)).toThrow("'../gone'");
    expect(() => findTargets([], join(top, 'no-list.txt'))).toThrow(/--repositories: '.*no-list\.txt'/u);
  });
});
