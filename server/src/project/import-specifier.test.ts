import { createMemoryProject, type Texts } from '../fixes/testing/memory-project.ts';
import { getImportSpecifier } from './import-specifier.ts';

function specify(
  texts: Texts,
  path: string,
  target = 'src/config/regions.ts',
  style: 'cjs' | 'esm' = 'esm',
): string {
  const { context } = createMemoryProject(texts);
  const importer = { path: `/project/${path}`, text: texts[path] ?? '', style };
  return getImportSpecifier(importer, `/project/${target}`, context);
}

describe('the ending of an import', () => {
  const log = { 'src/log.ts': '' };

  it.each([
    ["import { log } from './log.js';", './config/regions.js'],
    ["import { log } from './log.ts';", './config/regions.ts'],
    ["import { log } from './log';", './config/regions'],
    ["import type { Log } from './log.js';\nexport * from './style.css';", './config/regions.js'],
    ["const { log } = await import('./log.js');", './config/regions.js'],
  ])('is that of the other imports: %s', (text, expected) => {
    expect(specify({ ...log, 'src/a.ts': text }, 'src/a.ts')).toBe(expected);
  });

  it('is that of the neighbours where the file imports packages only', () => {
    const texts = { ...log, 'src/a.ts': "import 'node:fs';", 'src/b.ts': "import { log } from './log.js';" };
    expect(specify(texts, 'src/a.ts')).toBe('./config/regions.js');
  });

  it.each([
    ['none without a tsconfig', {}, {}, './config/regions'],
    ['none with a bundler', {}, { moduleResolution: 'bundler', module: 'esnext' }, './config/regions'],
    [
      '.js with NodeNext in a module package',
      { type: 'module' },
      { module: 'NodeNext' },
      './config/regions.js',
    ],
    ['none with NodeNext in a CommonJS package', {}, { module: 'NodeNext' }, './config/regions'],
    [
      '.ts where that is allowed',
      { type: 'module' },
      { module: 'NodeNext', allowImportingTsExtensions: true },
      './config/regions.ts',
    ],
  ])('is what the project asks for: %s', (_, manifest, compilerOptions, expected) => {
    const texts = {
      'package.json': JSON.stringify(manifest),
      'tsconfig.json': `{\n  // comment\n  "compilerOptions": ${JSON.stringify(compilerOptions)},\n}`,
      'src/a.ts': '',
    };
    expect(specify(texts, 'src/a.ts')).toBe(expected);
  });

  it('follows what a tsconfig extends', () => {
    const texts = {
      'package.json': '{ "type": "module" }',
      'tsconfig.base.json': '{ "compilerOptions": { "moduleResolution": "node16" } }',
      'packages/a/tsconfig.json': '{ "extends": "../../tsconfig.base" }',
      'packages/a/a.ts': '',
    };
    expect(specify(texts, 'packages/a/a.ts', 'packages/a/regions.ts')).toBe('./regions.js');
  });

  it.each([
    ['a.js', '{}', 'cjs', './regions'],
    ['a.js', '{ "type": "module" }', 'esm', './regions.js'],
    ['a.mjs', '{}', 'esm', './regions.js'],
  ] as const)('of JavaScript is what Node wants: %s in %s', (path, manifest, style, expected) => {
    expect(specify({ 'package.json': manifest, [path]: '' }, path, 'regions.js', style)).toBe(expected);
  });

  it.each([
    ['regions.cjs', './regions.cjs'],
    ['regions.mjs', './regions.mjs'],
    ['regions.mts', './regions.mjs'],
  ])('is never left out of %s', (target, expected) => {
    expect(specify({ 'a.js': "require('./b')", 'b.js': '' }, 'a.js', target, 'cjs')).toBe(expected);
  });
});

describe('an alias', () => {
  const tsconfig = {
    'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
  };

  it('is taken where the file imports with it', () => {
    const texts = { ...tsconfig, 'src/pages/a.ts': "import { log } from '@/log';", 'src/log.ts': '' };
    expect(specify(texts, 'src/pages/a.ts')).toBe('@/config/regions');
  });

  it('is not taken where the file imports with relative paths', () => {
    const texts = { ...tsconfig, 'src/pages/a.ts': "import { log } from '../log';", 'src/log.ts': '' };
    expect(specify(texts, 'src/pages/a.ts')).toBe('../config/regions');
  });

  it('is taken where the neighbours import with it, and the file imports nothing', () => {
    const texts = { ...tsconfig, 'src/pages/a.ts': '', 'src/pages/b.ts': "import { log } from '@/log';" };
    expect(specify(texts, 'src/pages/a.ts')).toBe('@/config/regions');
  });

  it('is not taken for what lies below', () => {
    const texts = { ...tsconfig, 'src/a.ts': "import { log } from '@/log';", 'src/log.ts': '' };
    expect(specify(texts, 'src/a.ts')).toBe('./config/regions');
  });

  it('gets the ending that the other imports have', () => {
    const texts = {
      ...tsconfig,
      'src/pages/a.ts': "import '@/log.js';\nimport './b.js';",
      'src/log.ts': '',
      'src/pages/b.ts': '',
    };
    expect(specify(texts, 'src/pages/a.ts')).toBe('@/config/regions.js');
  });

  it.each([
    ['{ "#config/*.js": "./src/config/*.js" }', '#config/regions.js'],
    [
      '{ "#config/*.js": { "types": "./src/config/*.ts", "default": "./dist/config/*.js" } }',
      '#config/regions.js',
    ],
    ['{ "#config/*": "./dist/config/*.js" }', '#config/regions'],
    ['{ "#config/*": "./src/config/*" }', '#config/regions.js'],
  ])('of package.json is taken: %s', (imports, expected) => {
    const texts = {
      'package.json': `{ "type": "module", "imports": ${imports} }`,
      'tsconfig.json': '{ "compilerOptions": { "module": "nodenext" } }',
      'src/pages/a.ts': `import { log } from '${expected.replace('regions', 'log')}';`,
      'src/config/log.ts': '',
    };
    expect(specify(texts, 'src/pages/a.ts')).toBe(expected);
  });
});
