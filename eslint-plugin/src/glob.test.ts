import { globToRegExp } from './glob.ts';

it.each([
  [
    '**/config.ts',
    ['config.ts', 'src/config.ts', 'a/b/config.ts'],
    ['config.tsx', 'myconfig.ts', 'config/ts'],
  ],
  ['src/*.ts', ['src/a.ts'], ['src/a/b.ts', 'a/src/a.ts', 'src/a.tsx']],
  ['**/config/**', ['config/a.ts', 'src/config/a/b.ts'], ['config.ts', 'src/config']],
  ['a?.ts', ['ab.ts'], ['a.ts', 'abc.ts', 'a/.ts']],
  ['**/regions.{js,ts}', ['regions.js', 'src/regions.ts'], ['regions.jsx', 'regions.']],
  ['src/{a*,b}/c.ts', ['src/a1/c.ts', 'src/b/c.ts'], ['src/b1/c.ts']],
  ['a+b(c).ts', ['a+b(c).ts'], ['aab(c).ts', 'a+bc.ts']],
])('%s', (glob, matching, others) => {
  const expression = globToRegExp(glob);
  expect(matching.filter((path) => !expression.test(path))).toEqual([]);
  expect(others.filter((path) => expression.test(path))).toEqual([]);
});
