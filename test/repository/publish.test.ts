import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'eslint-plugin');
const nodeModules = join(root, 'node_modules');
const require = createRequire(import.meta.url);

interface Packed {
  filename: string;
  files: { path: string }[];
}

let folder: string;
let tarball: string;
let files: string[];
/** An empty project with the package in it, as `npm install` leaves it. */
let project: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  project = join(folder, 'shop');
  const packed = npm(source, 'pack', '--json', '--pack-destination', folder);
  const [{ filename, files: contents } = { filename: '', files: [] }] = JSON.parse(packed) as Packed[];
  tarball = join(folder, filename);
  files = contents.map(({ path }) => path);

  mkdirSync(project);
  write('package.json', '{ "private": true, "type": "module" }');
  // npm would fetch the peer dependency, so that the project gets ESLint from this repository.
  npm(project, 'install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', tarball);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the package', () => {
  it('holds the built sources, their types, the pages and nothing else', () => {
    const allowed =
      /^(?:LICENSE|README\.md|package\.json|docs\/rules\/[\w-]+\.md|dist\/THIRD-PARTY-NOTICES\.txt|dist\/(?!testing\/)[\w./-]+(?<!\.test)\.(?:js|d\.ts))$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);

    const sources = list('src')
      .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.startsWith('src/testing/'))
      .map((path) => path.replace(/^src(.*)\.ts$/, 'dist$1'));
    const wanted = [
      // The licences of the parser that is bundled into the entry for infrastructure.
      ...['LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt'],
      ...list('docs/rules'),
      ...sources.flatMap((path) => [`${path}.js`, `${path}.d.ts`]),
    ];
    expect(wanted.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('installs as one package', () => {
    const lock = read('node_modules/.package-lock.json') as { packages: object };
    expect(Object.keys(lock.packages)).toEqual(['node_modules/eslint-plugin-multi-region']);
  });

  it('has entries that load without any other package', () => {
    expect(readdirSync(join(project, 'node_modules'))).toEqual([
      '.package-lock.json',
      'eslint-plugin-multi-region',
    ]);
    const { exports } = read('node_modules/eslint-plugin-multi-region/package.json') as { exports: object };
    const entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
    expect(entries).toContain('.');
    const script = entries
      .map((entry) => `import '${entry.replace('.', 'eslint-plugin-multi-region')}';`)
      .join('');
    expect(node(project, '--input-type=module', '--eval', script)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('has what publint asks for', async () => {
    const bytes = readFileSync(tarball);
    const { messages } = await publint({
      pkgDir: 'package',
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  it('has types for every entry, says attw', () => {
    const attw = join(nodeModules, '@arethetypeswrong/cli/dist/index.js');
    expect(node(folder, attw, tarball, '--profile', 'esm-only', '--no-color')).toMatchObject({ status: 0 });
  });
});

describe.each([
  ['eslint', /^10\./, true],
  ['eslint-v9', /^9\.39\./, true],
  ['eslint-v9-min', /^9\.15\./, false],
])('with %s in an empty project', (name, version, hasDefineConfig) => {
  beforeAll(() => {
    const link = join(project, 'node_modules/eslint');
    rmSync(link, { force: true, recursive: true });
    symlinkSync(join(nodeModules, name), link, 'junction');
  });

  it('is within the range of the peer dependency', () => {
    expect((require(`${name}/package.json`) as { version: string }).version).toMatch(version);
    expect(read('node_modules/eslint-plugin-multi-region/package.json')).toMatchObject({
      peerDependencies: { eslint: '>=9.15.0' },
    });
  });

  it('lints', () => {
    write(
      'eslint.config.js',
      `import multiRegion from 'eslint-plugin-multi-region';\n\nexport default [multiRegion.configs.recommended];\n`,
    );
    write(
      'orders.js',
      `import { S3Client } from '@aws-sdk/client-s3';\n\nexport const invoices = new S3Client({ region: 'us-east-1' });\n`,
    );
    const eslint = join(project, 'node_modules/eslint/bin/eslint.js');
    const { status, stdout, stderr } = node(project, eslint, '--format', 'json', 'orders.js');
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string; line: number; column: number }[] }[];
    expect(result?.messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toEqual([
      '3:25 multi-region/require-client-failover',
      '3:48 multi-region/no-hardcoded-region',
    ]);
  });

  it.each(['typescript-v5', 'typescript', 'typescript-v7'])('has types for %s', (typescript) => {
    write('eslint.config.ts', hasDefineConfig ? configWithDefineConfig : configAsArray);
    write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          ...{ target: 'ES2023', lib: ['ES2023'], module: 'NodeNext', moduleResolution: 'NodeNext' },
          ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] },
        },
        files: ['eslint.config.ts'],
      }),
    );
    const tsc = join(nodeModules, typescript, 'bin/tsc');
    expect(node(project, tsc, '--project', '.')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

it.each([
  ['typescript-v5', /^5\.9\./],
  ['typescript', /^6\./],
  ['typescript-v7', /^7\./],
])('%s is the version that the tests are about', (name, version) => {
  const { version: found } = JSON.parse(readFileSync(join(nodeModules, name, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(found).toMatch(version);
});

const configWithDefineConfig = `import { defineConfig } from 'eslint/config';
import multiRegion from 'eslint-plugin-multi-region';

// @ts-expect-error -- there is no such preset; this shows that the types say something
multiRegion.configs.everything;

export default defineConfig([
  multiRegion.configs.recommended,
  { files: ['**/*.ts'], plugins: { 'multi-region': multiRegion }, extends: ['multi-region/strict'] },
]);
`;

// ESLint before 9.22 has no defineConfig.
const configAsArray = `import type { Linter } from 'eslint';
import multiRegion from 'eslint-plugin-multi-region';

const config: Linter.Config[] = [multiRegion.configs.recommended, multiRegion.configs.strict];
export default config;
`;

/** The files in a folder of the plugin's sources, as paths from the plugin's folder. */
function list(directory: string): string[] {
  return readdirSync(join(source, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(source.length + 1)
        .replaceAll('\\', '/'),
    );
}

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(project, path), 'utf8'));
}

function node(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs npm, and returns what it prints; throws when it fails. */
function npm(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
