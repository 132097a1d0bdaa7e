import { createEditCheck } from './check-edits.ts';

const check = createEditCheck();

it('finds what is glued to its neighbour, though no region is left in the file', () => {
  const text = "const{R='europe-west4'}=process.env;\nrun(R);\n";
  const start = text.indexOf('{');
  expect(check('/a.js', text, [{ range: [start, text.indexOf('=process')], text: 'R' }])).toMatch(
    /would change|token/u,
  );
});

it('finds what does not parse any more', () => {
  expect(check('/a.ts', "f('us-east-1');", [{ range: [2, 13], text: 'a b' }])).toEqual(expect.any(String));
});

it('has nothing against an edit of what it is about', () => {
  expect(check('/a.ts', "\uFEFFf('us-east-1');", [{ range: [3, 14], text: 'regions.a' }])).toBeUndefined();
});

it('says nothing of what is broken already, and of what is no code', () => {
  expect(check('/a.ts', 'f(', [{ range: [0, 1], text: 'g' }])).toBeUndefined();
  expect(check('/a.md', 'f(', [{ range: [0, 1], text: 'g' }])).toBeUndefined();
});
