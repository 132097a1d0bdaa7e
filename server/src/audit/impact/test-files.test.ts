import { isTestFile } from './test-files.ts';

it.each([
  ['src/a.test.ts', true],
  ['src/a.spec.tsx', true],
  ['test/a.ts', true],
  ['packages/a/__tests__/b.js', true],
  ['src/Button.stories.tsx', true],
  ['src/contest/a.ts', false],
  ['src/test.ts', false],
  ['src/latest.ts', false],
])('isTestFile(%s) is %s', (path, wanted) => {
  expect(isTestFile(path)).toBe(wanted);
});
