import { parse } from '../../testing/read-facts.ts';
import { getNodeAt } from './node-at.ts';
import type { Arrival } from './arrival.ts';
import { followValue } from './value-flow.ts';

/** Codes, and where the value `'x'` in them arrives, as far as it can be told: the kind, the code that takes it, and the path inside what is taken. */
const flows: Record<string, readonly string[]> = {
  // At once
  "f('x')": ["argument f('x')"],
  "f({ a: ['x'] })": ["argument f({ a: ['x'] }) a.0"],
  "a.b = 'x'": ["assignment a.b = 'x'"],
  "if (a === 'x') b()": ["comparison a === 'x'"],
  "switch (a) { case 'x': b() }": ["comparison case 'x': b()"],
  "map['x']": ["computed-key map['x']"],
  "({ 'x': 1 })": ["property-key 'x': 1"],
  "'x'.startsWith(a)": ["method 'x'.startsWith(a)"],
  "a + 'x'": ["concatenation a + 'x'"],
  "type A = 'x'": ["type 'x'"],
  "enum A { B = 'x' }": ["type B = 'x'"],
  "<a b='x' />": ["jsx b='x'"],
  "<a>{'x'}</a>": ["jsx {'x'}"],
  "module.exports = 'x'": ["assignment module.exports = 'x'", "export module.exports = 'x'"],
  "export default 'x'": ["export export default 'x'"],

  // By names
  "const a = 'x'; f(a)": ["declaration a = 'x'", 'argument f(a)'],
  "let a; a = 'x'; f(a)": ["assignment a = 'x'", "declaration a = 'x'", 'argument f(a)'],
  "const a = 'x'; const b = a; f(b)": ["declaration a = 'x'", 'declaration b = a', 'argument f(b)'],
  "export const a = 'x'": ["declaration a = 'x'", "export a = 'x'"],
  "const a = 'x'; export { a }": ["declaration a = 'x'", 'export a'],
  "const a = { b: 'x' }; f(a.b)": ["declaration a = { b: 'x' } b", 'argument f(a.b)'],
  "const a = { b: 'x' }; f(a.c)": ["declaration a = { b: 'x' } b"],
  "const a = { b: 'x' }; f(a[k])": ["declaration a = { b: 'x' } b", 'lookup a[k] b', 'argument f(a[k])'],
  "const { a } = { a: 'x' }; f(a)": ['declaration a', 'argument f(a)'],
  "const { a: { b: c } } = { a: { b: 'x' } }; f(c)": ['declaration b: c', 'argument f(c)'],
  "const [, a] = ['w', 'x']; f(a)": ['declaration [, a]', 'argument f(a)'],
  "const { a, ...b } = { a: 1, c: 'x' }; f(b)": ['declaration ...b c', 'argument f(b) c'],
  "for (const a of ['x']) f(a)": ['declaration a', 'argument f(a)'],
  "['x'].map((a) => f(a))": ["method ['x'].map((a) => f(a)) 0", 'declaration (a) => f(a)', 'argument f(a)'],

  // Through what does not change it
  "f('x' as const)": ["argument f('x' as const)"],
  "f('x' satisfies A)": ["argument f('x' satisfies A)"],
  "f('x'!)": ["argument f('x'!)"],
  "f(`${'x'}`)": ["argument f(`${'x'}`)"],
  "f((a, 'x'))": ["argument f((a, 'x'))"],
  "f('x'.trim())": ["argument f('x'.trim())"],
  "f(Object.freeze({ a: 'x' }))": ["argument f(Object.freeze({ a: 'x' })) a"],
  "async function g() { f(await Promise.resolve('x')) }": ["argument f(await Promise.resolve('x'))"],

  // Through objects
  "f({ ...{ a: 'x' } })": ["argument f({ ...{ a: 'x' } }) a"],
  "f({ ...{ a: 'x' }, a: b })": [],
  "f({ a: 'x', ...{ a: b } })": [],
  "f({ a: 'x', ...{ b } })": ["argument f({ a: 'x', ...{ b } }) a"],
  "f(Object.assign({}, { a: 'x' }))": ["argument f(Object.assign({}, { a: 'x' })) a"],
  "f(Object.assign({ a: 'x' }, { a: b }))": [],

  // Through functions and classes
  "const g = () => 'x'; f(g())": ["declaration g = () => 'x' ()", 'argument f(g())'],
  "function g() { return 'x' } f(g())": [
    "return return 'x'",
    "declaration function g() { return 'x' } ()",
    'argument f(g())',
  ],
  "const g = (a) => f(a); g('x')": ["argument g('x')", 'declaration (a) => f(a)', 'argument f(a)'],
  "class A { b = 'x'; c() { f(this.b) } }": ["declaration b = 'x';", 'argument f(this.b)'],
  "class A { #b = 'x'; c() { f(this.#b) } }": ["declaration #b = 'x';", 'argument f(this.#b)'],
  "class A { static B = 'x'; c = f(A.B) }": ["declaration static B = 'x';", 'argument f(A.B)'],
  "class A { static B = 'x' } f(A.B)": ["declaration static B = 'x'", 'argument f(A.B)'],
  "class A { get b() { return 'x' } c() { f(this.b) } }": [
    "return return 'x'",
    "declaration get b() { return 'x' } ()",
    'argument f(this.b)',
  ],
  "class A { b() { return 'x' } c() { f(this.b()) } }": [
    "return return 'x'",
    "declaration b() { return 'x' } ()",
    'argument f(this.b())',
  ],
  "class A { constructor(private b) {} c() { f(this.b) } } new A('x')": [
    "argument new A('x')",
    'declaration private b',
    'argument f(this.b)',
  ],
};

/** Codes in which the value is a second choice where it arrives last. */
const secondChoices = [
  "f(a ?? 'x')",
  "f(a || 'x')",
  "f(a ? a : 'x')",
  "const { a = 'x' } = b; f(a)",
  "const g = (a = 'x') => f(a)",
  "let a = b; a ??= 'x'; f(a)",
  "let a = b; if (!a) a = 'x'; f(a)",
  "let a = b; if (a === undefined) { a = 'x'; } f(a)",
  "const g = (options) => f({ a: 'x', ...options })",
  "const g = (options) => f(Object.assign({ a: 'x' }, options))",
];

/** And in which it is not. */
const onlyChoices = [
  "f('x')",
  "f(a && 'x')",
  "f(a ? 'x' : 'y')",
  "f({ a: 'x', ...local })",
  "f({ a: 'x', ...(isLocal && { b }) })",
  "let a = b; if (c) a = 'x'; f(a)",
];

it.each(Object.entries(flows))('%s', (code, expected) => {
  const { arrivals, text } = follow(code);
  expect(
    arrivals.map(({ kind, by, path }) =>
      [kind, text(by), ...(path.length > 0 ? [path.join('.')] : [])].join(' '),
    ),
  ).toEqual(expected);
});

it.each(secondChoices)('%s: a second choice', (code) => {
  expect(follow(code).arrivals.at(-1)?.trail.fallback).toBeDefined();
});

it.each(onlyChoices)('%s: no second choice', (code) => {
  expect(follow(code).arrivals.at(-1)?.trail.fallback).toBeUndefined();
});

it.each([
  ["let a = 'x'; a = b; f(a)", true],
  ["let a = 'x'; f(a)", false],
  ["class A { b = 'x'; c(d) { this.b = d; f(this.b) } }", true],
  ["class A { b = 'x'; c() { f(this.b) } }", false],
])('%s: whether it may be another: %s', (code, isReassigned) => {
  expect(follow(code).arrivals.at(-1)?.trail.isReassigned).toBe(isReassigned);
});

it('remembers the names that it went by', () => {
  const { arrivals } = follow(
    "const config = { aws: { region: 'x' } }; const { region: home } = config.aws; f(home)",
  );
  expect(arrivals.at(-1)?.trail.names).toEqual(['region', 'aws', 'config', 'home']);
});

it.each([
  "const a = 'x'; const b = [a, b]; f(b)",
  "let a = 'x'; a = a; f(a)",
  "function g(a) { g(a) } g('x')",
])('comes to an end: %s', (code) => {
  expect(follow(code).arrivals.length).toBeLessThan(400);
});

function follow(code: string): { arrivals: Arrival[]; text: (node: Arrival['by']) => string } {
  const sourceCode = parse(code);
  const literal = getNodeAt(sourceCode, code.indexOf("'x'"));
  return {
    arrivals: followValue(sourceCode, literal).filter(({ kind }) => kind !== 'other'),
    text: ({ range }) => code.slice(...range),
  };
}
