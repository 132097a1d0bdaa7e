import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { listDependencies } from './list-dependencies.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-dependencies-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function list(files: Record<string, string>, from = 'eslint.config.mjs'): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return listDependencies(join(root, from)).map((path) => relative(root, path).replaceAll('\\', '/'));
}

describe('listDependencies', () => {
  it('follows imports and requires, in any form, once', () => {
    const found = list({
      'eslint.config.mjs': `import a from './a.mjs';\nimport './b';\nexport * from "./c.mjs"; await import('./d.json');`,
      'a.mjs': `import config from './eslint.config.mjs';`,
      'b.js': `const e = require(\`./e\`);`,
      'c.mjs': '',
      'd.json': '{}',
      'e/index.cjs': '',
      'other.mjs': '',
    });
    expect(found).toEqual(['eslint.config.mjs', 'a.mjs', 'b.js', 'c.mjs', 'd.json', 'e/index.cjs']);
  });

  it('finds TypeScript behind the name it will have', () => {
    const config = `import a from './a.js'; import b from './b.ts'; import { resolve } from 'node:path';`;
    expect(list({ 'eslint.config.ts': config, 'a.ts': '', 'b.ts': '' }, 'eslint.config.ts')).toEqual([
      'eslint.config.ts',
      'a.ts',
      'b.ts',
    ]);
  });

  it('waits for what is not there', () => {
    expect(list({ 'eslint.config.mjs': `import a from './gone.mjs';` })).toEqual([
      'eslint.config.mjs',
      'gone.mjs',
    ]);
  });

  it('knows the packages of a monorepo from those that were installed', () => {
    mkdirSync(join(root, 'node_modules/@acme'), { recursive: true });
    for (const name of ['lint', 'old']) {
      symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@acme', name), 'junction');
    }
    const found = list({
      'eslint.config.mjs': `import a from '@acme/lint'; import b from '@acme/lint/strict'; import c from '@acme/old'; import d from 'installed';`,
      'packages/lint/package.json': `{ "name": "@acme/lint", "type": "module", "exports": {
        ".": { "types": "./index.d.ts", "import": { "default": "./src/index.js" } }, "./strict": "./src/strict.js" } }`,
      'packages/lint/src/index.js': `import './rules.js';`,
      'packages/lint/src/rules.js': '',
      'packages/lint/src/strict.js': '',
      'packages/old/package.json': '{ "name": "@acme/old", "main": "./main.js" }',
      'packages/old/main.js': '',
      'node_modules/installed/package.json': '{ "name": "installed", "main": "main.js" }',
      'node_modules/installed/main.js': '',
    });
    expect(found).toEqual([
      'eslint.config.mjs',
      'packages/lint/src/index.js',
      'packages/lint/src/strict.js',
      'packages/old/main.js',
      'packages/lint/src/rules.js',
    ]);
  });
});
