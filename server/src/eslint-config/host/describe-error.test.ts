import { describeError } from './describe-error.ts';

it.each<[unknown, string]>([
  [new TypeError('rules is not iterable'), 'rules is not iterable'],
  [new RangeError(), 'RangeError'],
  [
    new Error('Cannot find module\n\tRequire stack:\r\n- /shop/eslint.config.js\n'),
    'Cannot find module Require stack: - /shop/eslint.config.js',
  ],
  ['no config today', 'no config today'],
  [undefined, 'undefined'],
  [null, 'null'],
  [{ message: 'not an error' }, '[object Object]'],
])('says of %o: %s', (thrown, line) => {
  expect(describeError(thrown)).toBe(line);
});

it('cuts a long message off', () => {
  expect(describeError(new Error('x'.repeat(500)))).toBe('x'.repeat(500));
  expect(describeError(new Error('x'.repeat(501)))).toBe(`${'x'.repeat(500)}...`);
});
