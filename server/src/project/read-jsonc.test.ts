import { readJsonc } from './read-jsonc.ts';

it.each([
  ['{ "a": 1 }', { a: 1 }],
  ['\uFEFF{ "a": "// no comment", /* b */ "c": [1, 2,], // d\n}', { a: '// no comment', c: [1, 2] }],
  ['{ "@/*": ["src/*"], "a": "\\"," , }', { '@/*': ['src/*'], a: '",' }],
  ['[1]', undefined],
  ['{ "a": ', undefined],
  [undefined, undefined],
])('reads %s', (text, expected) => {
  expect(readJsonc(text)).toEqual(expected);
});
