import { readJsonc } from './read-jsonc.ts';

it.each([
  ['{ "a": 1 }', { a: 1 }],
  ['\uFEFF{ "a": "// no comment", /* b */ "c": [1, 2,], // d\n}', { a: '// no comment', c: [1, 2] }],
  ['{ "@/*": ["src/*"], "a": "\\"," , }', { '@/*': ['src/*'], a: '",' }],
  ['{\n  "a": 1, // see [1]\n  "b": 2\n}', { a: 1, b: 2 }],
  ['{ // "lib": [],\n "a": 1 }', { a: 1 }],
  ['[1]', undefined],
  ['{ "a": ', undefined],
  [undefined, undefined],
])('reads %s', (text, expected) => {
  expect(readJsonc(text)).toEqual(expected);
});
