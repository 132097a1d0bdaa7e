import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cli, runCli, type CliResult } from '../support/run-cli.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const pinned =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

/** A config that people have, in each way that it can be written, and the file that it pins a region in. */
const flavours: { name: string; file: string; type?: 'module'; config: string; source: string }[] = [
  {
    name: 'ESM, defineConfig',
    file: 'eslint.config.js',
    type: 'module',
    config: `import { defineConfig, globalIgnores } from 'eslint/config';

export default defineConfig([
  globalIgnores(['vendor/']),
  { rules: { 'no-var': 'error' } }, // ours
]);
`,
    source: 'src/clients.js',
  },
  {
    name: 'ESM, a plain list, CRLF, no semicolons',
    file: 'eslint.config.mjs',
    config:
      'import js from "@eslint/js"\r\n\r\nexport default [js.configs.recommended, { rules: { "no-var": 2 } }]\r\n',
    source: 'src/clients.js',
  },
  {
    name: 'CommonJS',
    file: 'eslint.config.cjs',
    config:
      "'use strict';\nconst js = require('@eslint/js');\n\nmodule.exports = [\n  js.configs.recommended,\n  { rules: { 'no-var': 2 } }\n];\n",
    source: 'src/clients.js',
  },
  {
    name: 'CommonJS in .js, one object',
    file: 'eslint.config.js',
    config: "module.exports = { rules: { 'no-var': 'error' } };\n",
    source: 'src/clients.js',
  },
  {
    name: 'CommonJS, defineConfig',
    file: 'eslint.config.js',
    config:
      "const { defineConfig } = require('eslint/config');\nmodule.exports = defineConfig({ rules: { 'no-var': 'error' } });\n",
    source: 'src/clients.js',
  },
  {
    name: 'TypeScript, by jiti',
    file: 'eslint.config.ts',
    type: 'module',
    config: `import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const config: Linter.Config[] = [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser } },
  { rules: { 'no-var': 'error' } },
];

export default config;
`,
    source: 'src/clients.ts',
  },
  {
    name: 'TypeScript modules, satisfies',
    file: 'eslint.config.mts',
    config: `import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

export default [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser } },
  { rules: { 'no-var': 'error' } },
] satisfies Linter.Config[];
`,
    source: 'src/clients.ts',
  },
  {
    name: 'TypeScript in CommonJS',
    file: 'eslint.config.cts',
    config: `import tseslint = require('typescript-eslint');

export = [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  { rules: { 'no-var': 'error' } },
];
`,
    source: 'src/clients.ts',
  },
  {
    name: 'tseslint.config',
    file: 'eslint.config.mjs',
    config: `// @ts-check
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: { 'no-var': 'error' },
  },
);
`,
    source: 'src/clients.ts',
  },
];

let folder: string;

beforeAll(() => {
  for (const built of [join(root, 'eslint-plugin/dist/index.js'), cli]) {
    if (!existsSync(built)) throw new Error(`${built} is missing. Run "npm run build" first.`);
  }
});

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'init-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(flavours)('a config in $name', ({ file, type, config, source }) => {
  beforeEach(() => {
    write('package.json', JSON.stringify({ type, devDependencies: { 'eslint-plugin-multi-region': '*' } }));
    write(file, config);
    write(source, `${pinned}var old = 1;\nexport { old };\n`);
    linkPackages();
  });

  it('is shown first, then written; ESLint loads it; a second run has nothing to do', async () => {
    const dry = await init('--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain(`--- ${file}\n+++ ${file}\n@@ -1,`);
    expect(dry.stdout).toMatch(/^\+.*multiRegion.*eslint-plugin-multi-region/m);
    expect(dry.stdout).toMatch(/^\+.*multiRegion\.configs\.recommended/m);
    expect(read(file)).toBe(config);

    expect(await init('--yes')).toMatchObject({ code: 0, stderr: '' });
    const written = read(file);
    expect(patch(config, dry.stdout)).toBe(written);
    const rules = lint(source);
    expect(rules).toContain('no-var');
    expect(rules).toContain('multi-region/no-hardcoded-region');

    const again = await init('--yes');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('There is nothing to do.');
    expect(read(file)).toBe(written);
    expect(leftovers()).toEqual([]);
  });
});

describe('a project without a config', () => {
  it.each([
    ['eslint.config.js', 'module', 'src/clients.js'],
    ['eslint.config.mjs', 'commonjs', 'src/clients.mjs'],
    ['eslint.config.mjs', 'commonjs', 'src/clients.ts'],
  ])('gets %s where its package is %s, for %s', async (file, type, source) => {
    const isTyped = source.endsWith('.ts');
    write('package.json', JSON.stringify({ type, devDependencies: isTyped ? { typescript: '*' } : {} }));
    write(source, pinned);
    linkPackages();
    expect(await init('--yes')).toMatchObject({ code: 0, stderr: '' });
    expect(lint(source)).toContain('multi-region/no-hardcoded-region');
    expect((await init('--yes')).stdout).toContain('There is nothing to do.');
    expect(readdirSync(folder).filter((name) => name.startsWith('eslint.config'))).toEqual([file]);
  });

  it('gets a plain list where ESLint is older than defineConfig', async () => {
    write('package.json', JSON.stringify({ devDependencies: { eslint: '^9.15.0' } }));
    await init('--yes');
    expect(read('eslint.config.mjs')).toBe(
      "import multiRegion from 'eslint-plugin-multi-region';\n\nexport default [\n  multiRegion.configs.recommended,\n];\n",
    );
  });

  it.each([
    [{}, [], 'npm install --save-dev eslint eslint-plugin-multi-region'],
    [
      { devDependencies: { eslint: '10.0.0' } },
      ['pnpm-lock.yaml'],
      'pnpm add --save-dev eslint-plugin-multi-region',
    ],
    [
      { devDependencies: { eslint: '10.0.0' } },
      ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
      'pnpm add --save-dev --workspace-root eslint-plugin-multi-region',
    ],
    [
      { devDependencies: { typescript: '*' } },
      ['yarn.lock'],
      'yarn add --dev eslint eslint-plugin-multi-region typescript-eslint',
    ],
    [{}, ['bun.lock'], 'bun add --dev eslint eslint-plugin-multi-region'],
    [
      { packageManager: 'pnpm@10.0.0' },
      ['package-lock.json'],
      'pnpm add --save-dev eslint eslint-plugin-multi-region',
    ],
  ])('is told how to install what is missing: %j %j', async (manifest, files, command) => {
    write('package.json', JSON.stringify(manifest));
    for (const file of files) write(file, '');
    const { code, stdout } = await init();
    expect(code).toBe(0);
    expect(stdout).toContain(`    ${command}\n`);
    expect(stdout).toContain('Nothing was written. Run it again with --yes.');
    expect(readdirSync(folder).sort()).toEqual(['package.json', ...files].sort());
  });

  it.runIf(process.platform !== 'win32')('has them installed only when asked', async () => {
    write('package.json', '{}');
    // A package manager that writes down what it was asked for: the real one would need the network.
    write('bin/npm', '#!/bin/sh\necho "$@" > asked\nexit "${NPM_STATUS:-0}"\n');
    chmodSync(join(folder, 'bin/npm'), 0o755);
    const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}` };
    await runCli(['init', '--yes'], { cwd: folder, env });
    expect(existsSync(join(folder, 'asked'))).toBe(false);

    expect(await runCli(['init', '--yes', '--install'], { cwd: folder, env })).toMatchObject({ code: 0 });
    expect(read('asked')).toBe('install --save-dev eslint eslint-plugin-multi-region\n');
    const failed = await runCli(['init', '--yes', '--install'], {
      cwd: folder,
      env: { ...env, NPM_STATUS: '3' },
    });
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('it ended with 3') as string });
  });
});

describe('a config that is not understood', () => {
  it('is left alone, and the lines are printed', async () => {
    const config =
      "import antfu from '@antfu/eslint-config';\n\nexport default antfu({ stylistic: true });\n";
    write('package.json', JSON.stringify({ type: 'module' }));
    write('eslint.config.js', config);
    linkPackages();
    const { code, stdout } = await init('--yes');
    expect(code).toBe(1);
    expect(stdout).toContain("    import multiRegion from 'eslint-plugin-multi-region';\n");
    expect(stdout).toContain('    multiRegion.configs.recommended,\n');
    expect(read('eslint.config.js')).toBe(config);
  });

  it.each([
    ['.eslintrc.json', '{}', 'npx @eslint/migrate-config .eslintrc.json'],
    ['.eslintrc.cjs', 'module.exports = {};', 'npx @eslint/migrate-config .eslintrc.cjs'],
    ['package.json', '{ "eslintConfig": {} }', 'migration-guide'],
  ])('in the old format needs a flat one: %s', async (file, text, remedy) => {
    write('package.json', '{}');
    write(file, text);
    linkPackages();
    const { code, stdout } = await init('--yes');
    expect(code).toBe(1);
    expect(stdout).toContain('flat config, which ESLint 9 needs');
    expect(stdout).toContain(remedy);
    expect(readdirSync(folder).sort()).toEqual([...new Set(['node_modules', 'package.json', file])].sort());
  });

  it('needs a newer ESLint', async () => {
    write('package.json', '{ "devDependencies": { "eslint": "^8.57.0" } }');
    const { code, stdout } = await init('--yes');
    expect(code).toBe(1);
    expect(stdout).toContain('it is 8.57, and the rules need 9.15 or newer');
    expect(readdirSync(folder)).toEqual(['package.json']);
  });
});

describe('what cannot be set up', () => {
  it.each([
    ['no package.json', {}, 'There is no'],
    ['a broken package.json', { 'package.json': '{ "type": ' }, 'is not JSON'],
    ['a package.json that is a list', { 'package.json': 'null' }, 'holds no object'],
    ['a config that is not UTF-8', { 'package.json': '{}', 'eslint.config.mjs': '\xE9' }, 'is not UTF-8'],
  ])('%s gets one message', async (_, files, message) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, 'latin1');
    const { code, stderr } = await init('--yes');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^multi-region: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it.each([
    [['--dry-run', '--yes'], 'leave out --yes'],
    [['nowhere'], "There is no folder 'nowhere'"],
    [['a', 'b'], 'one folder'],
    [['--force'], "Run 'multi-region init --help'"],
  ])('a command line such as %j', async (args, message) => {
    const { code, stderr } = await init(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('a package below the config that ESLint takes for it', async () => {
    git('init', '--quiet');
    write('package.json', '{}');
    write('eslint.config.mjs', 'export default [];\n');
    write('packages/orders/package.json', '{}');
    const { code, stderr } = await init('--yes', 'packages/orders');
    expect(code).toBe(2);
    expect(stderr).toContain(`takes the config ${join(folder, 'eslint.config.mjs')}`);
    expect(readdirSync(join(folder, 'packages/orders'))).toEqual(['package.json']);
  });
});

describe.runIf(process.platform !== 'win32')('the file', () => {
  it('stays a link, with the mode that it had', async () => {
    write('package.json', '{}');
    write('shared/eslint.config.mjs', 'export default [];\n');
    chmodSync(join(folder, 'shared/eslint.config.mjs'), 0o600);
    symlinkSync('shared/eslint.config.mjs', join(folder, 'eslint.config.mjs'));
    await init('--yes');
    expect(lstatSync(join(folder, 'eslint.config.mjs')).isSymbolicLink()).toBe(true);
    expect(read('shared/eslint.config.mjs')).toContain('multiRegion.configs.recommended');
    expect(statSync(join(folder, 'shared/eslint.config.mjs')).mode & 0o777).toBe(0o600);
  });
});

describe('--hook', () => {
  beforeEach(() => {
    git('init', '--quiet');
    write('eslint.config.mjs', 'export default [];\n');
  });

  it('says what is missing outside of a repository', async () => {
    rmSync(join(folder, '.git'), { recursive: true });
    write('package.json', '{}');
    const { code, stdout } = await init('--dry-run', '--hook');
    expect(code).toBe(1);
    expect(stdout).toContain("run 'git init' first");
  });

  it('adds to what lint-staged runs, and leaves the rest of package.json as it is', async () => {
    const manifest =
      '{\n  "lint-staged": {\n    "*.md": ["prettier --check"]\n  }, "devDependencies": { "lint-staged": "16" } }\n';
    write('package.json', manifest);
    expect(await init('--yes', '--hook')).toMatchObject({ code: 0, stderr: '' });
    expect(read('package.json')).toBe(
      manifest.replace(
        ' --check"]\n',
        ' --check"],\n    "*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}": "eslint --no-warn-ignored"\n',
      ),
    );
    expect((await init('--yes', '--hook')).stdout).toContain('package.json has it already.');
  });

  it.each([
    ['.lintstagedrc.json', '{ "*.ts": "eslint" }'],
    ['.lintstagedrc.yml', "'*.ts': eslint\n"],
    ['lint-staged.config.mjs', 'export default { "*.ts": "eslint" };'],
    ['.husky/pre-commit', 'npm test\nnpx eslint .\n'],
    ['.pre-commit-config.yaml', 'repos:\n  - repo: local\n    hooks: [{ id: eslint }]\n'],
    ['lefthook.yml', 'pre-commit:\n  commands:\n    lint:\n      run: eslint {staged_files}\n'],
  ])('has nothing to do where ESLint runs already: %s', async (file, text) => {
    write('package.json', '{}');
    write(file, text);
    const { code, stdout } = await init('--yes', '--hook');
    expect(code).toBe(0);
    expect(stdout).toContain(`${file} has it already.`);
    expect(read(file)).toBe(text);
    expect(existsSync(join(folder, '.git/hooks/pre-commit'))).toBe(false);
  });

  it.each([
    ['lint-staged.config.mjs', 'export default { "*.md": "prettier" };', 'lint-staged runs'],
    ['.pre-commit-config.yaml', 'repos: []\n', '- repo: local'],
    ['lefthook.yml', 'pre-push: {}\n', '{staged_files}'],
    ['.husky/pre-commit', '#!/usr/bin/env node\nprocess.exit();\n', 'it is not a shell script'],
    ['.git/hooks/pre-commit', '#!/usr/bin/env python3\n', 'it is not'],
  ])('prints what to add to a file that it does not edit: %s', async (file, text, shown) => {
    write('package.json', '{}');
    write(file, text);
    const { code, stdout } = await init('--yes', '--hook');
    expect(code).toBe(1);
    expect(stdout).toContain(`By hand, in ${file}: `);
    expect(stdout).toContain(shown);
    expect(read(file)).toBe(text);
  });
});

function init(...args: string[]): Promise<CliResult> {
  return runCli(['init', ...args], { cwd: folder });
}

/** The packages of this repository, as if they were installed in the project. */
function linkPackages(): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** The rules that ESLint itself reports for a file, with the project's config. */
function lint(file: string): (string | null)[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', file],
    { cwd: folder, encoding: 'utf8' },
  );
  if (stdout === '' || stderr !== '') throw new Error(`ESLint: ${stderr}`);
  const results = JSON.parse(stdout) as { messages: { ruleId: string | null }[] }[];
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

/** Applies the first diff of an output with git, as a reader of it would. */
function patch(before: string, output: string): string {
  const diff = output.slice(output.indexOf('--- '));
  const end = /\n\n(?![ @+-])/.exec(diff)?.index ?? diff.length;
  const file = /^--- (.*)$/m.exec(diff)?.[1] ?? '';
  const other = mkdtempSync(join(tmpdir(), 'patch-'));
  writeFileSync(join(other, file), before);
  const options = { cwd: other, encoding: 'utf8', input: `${diff.slice(0, end)}\n` } as const;
  const { status, stderr } = spawnSync('git', ['apply', '-p0', '--unidiff-zero', '-'], options);
  if (status !== 0) throw new Error(`git apply: ${stderr}${diff.slice(0, end)}`);
  const after = readFileSync(join(other, file), 'utf8');
  rmSync(other, { recursive: true });
  return after;
}

function leftovers(): string[] {
  return readdirSync(folder, { recursive: false, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

function git(...args: string[]): void {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text, { mode: path.includes('hooks/') ? 0o755 : 0o644 });
}
