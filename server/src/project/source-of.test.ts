import { findSource } from './source-of.ts';

const files = new Set([
  'packages/a/src/index.ts',
  'packages/a/src/cli.tsx',
  'packages/a/src/deep/esm/x.mts',
  'packages/b/index.js',
  'packages/c/lib/index.ts',
]);

it.each([
  ['packages/a', './src/index.ts', 'packages/a/src/index.ts'],
  ['packages/a', './dist/index.js', 'packages/a/src/index.ts'],
  ['packages/a', 'dist/cjs/index.cjs', 'packages/a/src/index.ts'],
  ['packages/a', './dist/src/cli.js', 'packages/a/src/cli.tsx'],
  ['packages/a', './dist/index.d.ts', 'packages/a/src/index.ts'],
  ['packages/a', './lib', 'packages/a/src/index.ts'],
  ['packages/a', './src/cli', 'packages/a/src/cli.tsx'],
  ['packages/a', './src/deep/esm/x.mjs', 'packages/a/src/deep/esm/x.mts'],
  ['packages/b', '.', 'packages/b/index.js'],
  ['packages/c', 'lib/index.js', 'packages/c/lib/index.ts'],
  ['packages/a', './dist/other.js', undefined],
  ['packages/a', '../b/index.js', undefined],
])('the source of %s %s is %s', (folder, target, wanted) => {
  expect(findSource(files, folder, target)).toBe(wanted);
});
