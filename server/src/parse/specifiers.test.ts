import { scanSpecifiers } from './specifiers.ts';

describe('scanSpecifiers', () => {
  it.each([
    [`import a from './a.ts';`],
    [`import './a.ts'`],
    [`import"./a.ts"`],
    [`import {\n  a, // the first\n  b,\n} from './a.ts';`],
    [`import * as a from "./a.ts" with { type: 'x' };`],
    [`export * from './a.ts';`],
    [`export{a}from'./a.ts'`],
    [`const a = await import('./a.ts');`],
    ['const a = import(`./a.ts`);'],
    [`const a = import(/* webpackChunkName: "a" */ './a.ts');`],
    [`const a = import( // lazily\n './a.ts');`],
    [`const a = require('./a.ts');`],
    [`const a = require ( "./a.ts" )`],
    [`import a = require('./a.ts');`],
  ])('finds the import in %s', (code) => {
    expect(scanSpecifiers(code)).toEqual(['./a.ts']);
  });

  it('finds several in one line, each once', () => {
    expect(scanSpecifiers(`import a from 'a';import b from"b";export*from'a'`)).toEqual(['a', 'b']);
  });

  it('leaves out what is not known before the program runs', () => {
    expect(scanSpecifiers('import(`./${name}.ts`); require(name); import.meta.url')).toEqual([]);
  });
});
